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

    private static readonly FrozenSet<string> PersonalPronouns = Set("he she his her er sie il elle");

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

    /// <summary>
    /// The sentences that a sentence is shown with, the nearest first: none where it is understood alone. "She succeeds Halden Prewitt" is understood
    /// once somebody is named, so a sentence between that names nobody is taken along too.
    /// </summary>
    public static IReadOnlyList<EvidenceSentence> AntecedentsOf(AskedQuestion question, EvidenceSentence sentence)
    {
        const int Furthest = 2;
        if (!NeedsAntecedent(question, sentence))
        {
            return [];
        }

        var taken = new List<EvidenceSentence> { sentence.Previous! };
        while (LeadsWithPerson(sentence) && taken.Count < Furthest && !NamesSomebody(taken[^1]) && taken[^1].Previous is { } earlier && IsNextTo(taken[^1], earlier) && NamesSomebody(earlier))
        {
            taken.Add(earlier);
        }

        return taken;
    }

    private static bool LeadsWithPerson(EvidenceSentence sentence) => IsAmong(PersonalPronouns, sentence, 0);

    // The first word has a capital in any sentence.
    private static bool NamesSomebody(EvidenceSentence sentence) =>
        sentence.Words.Skip(1).Any(word => word.Kind == WordKind.Capitalised) || (sentence.Words.Count > 0 && sentence.Article.IsName(sentence.Words[0].Stem));

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
