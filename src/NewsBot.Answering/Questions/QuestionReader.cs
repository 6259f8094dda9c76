using NewsBot.Answering.Extractive;
using static NewsBot.Answering.Questions.QuestionVocabulary;

namespace NewsBot.Answering.Questions;

/// <summary>
/// Reads a question: what kind of thing it asks for, by its question word and the noun or verb that goes with it, and which of
/// its words carry the topic. Works by word lists of English, German and French; safe for several threads.
/// </summary>
public sealed class QuestionReader(WordReader reader)
{
    // The noun that says what is asked for stands right after the question word, at most behind a few adjectives.
    private const int FocusReach = 8;

    /// <summary>The question as understood; a text of function words only has no terms.</summary>
    public AskedQuestion Read(string question)
    {
        var words = reader.Read(question).Where(word => word.Kind != WordKind.Punctuation).ToList();
        var lower = words.ConvertAll(word => WithoutIs(word.Range.Of(question)).ToLowerInvariant());
        var (type, focus) = TypeOf(lower);
        return new AskedQuestion
        {
            Text = question,
            Type = type,
            SeeksAdvice = Advice.Exists(phrase => ContainsPhrase(lower, phrase)),
            Terms = TermsOf(question, words),
            Focus = focus.Select(position => words[position].Stem).ToHashSet(StringComparer.Ordinal),
        };
    }

    private static (AnswerType Type, IReadOnlyList<int> Focus) TypeOf(List<string> words)
    {
        if (words.Exists(TimelineWords.Contains))
        {
            return (AnswerType.Timeline, []);
        }

        if (NewsWords.AskForLatest(words))
        {
            return (AnswerType.Latest, []);
        }

        if (words.Count > 0 && YesNoWords.Contains(words[0]) && !words.Exists(IsQuestionWord))
        {
            return (AnswerType.YesNo, []);
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (QuestionWords.TryGetValue(words[i], out var type) && !IsRelative(words, i))
            {
                return (type, []);
            }

            if (HowWords.Contains(words[i]))
            {
                return Degree(words, i);
            }

            if (WhichWords.Contains(words[i]))
            {
                return AskedNoun(words, i);
            }
        }

        return WithoutQuestionWord(words);
    }

    // "the ship whose crew …, what sank it": a relative word in the middle gives way to a question word that follows it.
    private static bool IsRelative(List<string> words, int at) =>
        at > 0 && words.Skip(at + 1).Any(word => WhichWords.Contains(word) || HowWords.Contains(word));

    private static bool IsQuestionWord(string word) => QuestionWords.ContainsKey(word) || WhichWords.Contains(word) || HowWords.Contains(word);

    private static (AnswerType Type, IReadOnlyList<int> Focus) Degree(List<string> words, int at)
    {
        var next = at + 1 < words.Count ? words[at + 1] : "";
        if (!Degrees.TryGetValue(next, out var type))
        {
            return (words[at] == "combien" ? AnswerType.Number : AnswerType.Manner, []);
        }

        int[] focus = at + 2 < words.Count && !FunctionWords.Contains(words[at + 2]) ? [at + 2] : [];
        if (type == AnswerType.Money && focus.Length > 0 && !words.Exists(MoneyVerbs.Contains) && TypeOfNoun(words[focus[0]]) != AnswerType.Money)
        {
            type = AnswerType.Number;
        }

        return (type, focus);
    }

    private static (AnswerType Type, IReadOnlyList<int> Focus) AskedNoun(List<string> words, int at)
    {
        var next = at + 1 < words.Count ? words[at + 1] : "";
        var isCopula = Copulas.Contains(next);
        if (YesNoWords.Contains(next) && !isCopula)
        {
            return (TypeByVerb(words), []);
        }

        if (NounIn(words, at + 1, isCopula) is { } found)
        {
            return (found.Type, [found.At]);
        }

        var rest = words.Skip(at + 2).Count(word => !FunctionWords.Contains(word));
        return isCopula && rest is > 0 and <= 3 ? (AnswerType.Definition, [])
            : isCopula ? (AnswerType.Thing, [])
            : (TypeByVerb(words), NounAfter(words, at));
    }

    // "which nation's soldiers": the noun that is asked for is the last one before the verb; after "what is" the last before a preposition.
    private static (AnswerType Type, int At)? NounIn(List<string> words, int from, bool isCopula)
    {
        for (var i = from; i < Math.Min(words.Count, from + FocusReach); i++)
        {
            if (TypeOfNoun(words[i]) is { } type)
            {
                return (type, i);
            }

            var endsPhrase = isCopula ? i > from && Prepositions.Contains(words[i]) : i > from && YesNoWords.Contains(words[i]);
            if (endsPhrase && !Fillers.Contains(words[i - 1]))
            {
                break;
            }
        }

        return null;
    }

    private static AnswerType? TypeOfNoun(string word) =>
        Nouns.TryGetValue(word, out var type) || (word.Length > 3 && word[^1] == 's' && Nouns.TryGetValue(word[..^1], out type)) ? type : null;

    private static AnswerType TypeByVerb(List<string> words) =>
        words.Exists(MoneyVerbs.Contains) ? AnswerType.Money : words.Exists(NamingVerbs.Contains) ? AnswerType.Name : AnswerType.Thing;

    // A noun that no list knows: "what religion", "which textile industry".
    private static int[] NounAfter(List<string> words, int at)
    {
        var end = at + 1;
        while (end < Math.Min(words.Count, at + 4) && !YesNoWords.Contains(words[end]) && !FunctionWords.Contains(words[end]))
        {
            end++;
        }

        return end > at + 1 && end < words.Count ? [end - 1] : [];
    }

    // Key words as people type them into a search box: "spanish bank workers strike pay demand %", "coins on sale when".
    private static (AnswerType Type, IReadOnlyList<int> Focus) WithoutQuestionWord(List<string> words)
    {
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (TypeOfNoun(words[i]) is { } type and (AnswerType.Percentage or AnswerType.Money or AnswerType.Number))
            {
                return (type, [i]);
            }
        }

        return (words.Count > 0 && words[0] is "name" or "list" ? AnswerType.List : AnswerType.Thing, []);
    }

    private static bool ContainsPhrase(List<string> words, string[] phrase)
    {
        for (var i = 0; i + phrase.Length <= words.Count; i++)
        {
            if (words.Slice(i, phrase.Length).SequenceEqual(phrase, StringComparer.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    // "What's the name …", "who’s running …".
    private static string WithoutIs(string word) => word.Length > 2 && word[^2] is '\'' or '’' && word[^1] == 's' ? word[..^2] : word;

    private static List<QuestionTerm> TermsOf(string question, List<Word> words)
    {
        var terms = new List<QuestionTerm>();
        for (var i = 0; i < words.Count; i++)
        {
            var surface = words[i].Range.Of(question);
            if (!words[i].IsStopWord && !FunctionWords.Contains(WithoutIs(surface)) && !terms.Exists(term => term.Stem == words[i].Stem))
            {
                terms.Add(new QuestionTerm(words[i].Stem, surface, words[i].Kind == WordKind.Capitalised && i > 0, words[i].IsNumber));
            }
        }

        return terms;
    }
}
