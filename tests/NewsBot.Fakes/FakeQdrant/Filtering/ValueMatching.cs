using System.Text.RegularExpressions;
using NewsBot.Fakes.QdrantWire;
using Match = NewsBot.Fakes.QdrantWire.Match;

namespace NewsBot.Fakes;

/// <summary>
/// Whether one of a field's values is what a condition wants. Text is matched by words where the field has a text index, else as a
/// case-sensitive substring.
/// </summary>
internal sealed partial class ValueMatching(PayloadSchemaInfo? index)
{
    private readonly bool byWords = index?.DataType == PayloadSchemaType.Text;

    public bool Matches(Match match, IEnumerable<Value> values, bool isPresent) => match.MatchValueCase switch
    {
        Match.MatchValueOneofCase.Keyword => Strings(values).Contains(match.Keyword),
        Match.MatchValueOneofCase.Keywords => Strings(values).Any(match.Keywords.Strings.Contains),
        Match.MatchValueOneofCase.ExceptKeywords => isPresent && values.Any(value => !(value.KindCase == Value.KindOneofCase.StringValue && match.ExceptKeywords.Strings.Contains(value.StringValue))),
        Match.MatchValueOneofCase.Integer => Integers(values).Contains(match.Integer),
        Match.MatchValueOneofCase.Integers => Integers(values).Any(match.Integers.Integers.Contains),
        Match.MatchValueOneofCase.ExceptIntegers => isPresent && values.Any(value => !(value.KindCase == Value.KindOneofCase.IntegerValue && match.ExceptIntegers.Integers.Contains(value.IntegerValue))),
        Match.MatchValueOneofCase.Boolean => values.Any(value => value.KindCase == Value.KindOneofCase.BoolValue && value.BoolValue == match.Boolean),
        Match.MatchValueOneofCase.Text => Strings(values).Any(value => HasAllWords(value, match.Text)),
        Match.MatchValueOneofCase.TextAny => Strings(values).Any(value => HasAnyWord(value, match.TextAny)),
        Match.MatchValueOneofCase.Phrase => Strings(values).Any(value => HasPhrase(value, match.Phrase)),
        _ => throw Refusal.InvalidArgument("Malformed Match condition"),
    };

    private static IEnumerable<string> Strings(IEnumerable<Value> values) =>
        values.Where(value => value.KindCase == Value.KindOneofCase.StringValue).Select(value => value.StringValue);

    private static IEnumerable<long> Integers(IEnumerable<Value> values) =>
        values.Where(value => value.KindCase == Value.KindOneofCase.IntegerValue).Select(value => value.IntegerValue);

    private static List<string> Words(string text) => [.. WordGrammar().Matches(text.ToLowerInvariant()).Select(match => match.Value)];

    private bool HasAllWords(string value, string wanted)
    {
        if (!byWords)
        {
            return wanted.Length > 0 && value.Contains(wanted, StringComparison.Ordinal);
        }

        var words = Words(wanted);
        return words.Count > 0 && words.All(Words(value).Contains);
    }

    private bool HasAnyWord(string value, string wanted) => byWords
        ? Words(wanted).Any(Words(value).Contains)
        : WordGrammar().Matches(wanted).Any(word => value.Contains(word.Value, StringComparison.Ordinal));

    private bool HasPhrase(string value, string phrase)
    {
        if (!byWords)
        {
            return phrase.Length > 0 && value.Contains(phrase, StringComparison.Ordinal);
        }

        var wanted = Words(phrase);
        var words = Words(value);
        return wanted.Count > 0 && Enumerable.Range(0, Math.Max(0, words.Count - wanted.Count + 1)).Any(start => words.Skip(start).Take(wanted.Count).SequenceEqual(wanted));
    }

    [GeneratedRegex(@"[\p{L}\p{N}]+", RegexOptions.NonBacktracking)]
    private static partial Regex WordGrammar();
}
