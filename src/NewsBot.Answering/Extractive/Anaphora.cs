using System.Collections.Frozen;
using NewsBot.Answering.Questions;

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

    /// <summary>
    /// Whether the sentence is shown with the one before it: a pronoun leads it, or it is to name a person and says "the finance chair" of somebody whom
    /// the sentence before names at its beginning.
    /// </summary>
    public static bool NeedsAntecedent(AskedQuestion question, EvidenceSentence sentence) =>
        sentence.Previous is { } previous && IsNextTo(sentence, previous) && (Leads(sentence) || (question.Type == AnswerType.Person && SpeaksOfOneNamedBefore(sentence, previous)));

    private static bool SpeaksOfOneNamedBefore(EvidenceSentence sentence, EvidenceSentence previous)
    {
        var text = sentence.Article.Hit.Article.Text;
        var isDefinite = sentence.Words.Count > 2 && sentence.Words[0].Range.SpanOf(text) is "The" or "Der" or "Die" && sentence.Words[1].Kind == WordKind.Lower;
        return isDefinite && previous.Words.Count > 2 && previous.Words[0].Kind == WordKind.Capitalised && previous.Words[1].Kind == WordKind.Capitalised && !previous.Words[0].IsStopWord;
    }

    private static bool IsNextTo(EvidenceSentence sentence, EvidenceSentence previous) =>
        sentence.Article.Hit.Article.Text.AsSpan(previous.Range.End, sentence.Range.Start - previous.Range.End).IsWhiteSpace();

    private static bool IsAmong(FrozenSet<string> words, EvidenceSentence sentence, int at) =>
        words.GetAlternateLookup<ReadOnlySpan<char>>().Contains(sentence.Words[at].Range.SpanOf(sentence.Article.Hit.Article.Text));

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
