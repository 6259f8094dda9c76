using NewsBot.Answering.Claims.Reading;

namespace NewsBot.Answering.Citations;

/// <summary>How quoted words stand in a source.</summary>
internal enum QuoteStanding
{
    /// <summary>They stand there, word for word.</summary>
    Exact,

    /// <summary>They stand there with other words in some place.</summary>
    Altered,

    /// <summary>Two pieces stand there in different places; nothing marks the cut.</summary>
    Stitched,

    /// <summary>They do not stand there.</summary>
    Absent,
}

/// <summary>What looking for a quotation gave.</summary>
/// <param name="Standing">How the words stand in the source.</param>
/// <param name="From">The first word of the place.</param>
/// <param name="To">The word after the last one; equal to <paramref name="From"/> when absent.</param>
/// <param name="Claimed">The quoted words that differ; empty where words were only left out.</param>
/// <param name="Stated">What the source has in their place, or the other piece of a stitched quotation.</param>
internal readonly record struct QuoteMatch(QuoteStanding Standing, int From, int To, string Claimed = "", string Stated = "");

/// <summary>
/// Decides whether quoted words stand in a source word for word. Quotation marks, dashes, spaces, punctuation, case, accents, opened
/// contractions and the spelling of numbers are forgiven; an ellipsis may stand for words left out, words in [brackets] for a few others. No
/// other word is: one altered word is another statement. Costs what the first words of the quotation occur in the source.
/// </summary>
internal static class QuoteMatcher
{
    // What an ellipsis may leave out: a few sentences of one speech, not half an article.
    private const int WidestEllipsis = 120;
    private const int WidestBracket = 8;

    // A piece of a stitched quotation: shorter runs occur by chance.
    private const int ShortestPiece = 2;
    private const int LongestAlteration = 6;

    /// <summary>Looks for a quotation of a text.</summary>
    public static QuoteMatch Find(TextReading claim, Quotation quotation, PreparedSource source)
    {
        if (FindVerbatim(claim, quotation, source) is { } verbatim)
        {
            return verbatim;
        }

        var pieces = PiecesOf(claim, quotation);
        if (pieces.Count == 0)
        {
            return new QuoteMatch(QuoteStanding.Exact, 0, 0);
        }

        if (FindInOrder(claim.Words, pieces, source) is { } exact)
        {
            return exact;
        }

        return pieces.Count > 1 && OutOfOrder(claim.Words, pieces, source) is { } scattered
            ? scattered
            : NearestOf(claim, pieces, source);
    }

    // What was cut out to the letter is a quotation even where the cut parts a number from its unit.
    private static QuoteMatch? FindVerbatim(TextReading claim, Quotation quotation, PreparedSource source)
    {
        var quoted = quotation.Inner.SpanOf(claim.Text).Trim();
        var offset = 0;
        foreach (var part in source.Parts)
        {
            var words = part.Reading.Words;
            var found = words.Length == 0 ? -1 : part.Reading.Text.AsSpan(words[0].Start, words[^1].End - words[0].Start).IndexOf(quoted, StringComparison.Ordinal);
            if (found >= 0)
            {
                var start = words[0].Start + found;
                var (from, to) = (QuotationReader.FirstWordAt(words, start), QuotationReader.FirstWordAt(words, start + quoted.Length));
                return new QuoteMatch(QuoteStanding.Exact, offset + from, offset + Math.Max(from, to));
            }

            offset += words.Length;
        }

        return null;
    }

    private static List<Piece> PiecesOf(TextReading claim, Quotation quotation)
    {
        var pieces = new List<Piece>();
        var (from, gap, inBrackets) = (quotation.From, 0, false);
        var at = quotation.Inner.Start;
        for (var word = quotation.From; word <= quotation.To; word++)
        {
            var next = word < quotation.To ? claim.Words[word].Start : quotation.Inner.End;
            var between = claim.Text.AsSpan(at, Math.Max(0, next - at));
            var cut = between.Contains("...", StringComparison.Ordinal) || between.Contains('…') || between.Contains(". . .", StringComparison.Ordinal) ? WidestEllipsis
                : between.IndexOfAny('[', ']') >= 0 ? WidestBracket : 0;
            if (cut > 0 || word == quotation.To)
            {
                if (word > from && !inBrackets)
                {
                    pieces.Add(new Piece(from, word, gap));
                    gap = 0;
                }

                (from, gap) = (word, Math.Max(gap, cut));
                inBrackets = between.LastIndexOf('[') > between.LastIndexOf(']') && ClosesSoon(claim.Text, next);
            }

            at = word < quotation.To ? Math.Max(at, claim.Words[word].End) : at;
        }

        return pieces;
    }

    private static bool ClosesSoon(string text, int from)
    {
        const int longestInsertion = 60;
        return text.AsSpan(from, Math.Min(longestInsertion, text.Length - from)).Contains(']');
    }

    private static QuoteMatch? FindInOrder(Word[] words, List<Piece> pieces, PreparedSource source)
    {
        foreach (var start in StartsOf(words[pieces[0].From], source))
        {
            var end = EndOfRun(words, pieces[0], source, start);
            for (var next = 1; next < pieces.Count && end >= 0; next++)
            {
                end = FindAfter(words, pieces[next], source, end);
            }

            if (end >= 0)
            {
                return new QuoteMatch(QuoteStanding.Exact, start, end);
            }
        }

        return null;
    }

    // Every piece stands somewhere, but not one behind the other.
    private static QuoteMatch? OutOfOrder(Word[] words, List<Piece> pieces, PreparedSource source)
    {
        var places = pieces.ConvertAll(piece => LongestHead(words, piece.From, piece.To, source));
        for (var index = 0; index < pieces.Count; index++)
        {
            if (places[index].Length < pieces[index].To - pieces[index].From)
            {
                return null;
            }
        }

        return new QuoteMatch(QuoteStanding.Stitched, places[0].Start, places[0].Start + places[0].Length, "", source.TextOf(places[1].Start, places[1].Start + places[1].Length));
    }

    private static QuoteMatch NearestOf(TextReading claim, List<Piece> pieces, PreparedSource source)
    {
        var missing = pieces.Where(piece => LongestHead(claim.Words, piece.From, piece.To, source).Length < piece.To - piece.From).MaxBy(piece => piece.To - piece.From);
        return Nearest(claim, missing.From, missing.To, source);
    }

    private static int FindAfter(Word[] words, Piece piece, PreparedSource source, int after)
    {
        foreach (var start in StartsOf(words[piece.From], source))
        {
            if (start >= after && start - after <= piece.GapBefore && EndOfRun(words, piece, source, start) is >= 0 and var end)
            {
                return end;
            }
        }

        return -1;
    }

    private static int EndOfRun(Word[] words, Piece piece, PreparedSource source, int start)
    {
        var length = RunFrom(words, piece.From, piece.To, source, start);
        return length == piece.To - piece.From ? start + length : -1;
    }

    private static int RunFrom(Word[] words, int from, int to, PreparedSource source, int start)
    {
        var length = 0;
        while (from + length < to && start + length < source.Words.Length && IsSame(words[from + length], source.Words[start + length]))
        {
            length++;
        }

        return length;
    }

    private static IReadOnlyList<int> StartsOf(Word word, PreparedSource source)
    {
        var places = source.IdOf(word.Stem) is >= 0 and var id ? source.PlacesOf(id) : [];
        return Contracted(word.Form) is { } other && source.IdOf(other) is >= 0 and var otherId ? [.. places, .. source.PlacesOf(otherId)] : places;
    }

    // Stems alone are not enough: "walk" is not "walked". Of figures the value is compared, however it is written.
    private static bool IsSame(Word one, Word other) =>
        (one.Stem == other.Stem && (one.Form == other.Form || one.Kind is not (WordKind.Plain or WordKind.Negation)))
        || Contracted(one.Form) == other.Form;

    // What an opened contraction may stand for as well: 's is "is" or "has", 'd is "would" or "had".
    private static string? Contracted(string form) => form switch
    {
        "is" => "has",
        "has" => "is",
        "would" => "had",
        "had" => "would",
        _ => null,
    };

    private static QuoteMatch Nearest(TextReading claim, int from, int to, PreparedSource source)
    {
        var head = LongestHead(claim.Words, from, to, source);
        var tail = LongestTail(claim.Words, from, to, source, head);
        var missing = to - from - head.Length - tail.Length;
        var isBeside = tail.Length > 0 && head.Length > 0 && tail.Start >= head.Start + head.Length && tail.Start - head.Start - head.Length <= LongestAlteration;
        if (head.Length + tail.Length == 0 || missing > LongestAlteration)
        {
            return Math.Max(head.Length, tail.Length) * 2 < to - from
                ? new QuoteMatch(QuoteStanding.Absent, 0, 0, claim.TextOf(from, to))
                : OneSided(claim, from, to, source, head, tail);
        }

        if (isBeside)
        {
            var claimed = missing > 0 ? claim.TextOf(from + head.Length, to - tail.Length) : "";
            var stated = tail.Start > head.Start + head.Length ? source.TextOf(head.Start + head.Length, tail.Start) : "";
            return new QuoteMatch(QuoteStanding.Altered, head.Start, tail.Start + tail.Length, claimed, stated);
        }

        return head.Length >= ShortestPiece && tail.Length >= ShortestPiece
            ? new QuoteMatch(QuoteStanding.Stitched, head.Start, head.Start + head.Length, claim.TextOf(from + head.Length, to), source.TextOf(tail.Start, tail.Start + tail.Length))
            : OneSided(claim, from, to, source, head, tail);
    }

    private static QuoteMatch OneSided(TextReading claim, int from, int to, PreparedSource source, Run head, Run tail) => head.Length >= tail.Length
        ? new QuoteMatch(QuoteStanding.Altered, head.Start, head.Start + head.Length, claim.TextOf(from + head.Length, to), AfterOf(source, head.Start + head.Length, to - from - head.Length))
        : new QuoteMatch(QuoteStanding.Altered, tail.Start, tail.Start + tail.Length, claim.TextOf(from, to - tail.Length), BeforeOf(source, tail.Start, to - from - tail.Length));

    private static string AfterOf(PreparedSource source, int at, int count)
    {
        var to = Math.Min(at + count, at < source.Words.Length ? source.Sentences[source.SentenceOf[at]].To : at);
        return to > at ? source.TextOf(at, to) : "";
    }

    private static string BeforeOf(PreparedSource source, int at, int count)
    {
        var from = Math.Max(at - count, source.Sentences[source.SentenceOf[at]].From);
        return at > from ? source.TextOf(from, at) : "";
    }

    private static Run LongestHead(Word[] words, int from, int to, PreparedSource source)
    {
        var best = default(Run);
        foreach (var start in StartsOf(words[from], source))
        {
            var length = RunFrom(words, from, to, source, start);
            best = length > best.Length ? new Run(start, length) : best;
        }

        return best;
    }

    // Of equally long tails the one behind the head is the more telling.
    private static Run LongestTail(Word[] words, int from, int to, PreparedSource source, Run head)
    {
        var best = default(Run);
        foreach (var end in StartsOf(words[to - 1], source))
        {
            var length = 0;
            while (length < to - from - head.Length && end - length >= 0 && IsSame(words[to - 1 - length], source.Words[end - length]))
            {
                length++;
            }

            var isBeside = end - length + 1 >= head.Start + head.Length && end - head.Start - (to - from) <= LongestAlteration;
            best = length > best.Length || (length == best.Length && isBeside) ? new Run(end - length + 1, length) : best;
        }

        return best;
    }

    private readonly record struct Piece(int From, int To, int GapBefore);

    private readonly record struct Run(int Start, int Length);
}
