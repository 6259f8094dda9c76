using System.Globalization;
using NewsBot.Archive;

namespace NewsBot.Answering;

/// <summary>What an answer has to say of corrections of what it cites.</summary>
public static class AnswerCorrections
{
    /// <summary>
    /// One line for each cited article that was corrected, with the numbers of its citations, the day and what was corrected:
    /// "[1] was corrected on 16 April 2025: 214,000 → 241,000". None where no cited article was.
    /// </summary>
    public static IReadOnlyList<string> Of(Answer answer) =>
    [
        .. answer.Citations
            .Where(citation => citation.Article.Standing.Correction is not null)
            .GroupBy(citation => citation.Article.Id)
            .Select(cited => Line([.. cited.Select(citation => citation.Number)], cited.First().Article.Standing.Correction!)),
    ];

    private static string Line(IReadOnlyList<int> numbers, ArticleCorrection correction) => string.Create(
        CultureInfo.InvariantCulture,
        $"{string.Concat(numbers.Select(number => $"[{number}]"))} was corrected on {correction.At.Day:d MMMM yyyy}: {correction.What}");
}
