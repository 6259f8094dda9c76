using System.Buffers;
using NewsBot.Answering.Claims.Reading;

namespace NewsBot.Answering.Citations.Matching;

/// <summary>What stands instead of what between two words that are the same in claim and source.</summary>
/// <param name="ClaimFrom">The first word of the claim in the gap.</param>
/// <param name="ClaimTo">The word after the last one; equal to <paramref name="ClaimFrom"/> where the claim leaves something out.</param>
/// <param name="SourceFrom">The first word of the source in the gap.</param>
/// <param name="SourceTo">The word after the last one.</param>
/// <param name="IsInner">Whether the same words stand on both sides of it.</param>
internal readonly record struct AlignmentGap(int ClaimFrom, int ClaimTo, int SourceFrom, int SourceTo, bool IsInner)
{
    /// <summary>How many words of the claim it holds.</summary>
    public int ClaimLength => ClaimTo - ClaimFrom;

    /// <summary>How many words of the source it holds.</summary>
    public int SourceLength => SourceTo - SourceFrom;
}

/// <summary>
/// The best alignment of a claim with neighbouring sentences of a source, by dynamic programming over their words (Needleman and Wunsch 1970, with
/// free ends in the source). Costs the product of both lengths.
/// </summary>
internal sealed class Alignment
{
    private const int Match = 30;
    private const int FunctionMatch = 18;
    private const int Substitute = -10;
    private const int Insert = -10;
    private const int Skip = -6;

    private readonly int[] _sourceOf;

    private Alignment(int[] sourceOf, int from, int to)
    {
        _sourceOf = sourceOf;
        (From, To) = (from, to);
    }

    /// <summary>The first word of the source that was compared.</summary>
    public int From { get; }

    /// <summary>The word after the last one.</summary>
    public int To { get; }

    /// <summary>The share of the claim's words that are matched, 0 to 1 (lcs1 of the recipe).</summary>
    public double MatchedShare => _sourceOf.Length == 0 ? 0 : (double)_sourceOf.Count(place => place >= 0) / _sourceOf.Length;

    /// <summary>The word of the source that a word of the claim is matched with, or -1.</summary>
    public int SourceOf(int claimWord) => _sourceOf[claimWord];

    /// <summary>The sentence of the source that holds most of what was matched.</summary>
    public int MainSentence(PreparedSource source)
    {
        var (main, most, current, count) = (source.SentenceOf[From], 0, -1, 0);
        foreach (var place in _sourceOf)
        {
            if (place < 0)
            {
                continue;
            }

            count = source.SentenceOf[place] == current ? count + 1 : 1;
            current = source.SentenceOf[place];
            (main, most) = count > most ? (current, count) : (main, most);
        }

        return main;
    }

    /// <summary>Aligns a claim with the words of a window.</summary>
    public static Alignment Of(ClaimReading claim, PreparedSource source, SentenceWindow window)
    {
        if (window.Count == 0 || claim.Words.Length == 0)
        {
            return new Alignment([.. Enumerable.Repeat(-1, claim.Words.Length)], 0, 0);
        }

        var from = source.Sentences[window.First].From;
        var to = source.Sentences[window.First + window.Count - 1].To;
        var sourceOf = Align(claim, source, from, to);
        KeepRunsWhole(sourceOf, source);
        return new Alignment(sourceOf, from, to);
    }

    /// <summary>What stands instead of what, in the order of the claim.</summary>
    public IReadOnlyList<AlignmentGap> Gaps(PreparedSource source)
    {
        var gaps = new List<AlignmentGap>();
        var (claimAt, sourceAt, isFirst) = (0, From, true);
        for (var at = 0; at <= _sourceOf.Length; at++)
        {
            var isEnd = at == _sourceOf.Length;
            if (!isEnd && _sourceOf[at] < 0)
            {
                continue;
            }

            var nextSource = isEnd ? To : _sourceOf[at];
            var length = at - claimAt;
            if (isEnd || isFirst)
            {
                AddOuter(gaps, source, claimAt, at, sourceAt, nextSource, isFirst, isEnd);
            }
            else if (length > 0 || nextSource > sourceAt)
            {
                gaps.Add(new AlignmentGap(claimAt, at, sourceAt, nextSource, IsInner: true));
            }

            (claimAt, sourceAt, isFirst) = (at + 1, nextSource + 1, false);
        }

        return gaps;
    }

    // At the ends of a claim, what stands in its place is as many words of the same sentence of the source.
    private static void AddOuter(List<AlignmentGap> gaps, PreparedSource source, int claimFrom, int claimTo, int sourceFrom, int sourceTo, bool isFirst, bool isEnd)
    {
        if (claimTo == claimFrom || (isFirst && isEnd))
        {
            return;
        }

        var length = claimTo - claimFrom + 1;
        if (isFirst)
        {
            var sentence = source.Sentences[source.SentenceOf[sourceTo]];
            gaps.Add(new AlignmentGap(claimFrom, claimTo, Math.Max(Math.Max(sourceFrom, sentence.From), sourceTo - length), sourceTo, IsInner: false));
        }
        else if (sourceFrom > 0)
        {
            var sentence = source.Sentences[source.SentenceOf[sourceFrom - 1]];
            var end = Math.Min(Math.Min(sourceTo, sentence.To), sourceFrom + length);
            gaps.Add(new AlignmentGap(claimFrom, claimTo, sourceFrom, Math.Max(sourceFrom, end), IsInner: false));
        }
    }

    // Of two places that cost the same, the one right behind the word before: "breaking it" stays together where another "it" follows.
    private static void KeepRunsWhole(int[] sourceOf, PreparedSource source)
    {
        for (var at = 1; at < sourceOf.Length; at++)
        {
            var next = sourceOf[at - 1] + 1;
            var isRun = at + 1 < sourceOf.Length && sourceOf[at + 1] == sourceOf[at] + 1;
            if (sourceOf[at - 1] >= 0 && sourceOf[at] > next && !isRun && source.Stems[next] == source.Stems[sourceOf[at]])
            {
                sourceOf[at] = next;
            }
        }
    }

    private static int[] Align(ClaimReading claim, PreparedSource source, int from, int to)
    {
        var (rows, columns) = (claim.Words.Length + 1, to - from + 1);
        var scores = ArrayPool<int>.Shared.Rent(rows * columns);
        try
        {
            scores.AsSpan(0, columns).Clear();
            for (var row = 1; row < rows; row++)
            {
                FillRow(scores, columns, row, source.IdOf(claim.Words[row - 1].Stem), claim.Words[row - 1].IsFunction ? FunctionMatch : Match, source.Stems.AsSpan(from, to - from), row == rows - 1);
            }

            return Trace(scores, claim, source, rows, columns, from);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(scores);
        }
    }

    private static void FillRow(int[] scores, int columns, int row, int stem, int matchScore, ReadOnlySpan<int> sourceStems, bool isLast)
    {
        var current = scores.AsSpan(row * columns, columns);
        var above = scores.AsSpan((row - 1) * columns, columns);
        current[0] = row * Insert;
        var skip = isLast ? 0 : Skip;
        for (var column = 1; column < columns; column++)
        {
            var diagonal = above[column - 1] + (sourceStems[column - 1] == stem ? matchScore : Substitute);
            current[column] = Math.Max(diagonal, Math.Max(above[column] + Insert, current[column - 1] + skip));
        }
    }

    private static int[] Trace(int[] scores, ClaimReading claim, PreparedSource source, int rows, int columns, int from)
    {
        var sourceOf = new int[rows - 1];
        var (row, column) = (rows - 1, columns - 1);
        while (row > 0)
        {
            var score = scores[(row * columns) + column];
            var word = claim.Words[row - 1];
            var isMatch = column > 0 && source.Stems[from + column - 1] == source.IdOf(word.Stem);
            var step = isMatch ? (word.IsFunction ? FunctionMatch : Match) : Substitute;
            if (column > 0 && score == scores[((row - 1) * columns) + column - 1] + step)
            {
                sourceOf[--row] = isMatch ? from + column - 1 : -1;
                column--;
            }
            else if (score == scores[((row - 1) * columns) + column] + Insert)
            {
                sourceOf[--row] = -1;
            }
            else
            {
                column--;
            }
        }

        return sourceOf;
    }
}
