using NewsBot.Archive;
using NewsBot.Retrieval.Text;

namespace NewsBot.Retrieval.Lexical;

/// <summary>How many times words count beside those of the body.</summary>
/// <param name="Title">Words of the title.</param>
/// <param name="Lead">Words of the lead, beyond their count as words of the body.</param>
internal readonly record struct FieldWeights(int Title, int Lead)
{
    public static FieldWeights Default { get; } = Of(new RetrievalOptions());

    public static FieldWeights Of(RetrievalOptions options) => new(options.TitleWeight, options.LeadWeight);
}

/// <summary>
/// The occurrences of an article's terms by which it is ranked: body once, lead and title more often (as one weighted field articles were ranked
/// better than passages and than separate fields; the plateau around the default weights is flat). Stop words of the
/// body count for the length but are left out of the index, since no question asks for them; those of the title stay, so that "The Who" is found.
/// </summary>
internal static class WeightedTerms
{
    /// <summary>How many words count as the lead.</summary>
    private const int LeadWords = 200;

    /// <summary>Reads an article.</summary>
    /// <param name="article">The article.</param>
    /// <param name="analysis">The analysis of its language.</param>
    /// <param name="weights">How often the words of title and lead count.</param>
    /// <param name="add">Told each term, as often as it stands in the article, with how many occurrences it counts for.</param>
    /// <returns>The weighted length in occurrences.</returns>
    public static int Read(Article article, TermAnalysis analysis, FieldWeights weights, Action<Lexeme, int> add) =>
        (weights.Title * ReadTitle(article.Title, analysis, weights, add)) + ReadBody(article.Text, analysis, weights, add);

    private static int ReadTitle(string text, TermAnalysis analysis, FieldWeights weights, Action<Lexeme, int> add)
    {
        var words = 0;
        var scanner = new TermScanner(analysis, text);
        while (scanner.Next())
        {
            words++;
            add(scanner.Lexeme, weights.Title);
        }

        return words;
    }

    private static int ReadBody(string text, TermAnalysis analysis, FieldWeights weights, Action<Lexeme, int> add)
    {
        var words = 0;
        var scanner = new TermScanner(analysis, text);
        while (scanner.Next())
        {
            words++;
            if (!scanner.Lexeme.IsStopWord)
            {
                add(scanner.Lexeme, words <= LeadWords ? 1 + weights.Lead : 1);
            }
        }

        return words + (weights.Lead * Math.Min(words, LeadWords));
    }
}
