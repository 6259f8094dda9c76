using System.Buffers;
using DiffPlex;

namespace NewsBot.Web.Reading;

/// <summary>What became of a run of words between two versions.</summary>
internal enum WordChange
{
    /// <summary>It stands in both.</summary>
    Kept,

    /// <summary>It stood only in the earlier one.</summary>
    Removed,

    /// <summary>It stands only in the later one.</summary>
    Added,
}

/// <summary>A run of words with what became of it.</summary>
/// <param name="Change">What became of it.</param>
/// <param name="Text">The words with the space between them, as they stand.</param>
internal sealed record WordRun(WordChange Change, string Text);

/// <summary>The difference of two texts by words. The runs kept and removed spell the earlier text, those kept and added the later one.</summary>
internal static class WordDiff
{
    private static readonly WordChunker Words = new();

    private static readonly SearchValues<char> Marks = SearchValues.Create(".,;:!?()\"“”\u3002\u3001");

    /// <summary>The runs from the earlier text to the later one, in reading order.</summary>
    public static IReadOnlyList<WordRun> Between(string earlier, string later)
    {
        var difference = Differ.Instance.CreateDiffs(earlier, later, ignoreWhiteSpace: false, ignoreCase: false, Words);
        var runs = new List<WordRun>();
        var position = 0;
        foreach (var block in difference.DiffBlocks)
        {
            AddRun(WordChange.Kept, difference.PiecesOld, position, block.DeleteStartA);
            AddRun(WordChange.Removed, difference.PiecesOld, block.DeleteStartA, block.DeleteStartA + block.DeleteCountA);
            AddRun(WordChange.Added, difference.PiecesNew, block.InsertStartB, block.InsertStartB + block.InsertCountB);
            position = block.DeleteStartA + block.DeleteCountA;
        }

        AddRun(WordChange.Kept, difference.PiecesOld, position, difference.PiecesOld.Count);
        return runs;

        void AddRun(WordChange change, IReadOnlyList<string> pieces, int from, int to)
        {
            if (to > from)
            {
                runs.Add(new WordRun(change, string.Concat(pieces.Skip(from).Take(to - from))));
            }
        }
    }

    /// <summary>Cuts a text into words and single marks; a number keeps its inner marks: "$214,000" changes to "$241,000", not "$214" to "$241" before ",000".</summary>
    private sealed class WordChunker : IChunker
    {
        public IReadOnlyList<string> Chunk(string text)
        {
            var chunks = new List<string>();
            for (var start = 0; start < text.Length;)
            {
                var end = start + 1;
                while (end < text.Length && IsInside(text, start, end))
                {
                    end++;
                }

                chunks.Add(text[start..end]);
                start = end;
            }

            return chunks;
        }

        private static bool IsInside(string text, int start, int at) =>
            IsWordly(text[start]) && (IsWordly(text[at]) || (text[at] is '.' or ',' && char.IsAsciiDigit(text[at - 1]) && at + 1 < text.Length && char.IsAsciiDigit(text[at + 1])));

        private static bool IsWordly(char c) => !char.IsWhiteSpace(c) && !Marks.Contains(c);
    }
}
