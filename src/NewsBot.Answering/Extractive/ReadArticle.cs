using System.Globalization;
using NewsBot.Retrieval;

namespace NewsBot.Answering.Extractive;

/// <summary>An article of the evidence with what was read of it.</summary>
/// <param name="Hit">The article as found.</param>
/// <param name="Rank">Its place among the hits, from 0.</param>
/// <param name="RelativeScore">Its score as a share of the best one's, 0 to 1.</param>
/// <param name="TitleWords">The words of its headline.</param>
public sealed record ReadArticle(ArticleHit Hit, int Rank, double RelativeScore, IReadOnlyList<Word> TitleWords)
{
    private readonly List<EvidenceSentence> sentences = [];
    private int[]? holding;
    private bool[]? anywhere;
    private HashSet<string>? names;
    private TermMatches? titleMatches;

    /// <summary>When it was published, if that is known.</summary>
    public DateTimeOffset? Time => Hit.Article.Published?.Instant;

    /// <summary>Whether it says of itself that it is in French.</summary>
    public bool IsFrench => Hit.Article.Content.Language?.StartsWith("fr", StringComparison.OrdinalIgnoreCase) == true;

    /// <summary>How a note calls it: its publication and day, "Tribune, 4 May 2024"; without both its headline.</summary>
    public string Name
    {
        get
        {
            var parts = new[] { Hit.Article.Source, Hit.Article.Published?.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) }.OfType<string>().ToList();
            return parts.Count > 0 ? string.Join(", ", parts) : $"“{Hit.Article.Title}”";
        }
    }

    /// <summary>The sentences read, in the order of the text.</summary>
    public IReadOnlyList<EvidenceSentence> Sentences => sentences;

    /// <summary>Which terms of the question its headline holds.</summary>
    public TermMatches TitleMatchesOf(WeighedQuestion question) => titleMatches ??= question.MatchesIn(TitleWords);

    // A report of June says "yesterday" and "this month".
    internal void AddDateTo(WeighedQuestion question, bool[] held)
    {
        for (var i = 0; i < held.Length && Hit.Article.Published is not null; i++)
        {
            held[i] |= question.IsTimeOf(i, Hit.Article.Published.Value.Day);
        }
    }

    /// <summary>How many of the sentences hold each term of the question.</summary>
    public IReadOnlyList<int> Holding(WeighedQuestion question) => holding ??= CountHolding(question);

    /// <summary>Whether the headline or any sentence read holds a term, in any way.</summary>
    public bool Names(WeighedQuestion question, int term)
    {
        if (anywhere is null)
        {
            anywhere = new bool[question.Count];
            TitleMatchesOf(question).AddTo(anywhere);
            AddDateTo(question, anywhere);
            foreach (var sentence in sentences)
            {
                sentence.MatchesOf(question).AddTo(anywhere);
            }
        }

        return anywhere[term];
    }

    /// <summary>Whether a word, by its stem, has a capital somewhere inside a sentence read, where only names have one.</summary>
    public bool IsName(string stem) => (names ??= sentences
        .SelectMany(sentence => sentence.Words.Where((word, at) => word.Kind == WordKind.Capitalised && !NameSpans.OpensSentence(sentence, at)))
        .Select(word => word.Stem)
        .ToHashSet(StringComparer.Ordinal)).Contains(stem);

    internal void Add(EvidenceSentence sentence) => sentences.Add(sentence);

    private int[] CountHolding(WeighedQuestion question)
    {
        var counts = new int[question.Count];
        foreach (var sentence in sentences)
        {
            var exact = sentence.MatchesOf(question).Exact;
            for (var i = 0; i < exact.Length; i++)
            {
                counts[i] += exact[i] ? 1 : 0;
            }
        }

        return counts;
    }
}
