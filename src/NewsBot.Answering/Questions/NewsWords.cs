using System.Collections.Frozen;

namespace NewsBot.Answering.Questions;

/// <summary>How people ask for the newest report on a topic: "what is the latest on …", "any news about …", "was gibt es Neues zu …".</summary>
internal static class NewsWords
{
    // Each asks for news only before a word that leads to the topic: "the latest on the strike", not "the latest strike".
    private static readonly FrozenSet<string> Heads = Set(
        "latest newest news update updates new happening development developments neues neuigkeiten neueste neuestes nouveau nouvelles actualités");

    private static readonly FrozenSet<string> Leads = Set("on about with regarding concerning from in at of zu zum zur über von vom sur concernant de du");

    // … and only after a word that asks: "any news on the ferry", not "how far did it sink on news of a rival" nor "put into development in 1986".
    private static readonly FrozenSet<string> Askings = Set(
        "the any is are was whats what's there some recent me get got give more es gibt das die etwas y a du de les des quoi neuf");

    private static readonly FrozenSet<string> Stems = Set("latest newest news new updat happen develop neu neuigkeit neuest nouveau nouvel dernier actual");

    /// <summary>Whether the words of a question, in lower case, ask for the newest report on something.</summary>
    public static bool AskForLatest(IReadOnlyList<string> words)
    {
        for (var i = 0; i + 1 < Math.Min(words.Count, Reach); i++)
        {
            if (Heads.Contains(words[i]) && Leads.Contains(words[i + 1]) && (i == 0 || Askings.Contains(words[i - 1])))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a stem belongs to the asking and not to the topic.</summary>
    public static bool IsAsking(string stem) => Stems.Contains(stem);

    // What is asked for stands at the beginning, after a word or two of politeness.
    private const int Reach = 9;

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
