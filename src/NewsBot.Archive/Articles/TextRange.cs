namespace NewsBot.Archive;

/// <summary>A range of a text in UTF-16 code units; the end is exclusive.</summary>
/// <param name="Start">The first code unit.</param>
/// <param name="End">The code unit after the last one; at least <paramref name="Start"/>.</param>
public readonly record struct TextRange(int Start, int End)
{
    /// <summary>The number of code units.</summary>
    public int Length => End - Start;

    /// <summary>The text that stands at this range.</summary>
    public string Of(string text) => text[Start..End];

    /// <summary>The text that stands at this range, without copying it.</summary>
    public ReadOnlySpan<char> SpanOf(string text) => text.AsSpan(Start, Length);

    /// <summary>Whether the other range lies inside this one.</summary>
    public bool Contains(TextRange other) => other.Start >= Start && other.End <= End;

    /// <summary>Whether the two ranges share at least one code unit.</summary>
    public bool Overlaps(TextRange other) => other.Start < End && Start < other.End;
}
