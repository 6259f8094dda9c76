using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Answering.Extractive;
using NewsBot.Answering.Questions;

namespace NewsBot.Answering.Conversation;

/// <summary>
/// Makes a follow-up question stand on its own by rules, without a model: "and the year before?" takes the question before with the year
/// moved, "what about Larrow?" takes it with the name exchanged, "and in Larrow?" with the place, and a question that only points ("when was it built?") takes the names
/// and topic of the one before along. A question that stands on its own stays as it is. Safe for several threads.
/// </summary>
public sealed partial class FollowUp(WordReader reader, QuestionReader questions)
{
    // A question of its own names its matter in more words than these.
    private const int FewestOwnTerms = 3;

    private static readonly string[] Pointers = ["it", "he", "she", "they", "him", "her", "them", "his", "its", "their", "this", "that", "these", "those", "there", "then", "es", "er", "sie", "ihn", "dort", "il", "elle", "ils", "y"];

    /// <summary>The question to search for.</summary>
    /// <param name="before">The question before, as it was searched.</param>
    /// <param name="question">The follow-up.</param>
    public string StandAlone(string before, string question)
    {
        var bare = Opening().Replace(question.Trim(), "").Trim();
        if (YearMove(bare) is { } move && YearIn(before) is { } year)
        {
            return Year().Replace(before, (year + move).ToString(CultureInfo.InvariantCulture), 1);
        }

        if (LoneYear().Match(bare) is { Success: true } stated)
        {
            return YearIn(before) is null
                ? before.TrimEnd('?', ' ') + " in " + stated.Groups["year"].Value + "?"
                : Year().Replace(before, stated.Groups["year"].Value, 1);
        }

        var asked = questions.Read(bare);
        var isOpened = bare.Length < question.Trim().Length && asked.Terms.Count <= FewestOwnTerms && !HasQuestionWord(bare);
        if (isOpened && Place().Match(bare) is { Success: true, Index: 0 } place)
        {
            return WithPlace(before, place.Groups["word"].Value, bare.TrimEnd('?', ' '));
        }

        if (isOpened && LastNameIn(before) is { } name)
        {
            return before.Replace(name, bare.TrimEnd('?', ' '), StringComparison.Ordinal);
        }

        return PointsBack(bare) || asked.Terms.Count < FewestOwnTerms && !asked.Terms.Any(term => term.IsName)
            ? WithTopicOf(before, bare)
            : bare.Length > 0 ? bare : before;
    }

    // "and in Harwick?" takes the place of "in Larrow", or is said besides.
    private static string WithPlace(string before, string preposition, string place) =>
        Place().Matches(before).LastOrDefault(match => match.Groups["word"].Value == preposition) is { } known
            ? before[..known.Index] + place + before[(known.Index + known.Length)..]
            : $"{before.TrimEnd('?', ' ')} {place}?";

    private bool PointsBack(string question) =>
        reader.Read(question).Any(word => Pointers.Contains(word.Range.Of(question), StringComparer.OrdinalIgnoreCase));

    private bool HasQuestionWord(string question) => questions.Read(question).Type is not AnswerType.Thing;

    private string WithTopicOf(string before, string question)
    {
        var own = questions.Read(question).Terms.Select(term => term.Stem).ToHashSet(StringComparer.Ordinal);
        var topic = questions.Read(before).Terms.Where(term => !own.Contains(term.Stem)).Select(term => term.Surface);
        return $"{question.TrimEnd('?', ' ')} ({string.Join(' ', topic)})?";
    }

    private string? LastNameIn(string before)
    {
        var words = reader.Read(before);
        for (var last = words.Count - 1; last > 0; last--)
        {
            if (words[last].Kind != WordKind.Capitalised || words[last].IsStopWord)
            {
                continue;
            }

            var first = last;
            while (first > 1 && words[first - 1].Kind == WordKind.Capitalised && !words[first - 1].IsStopWord)
            {
                first--;
            }

            return before[words[first].Range.Start..words[last].Range.End];
        }

        return null;
    }

    private static int? YearMove(string question) =>
        YearBefore().IsMatch(question) ? -1 : YearAfter().IsMatch(question) ? 1 : null;

    private static int? YearIn(string question) =>
        Year().Match(question) is { Success: true } match ? int.Parse(match.ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(and|but|what about|how about|und|aber|wie ist es mit|et|mais)\b[\s,:]*(what about|how about)?\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Opening();

    [GeneratedRegex(@"\b(?<word>in|at|from|near|nach|bei|aus|à|en)( \p{Lu}[\p{L}'’-]*)+", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Place();

    [GeneratedRegex(@"\b(year before|previous year|a year earlier|jahr davor|jahr zuvor|année précédente|année d'avant)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex YearBefore();

    [GeneratedRegex(@"\b(year after|next year|following year|a year later|jahr danach|année suivante)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex YearAfter();

    [GeneratedRegex(@"\b(1[5-9]|20)\d\d\b", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Year();

    [GeneratedRegex(@"^(in |im jahr |en )?(?<year>(1[5-9]|20)\d\d)\s*\??$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex LoneYear();
}
