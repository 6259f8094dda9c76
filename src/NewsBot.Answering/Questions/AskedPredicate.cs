using static NewsBot.Answering.Questions.QuestionVocabulary;

namespace NewsBot.Answering.Questions;

/// <summary>
/// The word of a question that says what is asked of what it is about: "live" of "How many people live in Larrow?", "population" of "What is the
/// population of Larrow?", "founded" of "When was the club founded?". Found by its place, in English, and only where the place is sure.
/// </summary>
internal static class AskedPredicate
{
    private const int LongestRole = 6;

    private const int FewestWithParticiple = 4;

    private static readonly string[] AroundNow = ["last", "this", "next"];

    // Adverbs, prepositions and numbers that stand where a verb does: "who besides the mayor", "who never came", "who was one of …".
    private static readonly string[] NotVerbs = ["besides", "along", "never", "ever", "almost", "together", "ahead", "one", "two", "three", "four", "five", "first", "second", "last", "next", "later", "thought", "often", "once"];

    private static readonly string[] Determiners = ["the", "a", "an", "this", "that", "these", "those", "its", "his", "her", "their"];

    private static readonly string[] Joining = ["and", "or", "as", "per", "when", "after", "before", "since", "until", "than", "during", "through", "into", "most", "all", "just", "together", "between", "against", "near", "within", "without", "inside", "outside", "along", "across", "behind", "above", "below", "among", "around", "beyond", "towards"];

    /// <summary>The word's position, or null where it is not sure.</summary>
    /// <param name="words">The question's words.</param>
    /// <param name="grammar">How its language puts questions.</param>
    /// <param name="type">What it asks for.</param>
    /// <param name="focus">The positions of the words that name that.</param>
    public static int? Find(IReadOnlyList<QuestionWord> words, QuestionGrammar grammar, AnswerType type, IReadOnlyList<int> focus)
    {
        if (grammar != QuestionGrammar.English || words.Count < 3 || !grammar.IsQuestionWord(words[0].Text))
        {
            return null;
        }

        if (!type.IsFigure() && Superlative(words, grammar) is { } superlative)
        {
            return superlative;
        }

        return type.IsFigure() && focus.Count > 0 ? OfFigure(words, grammar, focus)
            : focus.Count > 0 && grammar.WhichWords.Contains(words[0].Text) && OfNamedKind(words, grammar, focus[^1] + 1) is { } asked ? asked
            : type is AnswerType.Name or AnswerType.Definition ? null
            : type == AnswerType.Thing ? OfThing(words, grammar)
            : type == AnswerType.Person && words[0].Text == "who" && IsContent(words, 1, grammar) ? 1
            : grammar.Copulas.Contains(words[1].Text) && RoleAfter(words, 2) is { } role ? role
            : (words[0].Text is "when" or "where" or "why" && grammar.Auxiliaries.Contains(words[1].Text)) || (words[0].Text == "how" && grammar.Auxiliaries.Contains(words[2].Text)) ? LastWord(words, grammar)
            : null;
    }

    // "What is the population of …" asks for its noun; "how many people were killed", "how many people live in …" for what they do.
    private static int? OfFigure(IReadOnlyList<QuestionWord> words, QuestionGrammar grammar, IReadOnlyList<int> focus)
    {
        if (grammar.WhichWords.Contains(words[0].Text))
        {
            return grammar.Copulas.Contains(words[1].Text) ? focus[0] : null;
        }

        // A question has a verb: where none follows what is counted, it is the last of those words itself.
        var next = focus[^1] + 1;
        return next < words.Count && grammar.Auxiliaries.Contains(words[next].Text)
            ? next + 1 < words.Count && IsContent(words, next + 1, grammar) ? next + 1 : null
            : focus.Count > 1 && next < words.Count && words[next].IsFunction ? focus[^1] : null;
    }

    // "Which towns are named in the report?", "Which player scored the goal?", "Which minister apologised to Iran?"
    private static int? OfNamedKind(IReadOnlyList<QuestionWord> words, QuestionGrammar grammar, int next) =>
        next + 2 < words.Count && grammar.Copulas.Contains(words[next].Text) && IsContent(words, next + 1, grammar) && Prepositions.Contains(words[next + 2].Text) ? next + 1
        : next + 1 < words.Count && IsContent(words, next, grammar) && (words[next + 1].IsFunction || words[next + 1].IsName) ? next
        : null;

    // "What is the tallest mountain of the island?" is not answered by just any of its mountains; "what's" is one word.
    private static int? Superlative(IReadOnlyList<QuestionWord> words, QuestionGrammar grammar)
    {
        var at = grammar.Copulas.Contains(words[1].Text) ? 3 : 2;
        return at + 1 < words.Count && words[at - 1].Text == "the" && words[at] is { IsName: false, Text: { Length: > 4 } word } && word.EndsWith("est", StringComparison.Ordinal) ? at : null;
    }

    // "What destroyed the hall?", "What will replace the mill?", "What was stolen from the library?", "What was the boat from the dig carrying?", "What did the council sell?"
    private static int? OfThing(IReadOnlyList<QuestionWord> words, QuestionGrammar grammar)
    {
        var verb = grammar.Auxiliaries.Contains(words[1].Text) ? 2 : 1;
        var isPassive = words[1].Text is "was" or "were";
        if (verb + 1 < words.Count && IsContent(words, verb, grammar) && (Determiners.Contains(words[verb + 1].Text) || (isPassive && Prepositions.Contains(words[verb + 1].Text))))
        {
            return verb;
        }

        return verb == 1 ? null
            : !grammar.Copulas.Contains(words[1].Text) ? LastWord(words, grammar)
            : words.Count >= FewestWithParticiple && words[^1].Text.EndsWith("ing", StringComparison.Ordinal) && IsContent(words, words.Count - 1, grammar) ? words.Count - 1
            : null;
    }

    // "Who is the head of the board", "who was the architect of …"
    private static int? RoleAfter(IReadOnlyList<QuestionWord> words, int from)
    {
        for (var i = from + 1; i < Math.Min(words.Count, from + LongestRole); i++)
        {
            if (Prepositions.Contains(words[i].Text))
            {
                return words[0].Text == "who" && !words[i - 1].IsName && !words[i - 1].IsFunction ? i - 1 : null;
            }
        }

        return null;
    }

    // "When was the town's old library founded?" ends in what is asked; with a phrase of place or purpose before the end, the last word is rather part of that.
    private static int? LastWord(IReadOnlyList<QuestionWord> words, QuestionGrammar grammar)
    {
        var last = words.Count - 1;
        last -= last > 2 && (AroundNow.Contains(words[last - 1].Text) || (words[last - 1].Text == "in" && char.IsDigit(words[last].Text[0]))) ? 2 : 0;
        var isPlain = !words.Skip(2).Take(last - 2).Any(word => Prepositions.Contains(word.Text) || Joining.Contains(word.Text));
        return isPlain && last > 1 && IsContent(words, last, grammar) && !words[last].IsPossessive ? last : null;
    }

    private static bool IsContent(IReadOnlyList<QuestionWord> words, int at, QuestionGrammar grammar) =>
        words[at] is { IsName: false, IsFunction: false } word && !grammar.Auxiliaries.Contains(word.Text) && !word.Text.EndsWith("ly", StringComparison.Ordinal) && !NotVerbs.Contains(word.Text) && !char.IsDigit(word.Text[0]);
}
