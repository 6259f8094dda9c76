using Microsoft.Extensions.Options;
using NewsBot.Archive;

namespace NewsBot.Answering.Generative;

/// <summary>What an answer of a model depends on; the same again is the same answer.</summary>
public sealed record MemoryKey(ArchiveName Archive, string Question, NewsTime AsOf, long ArchiveState, string Model, string PromptVersion);

/// <summary>An answer that a model gave.</summary>
/// <param name="Sentences">Its verified sentences.</param>
/// <param name="End">How it ended.</param>
public sealed record RememberedAnswer(IReadOnlyList<VerifiedSentence> Sentences, GenerationEnd End);

/// <summary>Remembers the latest answers of the model, the least recently used going first. Safe for several threads.</summary>
public sealed class AnswerMemory(IOptions<ChatOptions> options)
{
    private readonly Lock gate = new();
    private readonly Dictionary<MemoryKey, LinkedListNode<(MemoryKey Key, RememberedAnswer Answer)>> byKey = [];
    private readonly LinkedList<(MemoryKey Key, RememberedAnswer Answer)> byUse = [];

    /// <summary>The remembered answer, or null.</summary>
    public RememberedAnswer? Find(MemoryKey key)
    {
        lock (gate)
        {
            if (!byKey.TryGetValue(key, out var node))
            {
                return null;
            }

            byUse.Remove(node);
            byUse.AddFirst(node);
            return node.Value.Answer;
        }
    }

    /// <summary>Remembers an answer.</summary>
    public void Remember(MemoryKey key, RememberedAnswer answer)
    {
        lock (gate)
        {
            if (options.Value.RememberedAnswers == 0 || byKey.ContainsKey(key))
            {
                return;
            }

            byKey[key] = byUse.AddFirst((key, answer));
            if (byKey.Count > options.Value.RememberedAnswers)
            {
                byKey.Remove(byUse.Last!.Value.Key);
                byUse.RemoveLast();
            }
        }
    }
}
