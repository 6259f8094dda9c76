using System.Collections.Frozen;

namespace NewsBot.Answering.Extractive;

/// <summary>Sentences that speak of somebody or something the sentence before them named.</summary>
internal static class Anaphora
{
    // Within so many words of the beginning a pronoun is the subject or goes with it.
    private const int Beginning = 4;

    private static readonly FrozenSet<string> Pronouns = Set(
        "he she it they this these that those such his her its their er sie es dies diese dieser il elle ils elles ce cette");

    private static readonly FrozenSet<string> LeadingPronouns = Set("he she it they his her its their this these er sie es il elle ils elles");

    /// <summary>Whether a pronoun stands near the sentence's beginning.</summary>
    public static bool IsNearBeginning(EvidenceSentence sentence)
    {
        for (var i = 0; i < Math.Min(Beginning, sentence.Words.Count); i++)
        {
            if (IsAmong(Pronouns, sentence, i))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether the sentence's first word is a pronoun, so that nobody understands it alone.</summary>
    public static bool Leads(EvidenceSentence sentence) => sentence.Words.Count > 0 && IsAmong(LeadingPronouns, sentence, 0);

    private static bool IsAmong(FrozenSet<string> words, EvidenceSentence sentence, int at) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(sentence.Words[at].Range.SpanOf(sentence.Article.Hit.Article.Text));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
