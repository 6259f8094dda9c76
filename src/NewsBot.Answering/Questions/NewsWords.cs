using System.Collections.Frozen;

namespace NewsBot.Answering.Questions;

/// <summary>How people ask for the newest report on a topic: "what is the latest on …", "any news about …", "was gibt es Neues zu …".</summary>
internal static class NewsWords
{
    // Each asks for news only before a word that leads to the topic: "the latest on the strike", not "the latest strike".
    private static readonly FrozenSet<string> Heads = FrozenSet.ToFrozenSet(
        ["latest", "newest", "news", "update", "updates", "new", "happening", "development", "developments", "neues", "neuigkeiten", "neueste", "neuestes", "nouveau", "nouvelles", "actualités"],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> Leads = FrozenSet.ToFrozenSet(
        ["on", "about", "with", "regarding", "concerning", "from", "in", "at", "of", "zu", "zum", "zur", "über", "von", "vom", "sur", "concernant", "de", "du"],
        StringComparer.Ordinal);

    private static readonly FrozenSet<string> Stems = FrozenSet.ToFrozenSet(
        ["latest", "newest", "news", "new", "updat", "happen", "develop", "neu", "neuigkeit", "neuest", "nouveau", "nouvel", "dernier", "actual"],
        StringComparer.Ordinal);

    /// <summary>Whether the words of a question, in lower case, ask for the newest report on something.</summary>
    public static bool AskForLatest(IReadOnlyList<string> words)
    {
        for (var i = 0; i + 1 < words.Count; i++)
        {
            if (Heads.Contains(words[i]) && Leads.Contains(words[i + 1]))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a stem belongs to the asking and not to the topic.</summary>
    public static bool IsAsking(string stem) => Stems.Contains(stem);
}
