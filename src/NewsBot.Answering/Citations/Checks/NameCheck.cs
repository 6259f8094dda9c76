using NewsBot.Answering.Citations.Matching;
using NewsBot.Answering.Claims.Reading;

namespace NewsBot.Answering.Citations.Checks;

/// <summary>
/// Compares names. In a near copy a name that stands in another's place is a contradiction; elsewhere half of a name's words must
/// stand in the source.
/// </summary>
internal static class NameCheck
{
    private const double NeededShare = 0.5;
    private const double NeededMatch = 0.6;
    private const int WidestGap = 6;

    /// <summary>The names of the claim that the source does not have, or has otherwise.</summary>
    public static IEnumerable<Finding> Find(ClaimMatch match)
    {
        var isReported = new bool[match.Claim.Words.Length];
        if (match.IsNear && match.Alignment.MatchedShare >= NeededMatch)
        {
            foreach (var gap in match.Gaps)
            {
                if (Replaced(match, gap) is { } finding)
                {
                    Array.Fill(isReported, true, gap.ClaimFrom, gap.ClaimLength);
                    yield return finding;
                }
            }
        }

        foreach (var name in match.Claim.Reading.Names)
        {
            if (!isReported.AsSpan(name.From, name.To - name.From).Contains(true) && IsAbsent(match, name))
            {
                yield return new Finding(FindingKind.Name, $"“{match.ClaimText(name.From, name.To)}” is not in the source", IsOpposed: false, (name.From, name.To), Place: null);
            }
        }
    }

    private static Finding? Replaced(ClaimMatch match, AlignmentGap gap)
    {
        if (gap.ClaimLength is 0 or > WidestGap || gap.SourceLength is 0 or > WidestGap)
        {
            return null;
        }

        var (from, to) = Span(gap.ClaimFrom, gap.ClaimTo, at => IsCapitalised(match, at));
        var (sourceFrom, sourceTo) = Span(gap.SourceFrom, gap.SourceTo, at => IsName(match, at));
        return to == from || sourceTo == sourceFrom
            ? null
            : new Finding(
                FindingKind.Name,
                $"the source has “{match.Source.TextOf(sourceFrom, sourceTo)}” in this place, not “{match.ClaimText(from, to)}”",
                IsOpposed: true,
                (from, to),
                (sourceFrom, sourceTo));
    }

    private static (int From, int To) Span(int from, int to, Func<int, bool> belongs)
    {
        var (first, last) = (-1, -1);
        for (var at = from; at < to; at++)
        {
            if (belongs(at))
            {
                first = first < 0 ? at : first;
                last = at;
            }
        }

        return first < 0 ? (0, 0) : (first, last + 1);
    }

    // Whatever has a capital inside a sentence stands there as a name, be it a title or a word that is none elsewhere.
    private static bool IsCapitalised(ClaimMatch match, int at)
    {
        var word = match.Claim.Words[at];
        return word is { IsCapital: true, Kind: WordKind.Plain } && word.Form != "i"
            && (!IsSentenceStart(match.Claim.Reading, at) || IsKnownName(match, word) || IsInName(match.Claim.Reading, at) || IsNamedSpeaker(match.Claim.Words, at));
    }

    // Beside a name of the source, a speaker at the start of the sentence is a name too, unless it is one of those who always speak.
    private static bool IsNamedSpeaker(Word[] words, int at) =>
        at + 1 < words.Length && !words[at].IsFunction && Lexicon.Speech.Contains(words[at + 1].Form) && !Lexicon.CommonSpeakers.Contains(words[at].Form);

    private static bool IsName(ClaimMatch match, int at)
    {
        var word = match.Source.Words[at];
        var startsSentence = at == match.Source.Sentences[match.Source.SentenceOf[at]].From;
        return (word is { IsCapital: true, Kind: WordKind.Plain } && word.Form != "i" && !Lexicon.Titles.Contains(word.Form) && (!startsSentence || IsKnownName(match, word) || match.Source.IsInName(at)))
            || IsNobodyNamed(word.Form);
    }

    // Where the source speaks of "some" or "others", a claim that names one has put the name in.
    private static bool IsNobodyNamed(string form) => form is "some" or "others" or "many" or "several" or "everyone";

    private static bool IsKnownName(ClaimMatch match, Word word) =>
        !word.IsFunction && (match.Claim.Reading.Capitals.Contains(word.Form) || match.Source.Parts.Any(part => part.Reading.Capitals.Contains(word.Form)));

    private static bool IsInName(TextReading reading, int at) => reading.Names.Any(name => name.From <= at && at < name.To);

    private static bool IsSentenceStart(TextReading reading, int at) => reading.Sentences.Any(sentence => sentence.From == at);

    private static bool IsAbsent(ClaimMatch match, NameMention name)
    {
        var (found, counted) = (0, 0);
        for (var at = name.From; at < name.To; at++)
        {
            if (NameReader.IsNameWord(match.Claim.Words[at]))
            {
                counted++;
                found += match.IsInSource(match.Claim.Words[at]) ? 1 : 0;
            }
        }

        return counted > 0 && found < NeededShare * counted;
    }
}
