namespace NewsBot.Archive;

/// <summary>Reads one stop of a text, with the closing quotes and brackets after it, and judges whether it ends a sentence.</summary>
internal sealed class StopReader(string text)
{
    /// <summary>How far a look to the left or right goes, in characters.</summary>
    private const int Reach = 24;

    private readonly OrdinalDots ordinals = new(text);

    /// <summary>Where the sentence ends (-1 when it goes on), and from where to read on.</summary>
    public (int EndsAt, int Next) Read(int sentenceStart, int stop)
    {
        var afterStops = stop + 1;
        while (afterStops < text.Length && IsStop(text[afterStops]))
        {
            afterStops++;
        }

        var afterClosers = SkipClosers(afterStops);
        return Ends(sentenceStart, stop, afterStops, afterClosers) ? (afterClosers, afterClosers) : (-1, afterStops);
    }

    private static bool IsStop(char c) => c is '.' or '!' or '?' or '…' or '‼' or '⁇' or '⁈' or '⁉' || SentenceSplitter.IsWideStop(c);

    private static bool IsCloser(char c) => c is '"' or '\'' or '”' or '’' or '“' or '‘' or '»' or '«' or '›' or '‹' or ')' or ']' or '}' or '」' or '』' or '）' or '】' or '》';

    private static bool IsQuote(char c) => IsCloser(c) && c is not (')' or ']' or '}' or '）' or '】');

    private static bool IsOpener(char c) =>
        c is '"' or '\'' or '“' or '”' or '‘' or '’' or '„' or '‚' or '«' or '»' or '‹' or '›' or '(' or '[' or '{' or '¿' or '¡' or '-' or '–' or '—' or '*' or '「' or '『';

    private int SkipClosers(int at)
    {
        while (at < text.Length && IsCloser(text[at]))
        {
            at++;
        }

        // French puts a space, mostly one that does not break, before the closing guillemet; after it the text must go on with a space or end.
        var isSpacedGuillemet = at + 1 < text.Length && text[at] is ' ' or '\u00A0' or '\u202F' && text[at + 1] == '»'
            && (at + 2 == text.Length || char.IsWhiteSpace(text[at + 2]));
        return isSpacedGuillemet ? at + 2 : at;
    }

    private bool Ends(int sentenceStart, int stop, int afterStops, int afterClosers)
    {
        if (SentenceSplitter.IsWideStop(text[afterStops - 1]))
        {
            return !(afterClosers > afterStops && afterClosers < text.Length && text[afterClosers] is 'と' or 'っ');
        }

        if (afterClosers == text.Length)
        {
            return true;
        }

        if (!char.IsWhiteSpace(text[afterClosers]))
        {
            return IsGlued(stop, afterClosers);
        }

        var next = SkipWhiteSpace(afterClosers, out var isParagraphEnd);
        if (isParagraphEnd || next == text.Length)
        {
            return true;
        }

        var first = SkipOpeners(next);
        if (IsStop(text[next]) || char.IsLower(text[first]))
        {
            return false;
        }

        var opensQuote = first > next && text[next] is not ('-' or '–' or '—' or '(' or '[' or '*');
        var follows = new Following(WordAt(first), char.IsDigit(text[first]), opensQuote);
        return IsPlainDot(stop, afterStops)
            ? DotEnds(sentenceStart, stop, follows)
            : !(afterClosers > afterStops && IsQuote(text[afterStops]) && SpeechTagFollows(first));
    }

    private bool IsPlainDot(int stop, int afterStops) => text[stop] == '.' && afterStops == stop + 1;

    private bool DotEnds(int sentenceStart, int stop, Following follows)
    {
        // Old transcriptions put a space before the stop.
        var wordEnd = stop > sentenceStart + 1 && text[stop - 1] == ' ' ? stop - 1 : stop;
        var word = WordBefore(wordEnd, sentenceStart);
        var isFirstWord = word.Length == wordEnd - sentenceStart || IsBlank(sentenceStart, wordEnd - word.Length);
        var followsComma = FollowsComma(wordEnd - word.Length);
        return DotRules.EndsSentence(new DottedWord(word, isFirstWord, followsComma, ordinals), follows);
    }

    private bool IsBlank(int from, int to) => to - from <= Reach && text.AsSpan(from, to - from).IsWhiteSpace();

    private bool FollowsComma(int wordStart) => wordStart >= 2 && text[wordStart - 1] == ' ' && text[wordStart - 2] == ',';

    private ReadOnlySpan<char> WordBefore(int end, int floor)
    {
        var start = end;
        while (start > floor && end - start < Reach && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '.'))
        {
            start--;
        }

        return text.AsSpan(start, end - start);
    }

    private ReadOnlySpan<char> WordAt(int start)
    {
        var end = start;
        while (end < text.Length && end - start < Reach && char.IsLetterOrDigit(text[end]))
        {
            end++;
        }

        return text.AsSpan(start, end - start);
    }

    private int SkipWhiteSpace(int at, out bool isParagraphEnd)
    {
        var lineBreaks = 0;
        while (at < text.Length && char.IsWhiteSpace(text[at]) && lineBreaks < 2)
        {
            lineBreaks += text[at] == '\n' ? 1 : 0;
            at++;
        }

        isParagraphEnd = lineBreaks == 2;
        return at;
    }

    private int SkipOpeners(int at)
    {
        var first = at;
        while (first < text.Length - 1 && first - at < Reach && (IsOpener(text[first]) || (first > at && text[first] is ' ' or '\u00A0' or '\u202F')))
        {
            first++;
        }

        return first;
    }

    /// <summary>"ended.The": pages lose the space between two paragraphs. Names such as "Booking.Com" keep together.</summary>
    private bool IsGlued(int stop, int after)
    {
        var isBetweenWords = stop >= 2 && char.IsLower(text[stop - 1]) && char.IsLower(text[stop - 2])
            && after + 1 < text.Length && char.IsUpper(text[after]) && char.IsLower(text[after + 1]);
        return isBetweenWords && !Abbreviations.IsDomain(WordAt(after));
    }

    /// <summary>"Why now?" Smith asked: the words after the quote belong to it.</summary>
    private bool SpeechTagFollows(int at)
    {
        const int wordsToLook = 4;
        for (var words = 0; words < wordsToLook && at < text.Length; words++)
        {
            var word = WordAt(at);
            if (word.IsEmpty)
            {
                return false;
            }

            if (Abbreviations.IsSpeechVerb(word))
            {
                return true;
            }

            at += word.Length;
            at += at < text.Length && text[at] is ' ' or '\u00A0' ? 1 : 0;
        }

        return false;
    }
}

/// <summary>What comes after a stop.</summary>
internal readonly ref struct Following(ReadOnlySpan<char> word, bool isNumber, bool opensQuote)
{
    /// <summary>The next word, or nothing where no letter or digit follows.</summary>
    public ReadOnlySpan<char> Word { get; } = word;

    /// <summary>Whether it begins with a digit.</summary>
    public bool IsNumber { get; } = isNumber;

    /// <summary>Whether a quotation mark opens before it.</summary>
    public bool OpensQuote { get; } = opensQuote;
}

/// <summary>The word before a dot, without it.</summary>
internal readonly ref struct DottedWord(ReadOnlySpan<char> word, bool isFirst, bool followsComma, OrdinalDots ordinals)
{
    /// <summary>The word, with its inner dots.</summary>
    public ReadOnlySpan<char> Word { get; } = word;

    /// <summary>Whether the sentence begins with it.</summary>
    public bool IsFirst { get; } = isFirst;

    /// <summary>Whether a comma stands before it, as before "Calif.".</summary>
    public bool FollowsComma { get; } = followsComma;

    /// <summary>Whether the text writes ordinals with a dot; few words ask.</summary>
    public bool InOrdinalText => ordinals.AreUsed;

}
