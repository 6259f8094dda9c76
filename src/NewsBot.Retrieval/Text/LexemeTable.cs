using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace NewsBot.Retrieval.Text;

/// <summary>
/// Remembers the analysed form of surface forms: stemming costs a hundred times more than looking a word up, and the vocabulary of news
/// is small beside its length. Safe for several threads at once.
/// </summary>
internal sealed class LexemeTable
{
    /// <summary>About 30 MB when full; the vocabulary of a million articles has more forms, but those beyond are rare.</summary>
    private const int Capacity = 250_000;

    private readonly ConcurrentDictionary<string, Lexeme> lexemes = new(new SurfaceComparer());
    private readonly ConcurrentDictionary<string, Lexeme>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly ConcurrentDictionary<string, string> stems = new(StringComparer.Ordinal);
    private int count;

    public LexemeTable() => bySpan = lexemes.GetAlternateLookup<ReadOnlySpan<char>>();

    public bool TryGet(ReadOnlySpan<char> surface, [NotNullWhen(true)] out Lexeme? lexeme) => bySpan.TryGetValue(surface, out lexeme);

    /// <summary>Remembers what a surface form was analysed to, and shares the string of its stem with all forms of the same stem.</summary>
    public Lexeme Remember(string surface, Lexeme lexeme)
    {
        // Counted here because the dictionary's own count takes all its locks.
        if (Volatile.Read(ref count) >= Capacity)
        {
            return lexeme;
        }

        var shared = lexeme.SharingStem(stems.GetOrAdd(lexeme.Stem, lexeme.Stem));
        if (lexemes.TryAdd(surface, shared))
        {
            Interlocked.Increment(ref count);
        }

        return shared;
    }

    /// <summary>The string that all remembered forms of a stem share; where the table is full, the stem as given.</summary>
    public string SharedStem(string stem) => Volatile.Read(ref count) < Capacity ? stems.GetOrAdd(stem, stem) : stems.GetValueOrDefault(stem, stem);

    /// <summary>FNV-1a over UTF-16: words are short, and nobody gains by choosing colliding words for a bounded table.</summary>
    private sealed class SurfaceComparer : IEqualityComparer<string>, IAlternateEqualityComparer<ReadOnlySpan<char>, string>
    {
        public bool Equals(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

        public bool Equals(ReadOnlySpan<char> alternate, string other) => alternate.SequenceEqual(other);

        public int GetHashCode(string obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<char> alternate)
        {
            var hash = 2166136261u;
            foreach (var c in alternate)
            {
                hash = (hash ^ c) * 16777619u;
            }

            return (int)hash;
        }

        public string Create(ReadOnlySpan<char> alternate) => alternate.ToString();
    }
}
