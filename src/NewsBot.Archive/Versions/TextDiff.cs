namespace NewsBot.Archive;

/// <summary>What became of a piece of text from one version to the next.</summary>
public enum DiffKind
{
    /// <summary>It stands in both.</summary>
    Same,

    /// <summary>It stands only in the older one.</summary>
    Removed,

    /// <summary>It stands only in the newer one.</summary>
    Added,
}

/// <summary>A piece of text and what became of it; white space stays with the word before it.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Text">The text.</param>
public sealed record DiffPart(DiffKind Kind, string Text);

/// <summary>
/// What changed between two texts, word by word: the shortest edit (Myers, 1986). The parts that are not removed, joined, are the newer text;
/// those that are not added, joined, the older one.
/// </summary>
public static class TextDiff
{
    /// <summary>Beyond so many changed words the texts are called different as a whole: the cost grows with the square of it.</summary>
    private const int MostEdits = 1_000;

    /// <summary>The parts, in order; neighbouring parts differ in kind.</summary>
    public static IReadOnlyList<DiffPart> Between(string older, string newer)
    {
        var (a, b) = (Words(older), Words(newer));
        var start = 0;
        while (start < a.Count && start < b.Count && a[start] == b[start])
        {
            start++;
        }

        var end = 0;
        while (end < a.Count - start && end < b.Count - start && a[^(end + 1)] == b[^(end + 1)])
        {
            end++;
        }

        var parts = new List<DiffPart>();
        Append(parts, DiffKind.Same, a[..start]);
        Middle(parts, a[start..(a.Count - end)], b[start..(b.Count - end)]);
        Append(parts, DiffKind.Same, a[(a.Count - end)..]);
        return parts;
    }

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = 0;
        for (var i = 1; i <= text.Length; i++)
        {
            if (i == text.Length || (char.IsWhiteSpace(text[i - 1]) && !char.IsWhiteSpace(text[i])))
            {
                words.Add(text[start..i]);
                start = i;
            }
        }

        return words;
    }

    private static void Middle(List<DiffPart> parts, List<string> a, List<string> b)
    {
        if (Trace(a, b) is not { } trace)
        {
            Append(parts, DiffKind.Removed, a);
            Append(parts, DiffKind.Added, b);
            return;
        }

        var steps = new List<(DiffKind Kind, string Word)>();
        var (x, y) = (a.Count, b.Count);
        for (var edits = trace.Count - 1; edits >= 0; edits--)
        {
            var (previousX, previousY) = Previous(trace[edits], edits, x - y);
            while (x > previousX && y > previousY && x > 0 && y > 0)
            {
                steps.Add((DiffKind.Same, a[--x]));
                y--;
            }

            if (edits > 0)
            {
                steps.Add(x == previousX ? (DiffKind.Added, b[--y]) : (DiffKind.Removed, a[--x]));
            }
        }

        steps.Reverse();
        foreach (var (kind, word) in steps)
        {
            Append(parts, kind, [word]);
        }
    }

    /// <summary>The furthest points reached by each number of edits, or null where there are too many.</summary>
    private static List<int[]>? Trace(List<string> a, List<string> b)
    {
        var most = Math.Min(a.Count + b.Count, MostEdits);
        var furthest = new int[(2 * most) + 2];
        var trace = new List<int[]>();
        for (var edits = 0; edits <= most; edits++)
        {
            trace.Add(Snapshot(furthest, most, edits));
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var isDown = diagonal == -edits || (diagonal != edits && furthest[most + diagonal - 1] < furthest[most + diagonal + 1]);
                var x = isDown ? furthest[most + diagonal + 1] : furthest[most + diagonal - 1] + 1;
                while (x < a.Count && x - diagonal < b.Count && a[x] == b[x - diagonal])
                {
                    x++;
                }

                furthest[most + diagonal] = x;
                if (x >= a.Count && x - diagonal >= b.Count)
                {
                    return trace;
                }
            }
        }

        return null;
    }

    /// <summary>The part of the points that this number of edits reads: diagonals from -edits-1 to edits+1.</summary>
    private static int[] Snapshot(int[] furthest, int middle, int edits)
    {
        var snapshot = new int[(2 * edits) + 3];
        for (var diagonal = -edits - 1; diagonal <= edits + 1; diagonal++)
        {
            var index = middle + diagonal;
            snapshot[diagonal + edits + 1] = index >= 0 && index < furthest.Length ? furthest[index] : 0;
        }

        return snapshot;
    }

    private static (int X, int Y) Previous(int[] snapshot, int edits, int diagonal)
    {
        if (edits == 0)
        {
            return (0, 0);
        }

        int At(int index) => snapshot[index + edits + 1];
        var isDown = diagonal == -edits || (diagonal != edits && At(diagonal - 1) < At(diagonal + 1));
        var previous = isDown ? diagonal + 1 : diagonal - 1;
        var x = At(previous);
        return (x, x - previous);
    }

    private static void Append(List<DiffPart> parts, DiffKind kind, List<string> words)
    {
        if (words.Count == 0)
        {
            return;
        }

        var text = string.Concat(words);
        if (parts.Count > 0 && parts[^1].Kind == kind)
        {
            parts[^1] = new DiffPart(kind, parts[^1].Text + text);
        }
        else
        {
            parts.Add(new DiffPart(kind, text));
        }
    }
}
