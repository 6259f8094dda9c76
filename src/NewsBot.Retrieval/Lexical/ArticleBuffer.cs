using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsBot.Archive;
using NewsBot.Retrieval.Text;
using Term = Lucene.Net.Index.Term;

namespace NewsBot.Retrieval.Lexical;

/// <summary>
/// Articles that were read for the index and are in no segment of it yet. Terms are counted by number, an article at a time, and put in order once, when
/// the buffer becomes a segment; Lucene's own buffer looks each occurrence up by its bytes and knows no occurrence that counts eight times. Filled by one thread, and
/// again after each segment: its arrays are large, and as garbage they would wait for a collection of the whole heap.
/// </summary>
internal sealed class ArticleBuffer(TextAnalysis text, FieldWeights weights)
{
    /// <summary>A posting takes eight bytes here and eight more while it is put in order.</summary>
    private const int BytesPerPosting = 16;

    private const int BytesPerArticle = 250;
    private const int PostingsPerChunk = 1 << 16;

    private readonly Dictionary<TermAnalysis, NumbersOfLexemes> numbers = [];
    private readonly Dictionary<string, int> numbersOfStems = new(StringComparer.Ordinal);
    private readonly List<BytesRef> terms = [];
    private readonly List<Posting[]> chunks = [];
    private readonly List<int> ends = [];
    private readonly List<BufferedArticle> articles = [];
    private readonly Dictionary<Guid, int> places = [];
    private readonly List<int> seen = [];
    private int[] counts = new int[1 << 12];
    private int[] documents = [];
    private int[] occurrences = [];
    private NumbersOfLexemes current = new();
    private int postings;

    /// <summary>About how much memory it takes at most until it has become a segment.</summary>
    public long Bytes => ((long)postings * BytesPerPosting) + ((long)articles.Count * BytesPerArticle);

    /// <summary>The term that names an article in the index.</summary>
    public static Term IdentityTerm(Guid article) => new(IndexFields.Identity, new BytesRef(IdentityOf(article)));

    /// <summary>Takes in an article that is not in the buffer.</summary>
    public void Add(Article article)
    {
        var analysis = text.For(article.Content.Language, article.Text);
        if (!numbers.TryGetValue(analysis, out var known))
        {
            numbers.Add(analysis, known = new NumbersOfLexemes());
        }

        current = known;
        var length = WeightedTerms.Read(article, analysis, weights, Take);
        foreach (var term in seen)
        {
            Append(new Posting(term, counts[term]));
            counts[term] = 0;
        }

        seen.Clear();
        ends.Add(postings);
        places.Add(article.Id, articles.Count);
        articles.Add(new BufferedArticle(
            article.Id,
            length,
            article.Published?.Instant.ToUnixTimeSeconds() ?? IndexFields.UnknownTime,
            (article.Source ?? "").Trim().ToLowerInvariant(),
            (article.Content.Language ?? "").Trim().ToLowerInvariant()));
    }

    /// <summary>Puts an article aside, if it is here: a later state of it follows, or it was removed.</summary>
    public void Drop(Guid article)
    {
        if (places.Remove(article, out var place))
        {
            articles[place] = articles[place] with { IsDropped = true };
        }
    }

    /// <summary>Empties it for other articles, when nothing reads its segment any more.</summary>
    public void Clear()
    {
        foreach (var known in numbers.Values)
        {
            known.Clear();
        }

        numbersOfStems.Clear();
        terms.Clear();
        ends.Clear();
        articles.Clear();
        places.Clear();
        postings = 0;
    }

    /// <summary>The articles as a segment that the index can take in, until the buffer is cleared.</summary>
    public BufferedSegment ToSegment() => new(articles, Identities(), TermPostings());

    private void Take(Lexeme lexeme, int occurrences)
    {
        var number = NumberOf(lexeme);
        if (counts[number] == 0)
        {
            seen.Add(number);
        }

        counts[number] += occurrences;
    }

    private int NumberOf(Lexeme lexeme)
    {
        if (current.Find(lexeme) is >= 0 and var number)
        {
            return number;
        }

        // Forms of one stem are one term, in whatever language.
        if (!numbersOfStems.TryGetValue(lexeme.Stem, out number))
        {
            number = terms.Count;
            numbersOfStems.Add(lexeme.Stem, number);
            terms.Add(lexeme.Utf8);
            if (number == counts.Length)
            {
                Array.Resize(ref counts, 2 * number);
            }
        }

        current.Remember(lexeme, number);
        return number;
    }

    private void Append(Posting posting)
    {
        var (chunk, at) = Math.DivRem(postings++, PostingsPerChunk);
        if (chunk == chunks.Count)
        {
            chunks.Add(new Posting[PostingsPerChunk]);
        }

        chunks[chunk][at] = posting;
    }

    private static byte[] IdentityOf(Guid article) => article.ToByteArray(bigEndian: true);

    private PostingLists Identities()
    {
        var ids = articles.Select(article => IdentityOf(article.Id)).ToArray();
        var order = Enumerable.Range(0, ids.Length).ToArray();
        Array.Sort(order, (a, b) => ids[a].AsSpan().SequenceCompareTo(ids[b]));
        return new PostingLists([.. order.Select(at => new BytesRef(ids[at]))], [.. Enumerable.Range(0, order.Length + 1)], order, counts: null);
    }

    /// <summary>Postings come article by article and are put in the order of the terms by counting.</summary>
    private PostingLists TermPostings()
    {
        var order = Enumerable.Range(0, terms.Count).ToArray();
        Array.Sort(order, (a, b) => terms[a].CompareTo(terms[b]));
        var starts = Starts(order, out var next);
        if (documents.Length < postings)
        {
            (documents, occurrences) = (new int[postings], new int[postings]);
        }

        var article = 0;
        for (var i = 0; i < postings; i++)
        {
            while (i == ends[article])
            {
                article++;
            }

            var posting = chunks[i / PostingsPerChunk][i % PostingsPerChunk];
            var at = next[posting.Term]++;
            documents[at] = article;
            occurrences[at] = posting.Occurrences;
        }

        return new PostingLists([.. order.Select(number => terms[number])], starts, documents, occurrences);
    }

    /// <summary>Where the postings of each term begin, in the order of the terms and by their numbers.</summary>
    private int[] Starts(int[] order, out int[] byNumber)
    {
        byNumber = new int[terms.Count];
        for (var i = 0; i < postings; i++)
        {
            byNumber[chunks[i / PostingsPerChunk][i % PostingsPerChunk].Term]++;
        }

        var starts = new int[order.Length + 1];
        for (var i = 0; i < order.Length; i++)
        {
            starts[i + 1] = starts[i] + byNumber[order[i]];
            byNumber[order[i]] = starts[i];
        }

        return starts;
    }

    private readonly record struct Posting(int Term, int Occurrences);

    /// <summary>The numbers of the terms that the lexemes of one analysis are forms of.</summary>
    private sealed class NumbersOfLexemes
    {
        private const int None = -1;

        private int[] numbers = [];

        public void Clear() => numbers.AsSpan().Fill(None);

        public int Find(Lexeme lexeme) => (uint)lexeme.Number < (uint)numbers.Length ? numbers[lexeme.Number] : None;

        public void Remember(Lexeme lexeme, int number)
        {
            if (lexeme.Number == Lexeme.NoNumber)
            {
                return;
            }

            if (lexeme.Number >= numbers.Length)
            {
                var known = numbers.Length;
                Array.Resize(ref numbers, Math.Max(1 << 12, 2 * lexeme.Number));
                numbers.AsSpan(known).Fill(None);
            }

            numbers[lexeme.Number] = number;
        }
    }
}

/// <summary>What the index keeps of an article beside its terms.</summary>
/// <param name="Id">The identity.</param>
/// <param name="Length">The weighted length in occurrences.</param>
/// <param name="Published">Seconds since 1970, or <see cref="IndexFields.UnknownTime"/>.</param>
/// <param name="Source">The publication in lower case.</param>
/// <param name="Language">The language's primary tag.</param>
/// <param name="IsDropped">Whether it was put aside again.</param>
internal readonly record struct BufferedArticle(Guid Id, int Length, long Published, string Source, string Language, bool IsDropped = false);
