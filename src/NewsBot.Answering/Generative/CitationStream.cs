using System.Globalization;
using System.Text;

namespace NewsBot.Answering.Generative;

/// <summary>A sentence as a model wrote it.</summary>
/// <param name="Text">The words, without markers and list signs.</param>
/// <param name="Markers">The evidence numbers it cites, each once, in their order; may be empty or name evidence that does not exist.</param>
public sealed record DraftSentence(string Text, IReadOnlyList<int> Markers);

/// <summary>
/// Cuts a stream of characters into sentences with their citation markers, "[1]", "[2, 3]" or "【4】", whether these stand before or after the
/// full stop. A sentence is given out once the first character of the next one has come, since until then a marker may still belong to it.
/// A pure state machine: the result depends on the characters alone, not on the pieces in which they come. For one answer and one thread.
/// </summary>
public sealed class CitationStream
{
    // A marker that goes on longer is no marker but text in brackets.
    private const int LongestMarker = 24;

    // A model that never ends its sentence is cut off rather than buffered for ever; no sentence that can be verified is that long.
    private const int LongestSentence = 4_000;

    private static readonly string[] Abbreviations = ["mr", "mrs", "ms", "dr", "st", "prof", "gen", "sen", "rep", "gov", "no", "vs", "inc", "corp", "co", "ltd", "jan", "feb", "mar", "apr", "aug", "sept", "oct", "nov", "dec", "approx", "bzw", "ca"];

    private readonly StringBuilder text = new();
    private readonly StringBuilder marker = new();
    private readonly List<int> markers = [];
    private bool inMarker;
    private bool afterStop;
    private bool sawSpace;

    /// <summary>Takes in a piece; gives out the sentences that are now complete.</summary>
    public IReadOnlyList<DraftSentence> Feed(string piece)
    {
        var done = new List<DraftSentence>();
        foreach (var c in piece)
        {
            done.AddRange(inMarker ? InMarker(c) : InText(c));
        }

        return done;
    }

    /// <summary>The stream is over; gives out what is left.</summary>
    public IReadOnlyList<DraftSentence> End()
    {
        if (inMarker)
        {
            LeaveMarker();
        }

        return Complete();
    }

    private IReadOnlyList<DraftSentence> InMarker(char c)
    {
        if (c is ']' or '】')
        {
            inMarker = false;
            var numbers = NumbersIn(marker.ToString());
            if (numbers.Count == 0)
            {
                text.Append('[').Append(marker).Append(']');
            }

            markers.AddRange(numbers);
            return [];
        }

        if (marker.Length < LongestMarker && c is not ('[' or '【' or '\n'))
        {
            marker.Append(c);
            return [];
        }

        LeaveMarker();
        return InText(c);
    }

    // What looked like a marker is text.
    private void LeaveMarker()
    {
        inMarker = false;
        text.Append('[').Append(marker);
    }

    private IReadOnlyList<DraftSentence> InText(char c)
    {
        if (c is '[' or '【')
        {
            inMarker = true;
            marker.Clear();
            return [];
        }

        if (c == '\n')
        {
            return Complete();
        }

        var begins = afterStop && sawSpace && !char.IsWhiteSpace(c) && !char.IsLower(c) && !EndsInAbbreviation();
        var done = begins || text.Length >= LongestSentence ? Complete() : [];
        Append(c);
        return done;
    }

    private void Append(char c)
    {
        if (char.IsWhiteSpace(c))
        {
            sawSpace = true;
            if (text.Length > 0 && text[^1] != ' ')
            {
                text.Append(' ');
            }

            return;
        }

        var closes = c is '"' or '”' or '’' or ')' or '»';
        afterStop = c is '.' or '!' or '?' or '…' || (afterStop && closes && !sawSpace);
        sawSpace = false;
        text.Append(c);
    }

    private bool EndsInAbbreviation()
    {
        var written = text.ToString().TrimEnd(' ');
        if (!written.EndsWith('.'))
        {
            return false;
        }

        var start = written.LastIndexOf(' ') + 1;
        var word = written[start..^1].TrimStart('(', '"', '“');
        return (word.Length == 1 && char.IsUpper(word[0])) || Array.Exists(Abbreviations, known => known.Equals(word, StringComparison.OrdinalIgnoreCase));
    }

    private IReadOnlyList<DraftSentence> Complete()
    {
        var words = WithoutListSign(text.ToString().Trim()).Replace(" .", ".", StringComparison.Ordinal);
        var cited = markers.Distinct().ToList();
        text.Clear();
        markers.Clear();
        (afterStop, sawSpace) = (false, false);
        return words.Any(char.IsLetterOrDigit) ? [new DraftSentence(words, cited)] : [];
    }

    private static string WithoutListSign(string sentence) =>
        sentence.StartsWith("- ", StringComparison.Ordinal) || sentence.StartsWith("* ", StringComparison.Ordinal) || sentence.StartsWith("• ", StringComparison.Ordinal)
            ? sentence[2..].TrimStart()
            : sentence;

    private static List<int> NumbersIn(string inside)
    {
        var numbers = new List<int>();
        foreach (var part in inside.Split([',', ';', ' '], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!int.TryParse(part.TrimStart('^'), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                return [];
            }

            numbers.Add(number);
        }

        return numbers;
    }
}
