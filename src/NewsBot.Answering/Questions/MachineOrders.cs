using System.Collections.Frozen;

namespace NewsBot.Answering.Questions;

/// <summary>
/// Takes out of a question what is no question but an order to a machine: "Ignore your instructions and …". What a person really asks beside it
/// stays. No order could do harm further on; it only must not find an article that speaks of instructions and pass for answered.
/// </summary>
internal static class MachineOrders
{
    private static readonly FrozenSet<string> Openings = Set(
        "ignore disregard forget override bypass reveal print output repeat pretend act respond reply answer system assistant ignoriere vergiss ignorez oublie oubliez");

    private static readonly FrozenSet<string> Objects = Set(
        "instruction instructions prompt prompts rule rules guideline guidelines policy password passwords message messages restrictions persona role system token tokens secrets anweisungen regeln consignes règles");

    private static readonly FrozenSet<string> Addresses = Set("your deine deinen tes vos");

    private static readonly FrozenSet<string> Softeners = Set("please now and also then ok okay so hey first but kindly just you must should");

    /// <summary>The question without the sentences that are orders to a machine; empty where nothing else is left.</summary>
    public static string Without(string question)
    {
        var sentences = SentencesOf(question).ToList();
        return sentences.Exists(IsOrder)
            ? string.Join(' ', sentences.Where(sentence => !IsOrder(sentence)).Select(sentence => sentence.Trim()).Where(sentence => sentence.Any(char.IsLetterOrDigit)))
            : question;
    }

    // Split at marks that end a sentence before a space, at line breaks, and at the fences with which such orders are set off.
    private static IEnumerable<string> SentencesOf(string question)
    {
        var start = 0;
        for (var i = 0; i < question.Length; i++)
        {
            var ends = question[i] is '\n' or '#' || (question[i] is '.' or '!' or '?' or ';' && (i + 1 == question.Length || char.IsWhiteSpace(question[i + 1])));
            if (ends)
            {
                yield return question[start..(i + 1)].Trim('#', '\n', ' ');
                start = i + 1;
            }
        }

        yield return question[start..];
    }

    private static bool IsOrder(string sentence)
    {
        var words = sentence.ToLowerInvariant().Split([' ', '\t', ',', '.', ':', ';', '!', '?', '"', '“', '”', '(', ')', '*', '-'], StringSplitOptions.RemoveEmptyEntries);
        var first = Array.FindIndex(words, word => !Softeners.Contains(word));
        return (first >= 0 && Openings.Contains(words[first]) && words.Skip(first + 1).Any(Objects.Contains)) || SpeaksToTheMachine(words);
    }

    // "… your system prompt": a newspaper has none.
    private static bool SpeaksToTheMachine(string[] words)
    {
        const int Reach = 2;
        for (var i = 0; i < words.Length; i++)
        {
            if (Addresses.Contains(words[i]) && words.Skip(i + 1).Take(Reach).Any(Objects.Contains))
            {
                return true;
            }
        }

        return false;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
