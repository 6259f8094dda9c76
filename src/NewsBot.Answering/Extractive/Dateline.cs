using NewsBot.Archive;

namespace NewsBot.Answering.Extractive;

/// <summary>
/// The dateline before the first sentence of a report: "PORT SELWICK, May 12 (Coastline Press Agency) — ". It says where and when the report was
/// written, which an answer's source line says too.
/// </summary>
internal static class Dateline
{
    private const int Longest = 80;
    private const int LeastCapitals = 3;
    private const int LeastRest = 12;

    private static readonly string[] Dashes = [" — ", " – ", " - ", " -- "];

    /// <summary>The range without the dateline that it begins with; the same range where there is none.</summary>
    public static TextRange Without(string text, TextRange range)
    {
        var sentence = range.SpanOf(text);
        var (end, next) = FirstDash(sentence[..Math.Min(sentence.Length, Longest)]);
        return end > 0 && sentence.Length - next >= LeastRest && IsPlace(PlaceOf(sentence[..end])) && OpensSentence(sentence[next])
            ? new TextRange(range.Start + next, range.End)
            : range;
    }

    private static (int At, int End) FirstDash(ReadOnlySpan<char> head)
    {
        var first = (At: -1, End: -1);
        foreach (var dash in Dashes)
        {
            var at = head.IndexOf(dash, StringComparison.Ordinal);
            first = at >= 0 && (first.At < 0 || at < first.At) ? (at, at + dash.Length) : first;
        }

        return first;
    }

    /// <summary>The day and the agency stand behind the place.</summary>
    private static ReadOnlySpan<char> PlaceOf(ReadOnlySpan<char> dateline) => dateline.IndexOfAny(',', '(') is >= 0 and var end ? dateline[..end] : dateline;

    private static bool IsPlace(ReadOnlySpan<char> place)
    {
        var capitals = 0;
        foreach (var letter in place)
        {
            if (char.IsLower(letter) || !(char.IsLetter(letter) || letter is ' ' or '-' or '.' or '\'' or '’'))
            {
                return false;
            }

            capitals += char.IsUpper(letter) ? 1 : 0;
        }

        return capitals >= LeastCapitals;
    }

    private static bool OpensSentence(char first) => char.IsUpper(first) || char.IsDigit(first) || first is '"' or '“' or '„' or '«';
}
