namespace NewsBot.Answering.Extractive;

/// <summary>Which terms of a question some words hold; the arrays go by the terms' positions.</summary>
/// <param name="count">How many terms there are.</param>
/// <param name="words">How many words there are.</param>
public sealed class TermMatches(int count, int words)
{
    /// <summary>For each word the term it is or stands for, or -1; the nearest in kind where there are several.</summary>
    public int[] TermAt { get; } = [.. Enumerable.Repeat(-1, words)];

    /// <summary>Held as such.</summary>
    public bool[] Exact { get; } = new bool[count];

    /// <summary>Held as such or through a word derived from the same root: "invade" where there is "invasion".</summary>
    public bool[] Kin { get; } = new bool[count];

    /// <summary>Held through a word that stands for it.</summary>
    public bool[] Family { get; } = new bool[count];

    /// <summary>Whether a term is held in any way.</summary>
    public bool Holds(int position) => Kin[position] || Family[position];

    internal void Note(int word, int term) => TermAt[word] = TermAt[word] < 0 ? term : TermAt[word];

    /// <summary>Notes the terms held in any way.</summary>
    public void AddTo(bool[] held)
    {
        for (var i = 0; i < held.Length; i++)
        {
            held[i] |= Holds(i);
        }
    }
}
