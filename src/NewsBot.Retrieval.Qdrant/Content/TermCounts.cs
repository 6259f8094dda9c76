using NewsBot.Archive;
using NewsBot.Retrieval.Lexical;
using NewsBot.Retrieval.Text;
using Qdrant.Client.Grpc;

namespace NewsBot.Retrieval.Qdrant.Content;

/// <summary>How often which terms occur in a text, and its length in words.</summary>
internal sealed class TermCounts
{
    private readonly Dictionary<uint, int> counts = [];

    /// <summary>The length by which weights are normalised; words that are left out of the vector count for it.</summary>
    public int Length { get; private set; }

    public IReadOnlyCollection<uint> Terms => counts.Keys;

    public int CountOf(uint term) => counts.GetValueOrDefault(term);

    /// <summary>An article as it is ranked: the occurrences that the embedded index counts, title and lead weighted in the same way.</summary>
    public static TermCounts OfArticle(Article article, TextAnalysis text)
    {
        var result = new TermCounts();
        result.Length = WeightedTerms.Read(
            article, text.For(article.Content.Language, article.Text), FieldWeights.Default, (lexeme, occurrences) => result.Add(HashOf(lexeme), occurrences));
        return result;
    }

    /// <summary>The passages of an article, each by its own words; stop words count for the length only.</summary>
    public static IReadOnlyList<TermCounts> OfPassages(Article article, IReadOnlyList<Passage> passages, TextAnalysis text)
    {
        var results = passages.Select(_ => new TermCounts()).ToList();
        var current = 0;
        var scanner = new TermScanner(text.For(article.Content.Language, article.Text), article.Text);
        while (scanner.Next())
        {
            while (current < passages.Count && scanner.Range.Start >= passages[current].Range.End)
            {
                current++;
            }

            if (current == passages.Count)
            {
                break;
            }

            results[current].Length++;
            if (!scanner.Lexeme.IsStopWord)
            {
                results[current].Add(HashOf(scanner.Lexeme), 1);
            }
        }

        return results;
    }

    /// <summary>The document's side of BM25, tf·(k1+1) / (tf + k1·(1 - b + b·length/average)): the query's side is the term's rarity alone.</summary>
    public SparseVector Weigh(double k1, double b, double averageLength)
    {
        var saturation = k1 * (1 - b + (b * Length / averageLength));
        var vector = new SparseVector();
        foreach (var (term, count) in counts)
        {
            vector.Indices.Add(term);
            vector.Values.Add((float)(count * (k1 + 1) / (count + saturation)));
        }

        return vector;
    }

    private static uint HashOf(Lexeme lexeme) => TermHash.Of(lexeme.Utf8.Bytes.AsSpan(lexeme.Utf8.Offset, lexeme.Utf8.Length));

    private void Add(uint term, int occurrences) => counts[term] = counts.GetValueOrDefault(term) + occurrences;
}
