using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.InteropServices;

namespace NewsBot.Retrieval.Text;

/// <summary>
/// Remembers the analysed form of surface forms: stemming costs a hundred times more than looking a word up, and the vocabulary of news
/// is small beside its length. Looking up is most of what reading a text costs, so it takes no lock and no virtual call: short words lie in <see cref="PackedWords"/>,
/// others in chains of nodes that never change, exchanged as a whole when the table grows. Safe for several threads at once.
/// </summary>
internal sealed class LexemeTable
{
    /// <summary>About 25 MB when full; the vocabulary of a million articles has more forms, but those beyond are rare.</summary>
    private const int Capacity = 250_000;

    private const int FirstBuckets = 1 << 10;

    private readonly Lock adding = new();
    private readonly ConcurrentDictionary<string, string> stems = new(StringComparer.Ordinal);
    private readonly PackedWords words = new();
    private Node?[] buckets = new Node?[FirstBuckets];
    private int nodes;
    private int count;

    public bool TryGet(ReadOnlySpan<char> surface, [NotNullWhen(true)] out Lexeme? lexeme) =>
        PackedWords.TryPack(surface, out var word) ? words.TryGet(word, out lexeme) : TryGetLong(surface, out lexeme);

    /// <summary>Remembers what a surface form was analysed to, and shares the string of its stem with all forms of the same stem.</summary>
    public Lexeme Remember(string surface, Lexeme lexeme)
    {
        if (Volatile.Read(ref count) >= Capacity)
        {
            return lexeme;
        }

        var stem = stems.GetOrAdd(lexeme.Stem, lexeme.Stem);
        lock (adding)
        {
            if (TryGet(surface, out var known))
            {
                return known;
            }

            var shared = lexeme.SharingStem(stem, count);
            if (PackedWords.TryPack(surface, out var word))
            {
                words.Add(word, shared);
            }
            else
            {
                AddLong(surface, shared);
            }

            count++;
            return shared;
        }
    }

    /// <summary>The string that all remembered forms of a stem share; where the table is full, the stem as given.</summary>
    public string SharedStem(string stem) => Volatile.Read(ref count) < Capacity ? stems.GetOrAdd(stem, stem) : stems.GetValueOrDefault(stem, stem);

    private bool TryGetLong(ReadOnlySpan<char> surface, [NotNullWhen(true)] out Lexeme? lexeme)
    {
        var hash = HashOf(surface);
        var chains = Volatile.Read(ref buckets);
        for (var node = Volatile.Read(ref chains[hash & (chains.Length - 1)]); node is not null; node = node.Next)
        {
            if (node.Hash == hash && surface.SequenceEqual(node.Surface))
            {
                lexeme = node.Lexeme;
                return true;
            }
        }

        lexeme = null;
        return false;
    }

    private void AddLong(string surface, Lexeme lexeme)
    {
        if (nodes++ >= buckets.Length)
        {
            Volatile.Write(ref buckets, Grown(buckets));
        }

        Add(buckets, new Node(HashOf(surface), surface, lexeme));
    }

    private static void Add(Node?[] chains, Node node)
    {
        ref var head = ref chains[node.Hash & (chains.Length - 1)];
        node.Next = head;
        Volatile.Write(ref head, node);
    }

    /// <summary>Twice the buckets with new nodes: whoever reads the old ones goes on undisturbed.</summary>
    private static Node?[] Grown(Node?[] chains)
    {
        var grown = new Node?[chains.Length * 2];
        foreach (var chain in chains)
        {
            for (var node = chain; node is not null; node = node.Next)
            {
                Add(grown, new Node(node.Hash, node.Surface, node.Lexeme));
            }
        }

        return grown;
    }

    /// <summary>Four characters at a time; words are short, and nobody gains by choosing colliding words for a bounded table.</summary>
    private static int HashOf(ReadOnlySpan<char> surface)
    {
        const ulong Factor = 0x9E3779B97F4A7C15;
        var hash = (ulong)surface.Length * Factor;
        while (surface.Length >= 4)
        {
            hash = BitOperations.RotateLeft(hash ^ MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(surface)), 23) * Factor;
            surface = surface[4..];
        }

        foreach (var c in surface)
        {
            hash = (hash << 16) ^ (hash >> 48) ^ c;
        }

        hash *= Factor;
        return (int)(hash >> 32);
    }

    private sealed class Node(int hash, string surface, Lexeme lexeme)
    {
        public int Hash { get; } = hash;

        public string Surface { get; } = surface;

        public Lexeme Lexeme { get; } = lexeme;

        public Node? Next { get; set; }
    }
}
