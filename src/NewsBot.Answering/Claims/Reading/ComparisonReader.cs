using System.Buffers;
using System.Globalization;

namespace NewsBot.Answering.Claims.Reading;

/// <summary>
/// Reads a text into words as the verifier compares them: stemmed, numbers by value, months and weekdays by whatever form they have. Not built on
/// retrieval's terms, which drop what a verdict turns on so that more is found: the "not" of "don't", units and scales, "about" before a figure, "May" the month. Safe
/// for several threads at once.
/// </summary>
internal sealed class ComparisonReader(WordStems stems)
{
    private static readonly SearchValues<char> Breaks = SearchValues.Create(",;:()—–");

    /// <summary>The words of a text, in order; their ranges never go backwards.</summary>
    public Word[] Read(string text) => Read(text, 0, text.Length);

    /// <summary>The words of a range of a text.</summary>
    public Word[] Read(string text, int from, int to)
    {
        var scanned = WordScanner.Scan(text, from, to);
        var words = new List<Word>(scanned.Count);
        for (var at = 0; at < scanned.Count;)
        {
            if (MonthAt(text, scanned, at) is { } month)
            {
                words.Add(Named(scanned[at], WordKind.Month, "@month" + month.ToString(CultureInfo.InvariantCulture)));
                at++;
            }
            else if (Lexicon.Weekdays.TryGetValue(scanned[at].Form, out var weekday))
            {
                words.Add(Named(scanned[at], WordKind.Weekday, "@weekday" + weekday.ToString(CultureInfo.InvariantCulture)));
                at++;
            }
            else if (NumberReader.Read(text, scanned, at) is { } number)
            {
                words.Add(Numeral(scanned[at], number));
                at += number.Words;
            }
            else
            {
                words.Add(Plain(scanned[at]));
                at++;
            }
        }

        TakeDaysOfMonthsAsNumbers(words);
        OpenRangesOfYears(text, words);
        MarkBreaks(text, words);
        return [.. words];
    }

    private static Word Named(ScannedWord word, WordKind kind, string stem) =>
        new(word.Start, word.End, word.Form, stem, kind, IsCapital: true, IsFunction: false);

    private static Word Numeral(ScannedWord first, NumberReading number)
    {
        var value = "#" + number.Quantity.Value.ToString("0.####", CultureInfo.InvariantCulture);
        var stem = number.Kind == WordKind.Ordinal ? value + "o" : value;
        return new Word(first.Start, number.End, first.Form, stem, number.Kind, first.IsCapital, IsFunction: first.Form == "one" && number.Words == 1)
        {
            Quantity = number.Quantity,
        };
    }

    private Word Plain(ScannedWord word)
    {
        if (Lexicon.Negation.Contains(word.Form))
        {
            return new Word(word.Start, word.End, word.Form, word.Form, WordKind.Negation, word.IsCapital, IsFunction: true);
        }

        var isFunction = Lexicon.Function.Contains(word.Form) || (word.Form.Length == 1 && !word.IsCapital && word.Form[0] < '\u3040');
        return new Word(word.Start, word.End, word.Form, isFunction ? word.Form : stems.Of(Synonyms.Of(word.Form) ?? word.Form), WordKind.Plain, word.IsCapital, isFunction);
    }

    // "May", "March" and "Mar" are months beside a number, or in capitals after a word that dates; the others always are.
    private static int? MonthAt(string text, List<ScannedWord> words, int at)
    {
        if (!Lexicon.Months.TryGetValue(words[at].Form, out var month))
        {
            return null;
        }

        if (words[at].Form.Length > 4 && words[at].Form is not "march")
        {
            return month;
        }

        var previous = at > 0 ? words[at - 1].Form : "";
        var isBesideNumber = (at + 1 < words.Count && words[at + 1].IsNumeral && words[at + 1].Start - words[at].End <= 2)
            || (at > 0 && words[at - 1].IsNumeral && words[at].Start - words[at - 1].End == 1);
        var isDated = words[at].IsCapital && previous is "in" or "of" or "last" or "since" or "by" or "until" or "early" or "late" or "mid" or "this" or "next" or "from" or "to" or "through" or "and";
        var isAbbreviated = words[at].IsCapital && words[at].End < text.Length && text[words[at].End] == '.' && words[at].Form is not ("may" or "mar");
        return isBesideNumber || isDated || isAbbreviated || words[at].Form is "june" or "july" ? month : null;
    }

    // "April 14th", "the 14th of April" and "14 April" are one date.
    private static void TakeDaysOfMonthsAsNumbers(List<Word> words)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i].Kind == WordKind.Month)
            {
                TakeAsNumber(words, i + 1);
                TakeAsNumber(words, i - 1 >= 0 && words[i - 1].Form is "of" ? i - 2 : i - 1);
            }
        }
    }

    // "2018-19" is 2018 and 2019.
    private static void OpenRangesOfYears(string text, List<Word> words)
    {
        const int century = 100;
        for (var at = 1; at < words.Count; at++)
        {
            var isRange = words[at - 1].Kind == WordKind.Year && words[at].Kind == WordKind.Number && words[at].End - words[at].Start == 2
                && words[at].Start - words[at - 1].End == 1 && text[words[at].Start - 1] is '-' or '–' or '/';
            if (isRange && words[at].Quantity!.Value > words[at - 1].Quantity!.Value % century)
            {
                var year = words[at - 1].Quantity!.Value - (words[at - 1].Quantity!.Value % century) + words[at].Quantity!.Value;
                words[at] = words[at] with { Kind = WordKind.Year, Stem = "#" + year.ToString("0", CultureInfo.InvariantCulture), Quantity = new Quantity(year, "", false) };
            }
        }
    }

    private static void MarkBreaks(string text, List<Word> words)
    {
        for (var at = 1; at < words.Count; at++)
        {
            var gap = words[at].Start - words[at - 1].End;
            if (gap > 1 && text.AsSpan(words[at - 1].End, gap).ContainsAny(Breaks))
            {
                words[at] = words[at] with { FollowsBreak = true };
            }
        }
    }

    private static void TakeAsNumber(List<Word> words, int at)
    {
        if (at >= 0 && at < words.Count && words[at] is { Kind: WordKind.Ordinal } word)
        {
            words[at] = word with { Kind = WordKind.Number, Stem = word.Stem.TrimEnd('o') };
        }
    }
}
