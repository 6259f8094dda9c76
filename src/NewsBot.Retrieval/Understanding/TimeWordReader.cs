using System.Globalization;
using NewsBot.Retrieval.Text;

namespace NewsBot.Retrieval.Understanding;

/// <summary>Cuts a question into words read for time: words and phrases of the vocabulary, figures, dates in figures.</summary>
internal static class TimeWordReader
{
    private const int CenturyOfShortYears = 1900;

    public static IReadOnlyList<TimeWord> Read(string question, TextLanguage language)
    {
        var vocabulary = TimeVocabulary.Of(language);
        var raw = Cut(question, language).SelectMany(word => Parted(word, vocabulary)).ToList();
        var words = new List<TimeWord>(raw.Count);
        for (var i = 0; i < raw.Count;)
        {
            var (word, used) = raw[i].Role == TimeRole.None && raw[i].Digits == 0 ? LongestPhrase(raw, i, vocabulary) : (raw[i], 1);
            words.Add(word);
            i += used;
        }

        return words;
    }

    private static (TimeWord Word, int Used) LongestPhrase(List<TimeWord> raw, int at, TimeVocabulary vocabulary)
    {
        for (var count = Math.Min(TimeVocabulary.LongestPhrase, raw.Count - at); count > 0; count--)
        {
            var phrase = count == 1 ? raw[at].Text : string.Join(' ', raw.GetRange(at, count).Select(word => word.Text));
            var (role, value) = vocabulary.MeaningOf(phrase);
            if (role != TimeRole.None)
            {
                return (new TimeWord(phrase, raw[at].Start, raw[at + count - 1].End, role, value), count);
            }
        }

        return (raw[at], 1);
    }

    /// <summary>"mid-March", "third-quarter": what means nothing whole but something in each part.</summary>
    private static IEnumerable<TimeWord> Parted(TimeWord word, TimeVocabulary vocabulary)
    {
        var parts = word.Role == TimeRole.None && word.Digits == 0 ? word.Text.Split('-') : [];
        if (parts.Length < 2 || vocabulary.MeaningOf(word.Text).Role != TimeRole.None || parts.Any(part => vocabulary.MeaningOf(part).Role == TimeRole.None))
        {
            return [word];
        }

        var starts = parts.Select((_, i) => word.Start + parts.Take(i).Sum(part => part.Length + 1));
        return parts.Zip(starts, (part, start) => word with { Text = part, Start = start, End = Math.Min(word.End, start + part.Length) });
    }

    private static List<TimeWord> Cut(string question, TextLanguage language)
    {
        var words = new List<TimeWord>();
        for (var i = 0; i < question.Length;)
        {
            var end = i;
            while (end < question.Length && (char.IsLetterOrDigit(question[end]) || IsJoining(question, i, end)))
            {
                end++;
            }

            if (end > i)
            {
                AddRun(words, question, i, end, language);
            }

            i = Math.Max(end, i + 1);
        }

        return words;
    }

    /// <summary>Apostrophes and hyphens inside words, and the separators of dates in figures.</summary>
    private static bool IsJoining(string text, int start, int at) =>
        at > start && at + 1 < text.Length
        && ((text[at] is '\'' or '’' or '-' && char.IsLetter(text[at - 1]) && char.IsLetter(text[at + 1]))
            || (text[at] is '-' or '–' or '/' or '.' && char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1])));

    private static void AddRun(List<TimeWord> words, string question, int start, int end, TextLanguage language)
    {
        var run = WordForms.Fold(question[start..end].ToLowerInvariant().Replace('’', '\''));
        if (run.Length == 0)
        {
            // Letters that are nothing but marks, such as U+FF9F, fold away.
            return;
        }

        if (run[0] is >= '0' and <= '9')
        {
            words.Add(OfFigures(run, start, end, language));
            return;
        }

        // "Tuesday's" and "l'année": the word of time stands before or after the apostrophe.
        var possessive = run.EndsWith("'s", StringComparison.Ordinal);
        var elided = language == TextLanguage.French && run.Length > 2 && run[1] == '\'';
        var text = possessive ? run[..^2] : elided ? run[2..] : run;
        words.Add(new TimeWord(text, elided ? start + 2 : start, end, TimeRole.None, 0));
    }

    private static TimeWord OfFigures(string run, int start, int end, TextLanguage language)
    {
        if (TryDate(run, language, out var date))
        {
            var isDoubtful = language == TextLanguage.English && run.Contains('/', StringComparison.Ordinal) && date.Day <= 12 && date.Day != date.Month;
            return new TimeWord(run, start, end, TimeRole.Date, date.DayNumber, IsDoubtful: isDoubtful);
        }

        if (TryYears(run, out var years))
        {
            return new TimeWord(run, start, end, TimeRole.Years, years);
        }

        var digits = run.TakeWhile(char.IsAsciiDigit).Count();
        var suffix = run[digits..];
        if (digits > 4 || !int.TryParse(run.AsSpan(0, digits), CultureInfo.InvariantCulture, out var value))
        {
            return new TimeWord(run, start, end, TimeRole.None, 0);
        }

        return suffix switch
        {
            "s" or "er" or "ern" when value % 10 == 0 && digits is 2 or 4 =>
                new TimeWord(run, start, end, TimeRole.Decade, digits == 2 ? CenturyOfShortYears + value : value, digits, IsDoubtful: digits == 2),
            "" or "st" or "nd" or "rd" or "th" or "er" or "e" or "eme" => new TimeWord(run, start, end, TimeRole.None, value, digits),
            _ => new TimeWord(run, start, end, TimeRole.None, 0),
        };
    }

    /// <summary>"2019-2021", "2019/20"</summary>
    private static bool TryYears(string run, out int years)
    {
        var separator = run.AsSpan().IndexOfAny('-', '–', '/');
        years = 0;
        if (separator != 4 || !int.TryParse(run.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            || run.Length is not (7 or 9) || !int.TryParse(run.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var last))
        {
            return false;
        }

        last = run.Length == 7 ? (first / 100 * 100) + last : last;
        years = (first * TimeWord.YearsFactor) + last;
        return TimeWord.IsYearNumber(first) && TimeWord.IsYearNumber(last) && first <= last;
    }

    private static bool TryDate(string run, TextLanguage language, out DateOnly date)
    {
        var monthFirst = language is TextLanguage.English && run.Contains('/', StringComparison.Ordinal);
        string[] formats = monthFirst
            ? ["M/d/yyyy", "d/M/yyyy"]
            : ["yyyy-M-d", "d.M.yyyy", "d/M/yyyy", "d-M-yyyy"];
        return DateOnly.TryParseExact(run, formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }
}
