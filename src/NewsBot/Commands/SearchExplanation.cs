using System.Globalization;
using NewsBot.Archive;
using NewsBot.Retrieval;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary>Why hits stand where they stand, for people: the sum that made the score, and a line for each of its parts.</summary>
internal sealed class SearchExplanation(TerminalText output, QuestionReading reading)
{
    private const string Indent = "    ";
    private const string Continued = "             ";

    /// <summary>How the words were read: what was looked for, what nothing holds, which days.</summary>
    public void WriteReading()
    {
        Line("looked for", string.Join(" · ", reading.Terms.Except(reading.UnknownTerms)), "");
        Line("nowhere", string.Join(" · ", reading.UnknownTerms), "");
        Line("phrases", string.Join(" · ", reading.Phrases.Select(phrase => $"“{phrase}”")), "");
        Line("time", TimeRead(), "");
        output.Blank();
    }

    /// <summary>The parts of a hit's score, and why it stands behind hits that score less.</summary>
    /// <param name="hit">The hit.</param>
    /// <param name="why">What made its score.</param>
    /// <param name="before">The hits before it.</param>
    public void Write(ArticleHit hit, HitExplanation why, IReadOnlyList<ArticleHit> before)
    {
        Line("score", $"{Number(hit.Score)} = ({Relevance(why)} + best passage {Number(why.Passage)}) × time {Number(why.TimeFactor)}{Phrases(why)}");
        Line("reranked", why.Reranked is { } likely ? $"its best passage answers with a likelihood of {Number(likely)}" : "");
        Line("words", string.Join(" · ", why.Terms.OrderByDescending(term => term.Value).Select(term => $"{term.Key} {Number(term.Value)}")));
        Line("time", TimeOf(hit.Article, why.TimeFactor));
        Line("story", StoryOf(hit, why));
        Line("place", PlaceOf(hit, before));
    }

    // Publications are mixed: one that stands above already lets another by whose score is nearly the same.
    private static string PlaceOf(ArticleHit hit, IReadOnlyList<ArticleHit> before)
    {
        var ofSource = before.Count(other => hit.Article.Source is { } source && other.Article.Source == source);
        return ofSource > 0 && before.Any(other => other.Score < hit.Score)
            ? $"lets others by, since {hit.Article.Source} is listed above already (Retrieval:SameSourcePenalty)"
            : "";
    }

    private static string Relevance(HitExplanation why) => why.Dense is { } cosine
        ? $"words and meaning {Number(why.Relevance)} [words {Number(why.Lexical)}, cosine {Number(cosine)}]"
        : $"words {Number(why.Lexical)}";

    private static string Phrases(HitExplanation why) => why.PhraseFactor == 1 ? "" : $" × phrases {Number(why.PhraseFactor)}";

    private string TimeRead() => reading switch
    {
        { Time: { } day } when day.First == day.Last => $"{Day(day.First)}; articles of this day come first",
        { Time: { } range } => $"{(range.First == DateOnly.MinValue ? "any day" : Day(range.First))} to {Day(range.Last)}; articles of these days come first",
        { Focus: TimeFocus.Latest } => "the latest state is asked for; new articles come first",
        { Focus: TimeFocus.Origin } => "the beginning is asked for; age does not count",
        _ => "none is named; newer articles are slightly preferred",
    };

    private string TimeOf(Article article, double factor)
    {
        var published = article.Published is { } time ? AnswerText.Day(time) : "unknown day";
        var isAsked = reading.Time is { } range && article.Published is { } day && range.Contains(day.Day);
        return isAsked ? $"{published}, one of the days asked for"
            : factor <= 1.005 ? $"{published}, counts neither for nor against"
            : $"{published}, lifts the score by {(factor - 1).ToString("P0", CultureInfo.InvariantCulture)}";
    }

    private static string StoryOf(ArticleHit hit, HitExplanation why)
    {
        var copies = hit.Also.Count == 0 ? "" : $"{AnswerText.Counted(hit.Also.Count, "other article")} of the same story stand{(hit.Also.Count == 1 ? "s" : "")} behind it";
        return why.IsStandIn ? $"stands in for another article of its story, whose rank it takes{(copies.Length > 0 ? "; " + copies : "")}" : copies;
    }

    private void Line(string name, string text, string indent = Indent)
    {
        if (text.Length > 0)
        {
            output.Faint(text, indent + Continued[..^2], $"{indent}{name,-10} ");
        }
    }

    private static string Day(DateOnly day) => day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
