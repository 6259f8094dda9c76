using System.Globalization;
using System.Text;
using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Answering.Generative;

/// <summary>A numbered piece of evidence as a model is shown it.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Hit">The article.</param>
/// <param name="Range">The passage's range in the article's text.</param>
public sealed record NumberedEvidence(int Number, ArticleHit Hit, TextRange Range);

/// <summary>The evidence for one question: the best passages of the best articles, numbered, dated, and as data between delimiters.</summary>
public sealed class EvidenceSheet
{
    private EvidenceSheet(IReadOnlyList<NumberedEvidence> evidence) => Evidence = evidence;

    /// <summary>The passages, by number.</summary>
    public IReadOnlyList<NumberedEvidence> Evidence { get; }

    /// <summary>Takes the best passage of each article first, then second ones, up to a number of passages.</summary>
    public static EvidenceSheet Of(SearchOutcome found, int maximumPassages)
    {
        var passages = found.Hits
            .SelectMany((hit, rank) => hit.Evidence.Select((evidence, place) => (hit, rank, place, evidence.Passage.Range)))
            .OrderBy(one => one.place)
            .ThenBy(one => one.rank)
            .Take(maximumPassages)
            .Select((one, index) => new NumberedEvidence(index + 1, one.hit, one.Range));
        return new EvidenceSheet([.. passages]);
    }

    /// <summary>The passage with a number, or null where a model invented it.</summary>
    public NumberedEvidence? Find(int number) => number >= 1 && number <= Evidence.Count ? Evidence[number - 1] : null;

    /// <summary>The sheet as text. Lines that look like its own delimiters are indented, so that no article can end its part.</summary>
    public override string ToString()
    {
        var sheet = new StringBuilder();
        foreach (var one in Evidence)
        {
            var article = one.Hit.Article;
            sheet.Append(CultureInfo.InvariantCulture, $"=== EVIDENCE {one.Number} · {OnOneLine(article.Source ?? "unknown source")} · {article.Published?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "undated"} · {OnOneLine(article.Title)}\n");
            foreach (var line in one.Range.Of(article.Text).Split('\n'))
            {
                sheet.Append(line.StartsWith("===", StringComparison.Ordinal) ? " " : "").Append(line).Append('\n');
            }

            sheet.Append(CultureInfo.InvariantCulture, $"=== END {one.Number}\n");
        }

        return sheet.ToString();
    }

    private static string OnOneLine(string text) => text.ReplaceLineEndings(" ");
}
