using System.Collections.Frozen;
using NewsBot.Answering.Claims.Reading;
using NewsBot.Archive;

namespace NewsBot.Answering.Claims;

/// <summary>
/// Cuts any text into claims: its sentences and list items, cut further where "; and" or a semicolon joins two statements.
/// Questions, greetings and opinions are marked, since no source can confirm them. Every claim is a range of the text, in order.
/// Linear in the length of the text; safe for several threads at once.
/// </summary>
public sealed class ClaimSplitter
{
    // Both sides of a semicolon must be able to stand alone: shorter parts are lists ("Bonn; Berlin; and Kiel").
    private const int FewestWordsOfPart = 4;

    private static readonly FrozenSet<string> Greetings = FrozenSet.ToFrozenSet(
        ["hello", "hi", "hey", "thanks", "thank you", "good morning", "good afternoon", "good evening", "good night", "goodbye", "bye", "welcome", "dear", "cheers",
            "sure", "of course", "certainly", "here is", "here are", "please let me know", "let me know", "hope this helps", "i hope this helps"],
        StringComparer.Ordinal);

    // With an exclamation mark only: "What a night!" says nothing, "What a witness saw was a heron." does.
    private static readonly string[] Exclamations = ["what a", "what an", "how"];

    private static readonly string[] Opinions =
        ["i think", "i believe", "i feel", "i hope", "i guess", "i suppose", "i love", "i hate", "in my opinion", "in my view", "to my mind", "we think", "we believe",
            "imo", "imho", "personally", "hopefully", "sadly", "unfortunately it seems", "it would be nice", "it would be great", "it would be better", "it seems to me"];

    private readonly ComparisonReader _reader = new(new WordStems());

    /// <summary>The claims of a text, in order.</summary>
    public IReadOnlyList<Claim> Split(string text)
    {
        var claims = new List<Claim>();
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            foreach (var part in PartsOf(text, sentence))
            {
                var range = WithoutListMark(text, part);
                if (range.Length > 0)
                {
                    claims.Add(Read(range.Of(text), range));
                }
            }
        }

        return claims;
    }

    /// <summary>A text taken as one claim.</summary>
    public Claim Read(string text) => Read(text, new TextRange(0, text.Length));

    private Claim Read(string text, TextRange range)
    {
        var reading = TextReading.Of(_reader, text, new TextRange(0, text.Length));
        return new Claim { Text = text, Range = range, Kind = KindOf(text, reading.Words), Facts = FactsOf(reading) };
    }

    private static ClaimFacts FactsOf(TextReading reading) => new()
    {
        Numbers = [.. reading.Words.Where(word => word.Quantity is not null).Select(word => new StatedNumber(reading.Text[word.Start..word.End], word.Quantity!.Value, word.Quantity.Unit))],
        Dates = [.. reading.Dates.Select(date => reading.TextOf(date.From, date.To))],
        Names = [.. reading.Names.Select(reading.TextOf)],
        Quotations = [.. QuotationReader.Read(reading.Text, reading.Words).Select(quotation => quotation.Inner.Of(reading.Text))],
        IsNegated = reading.Words.Any(word => word.Kind == WordKind.Negation),
        Speaker = reading.Speakers.Count > 0 ? reading.TextOf(reading.Speakers[0].Name) : null,
    };

    private static ClaimKind KindOf(string text, Word[] words)
    {
        if (words.Length == 0)
        {
            return ClaimKind.Wordless;
        }

        var quotations = QuotationReader.Read(text, words);
        if (text.AsSpan().TrimEnd("\"”’') ").EndsWith("?") && quotations.Count == 0)
        {
            return ClaimKind.Question;
        }

        var opening = string.Join(' ', words.Take(5).Select(word => word.Form));
        var exclaims = text.AsSpan().TrimEnd().EndsWith("!") && StartsWithAny(opening, Exclamations);
        if ((exclaims || StartsWithAny(opening, Opinions)) && quotations.Count == 0)
        {
            return ClaimKind.Opinion;
        }

        const int longestGreeting = 8;
        return words.Length <= longestGreeting && StartsWithAny(opening, Greetings) && words.All(word => word.Quantity is null) ? ClaimKind.Greeting : ClaimKind.Statement;
    }

    private static bool StartsWithAny(string opening, IEnumerable<string> phrases) =>
        phrases.Any(phrase => opening == phrase || opening.StartsWith(phrase + " ", StringComparison.Ordinal));

    private static IEnumerable<TextRange> PartsOf(string text, TextRange sentence)
    {
        var start = sentence.Start;
        var isQuoted = false;
        for (var at = sentence.Start; at < sentence.End; at++)
        {
            isQuoted ^= text[at] is '"' or '“' or '”';
            if (text[at] == ';' && !isQuoted && IsStatement(text, start, at) && IsStatement(text, at + 1, sentence.End))
            {
                yield return Trimmed(text, start, at);
                start = at + 1;
            }
        }

        yield return Trimmed(text, start, sentence.End);
    }

    private static bool IsStatement(string text, int from, int to)
    {
        var words = 0;
        for (var at = from; at < to && words < FewestWordsOfPart; at++)
        {
            words += char.IsLetterOrDigit(text[at]) && (at == from || char.IsWhiteSpace(text[at - 1])) ? 1 : 0;
            if (at > from && text[at] == ';')
            {
                break;
            }
        }

        return words >= FewestWordsOfPart;
    }

    private static TextRange Trimmed(string text, int from, int to)
    {
        while (from < to && (char.IsWhiteSpace(text[from]) || text[from] == ';'))
        {
            from++;
        }

        while (to > from && char.IsWhiteSpace(text[to - 1]))
        {
            to--;
        }

        return new TextRange(from, to);
    }

    // "- ", "• ", "* ", "3. ", "3) ": the mark of a list item is no part of what it claims.
    private static TextRange WithoutListMark(string text, TextRange range)
    {
        var at = range.Start;
        while (at < range.End && char.IsAsciiDigit(text[at]) && at - range.Start < 3)
        {
            at++;
        }

        var isNumbered = at > range.Start && at + 1 < range.End && text[at] is '.' or ')' && char.IsWhiteSpace(text[at + 1]);
        var isBullet = at == range.Start && at + 1 < range.End && text[at] is '-' or '•' or '*' or '–' or '·' or '#' && char.IsWhiteSpace(text[at + 1]);
        return isNumbered || isBullet ? Trimmed(text, at + 1, range.End) : range;
    }
}
