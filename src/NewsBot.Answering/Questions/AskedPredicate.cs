using System.Collections.Frozen;
using static NewsBot.Answering.Questions.QuestionVocabulary;

namespace NewsBot.Answering.Questions;

/// <summary>
/// The word of a question that says what is asked of what it is about: "live" of "How many people live in Larrow?", "population" of "What is the
/// population of Larrow?", "founded" of "When was the club founded?". Found by its place, in English, and only where the place is sure. For one question.
/// </summary>
/// <param name="words">The question's words.</param>
/// <param name="type">What it asks for.</param>
/// <param name="focus">The positions of the words that name that.</param>
internal sealed class AskedPredicate(IReadOnlyList<QuestionWord> words, AnswerType type, IReadOnlyList<int> focus)
{
    // A role has at most a few words: "the deputy head of the board".
    private const int LongestRole = 6;

    // "What was he carrying?" has its verb at the end, "what is missing?" has nothing that does it.
    private const int FewestWithParticiple = 4;

    private static readonly QuestionGrammar English = QuestionGrammar.English;

    private static readonly FrozenSet<string> Determiners = Set("the a an this that these those its his her their");

    private static readonly FrozenSet<string> AroundNow = Set("last this next");

    // Adverbs, prepositions and numbers that stand where a verb does: "who besides the mayor", "who never came", "who was one of …".
    private static readonly FrozenSet<string> NotVerbs = Set("besides along never ever almost together ahead one two three four five first second last next later thought often once");

    // What follows one of these is no longer what is asked: "when did the mill close after the strike".
    private static readonly FrozenSet<string> Joining = Set(
        "and or as per when after before since until than during through into most all just together between against near within without inside outside along across behind above below among around beyond towards");

    /// <summary>The word's position, or null where it is not sure.</summary>
    /// <param name="grammar">How the question's language puts questions.</param>
    public int? Find(QuestionGrammar grammar)
    {
        if (grammar != English || words.Count < 3 || !English.IsQuestionWord(words[0].Text))
        {
            return null;
        }

        return type.IsFigure() && focus.Count > 0 ? OfFigure()
            : !type.IsFigure() && Superlative() is { } superlative ? superlative
            : focus.Count > 0 && AsksWhich && OfNamedKind(focus[^1] + 1) is { } asked ? asked
            : type is AnswerType.Name or AnswerType.Definition ? null
            : type == AnswerType.Thing ? OfThing()
            : type == AnswerType.Person && words[0].Text == "who" && IsContent(1) ? 1
            : IsCopula(1) && RoleAfter(2) is { } role ? role
            : HasVerbAtTheEnd ? LastWord()
            : null;
    }

    private bool AsksWhich => English.WhichWords.Contains(words[0].Text);

    // "When was it founded", "where does she live", "how deep did they dig".
    private bool HasVerbAtTheEnd => (words[0].Text is "when" or "where" or "why" && IsAuxiliary(1)) || (words[0].Text == "how" && IsAuxiliary(2));

    // "What is the population of …" asks for its noun; "how many people were killed", "how many people live in …" for what they do.
    private int? OfFigure()
    {
        if (AsksWhich)
        {
            return IsCopula(1) ? focus[0] : null;
        }

        // A question has a verb: where none follows what is counted, it is the last of those words itself.
        var next = focus[^1] + 1;
        return IsAuxiliary(next)
            ? IsContent(next + 1) ? next + 1 : null
            : focus.Count > 1 && next < words.Count && words[next].IsFunction ? focus[^1] : null;
    }

    // "Which towns are named in the report?", "Which player scored the goal?", "Which minister apologised to Iran?"
    private int? OfNamedKind(int next) =>
        IsCopula(next) && IsContent(next + 1) && IsAmong(Prepositions, next + 2) ? next + 1
        : IsContent(next) && next + 1 < words.Count && (words[next + 1].IsFunction || words[next + 1].IsName) ? next
        : null;

    // "What is the tallest mountain of the island?" is not answered by just any of its mountains; "what's" is one word.
    private int? Superlative()
    {
        var at = IsCopula(1) ? 3 : 2;
        return at + 1 < words.Count && words[at - 1].Text == "the" && words[at] is { IsName: false, Text: { Length: > 4 } word } && word.EndsWith("est", StringComparison.Ordinal) ? at : null;
    }

    // "What destroyed the hall?", "What will replace the mill?", "What was stolen from the library?", "What did the council sell?", "What was the boat from
    // the dig carrying?"
    private int? OfThing()
    {
        var verb = IsAuxiliary(1) ? 2 : 1;
        var isPassive = words[1].Text is "was" or "were";
        if (IsContent(verb) && (IsAmong(Determiners, verb + 1) || (isPassive && IsAmong(Prepositions, verb + 1))))
        {
            return verb;
        }

        return verb == 1 ? null : IsCopula(1) ? Participle() : LastWord();
    }

    private int? Participle() =>
        words.Count >= FewestWithParticiple && words[^1].Text.EndsWith("ing", StringComparison.Ordinal) && IsContent(words.Count - 1) ? words.Count - 1 : null;

    // "Who is the head of the board", "who was the architect of …"
    private int? RoleAfter(int from)
    {
        for (var i = from + 1; i < Math.Min(words.Count, from + LongestRole); i++)
        {
            if (IsAmong(Prepositions, i))
            {
                return words[0].Text == "who" && !words[i - 1].IsName && !words[i - 1].IsFunction ? i - 1 : null;
            }
        }

        return null;
    }

    // "When was the town's old library founded?" ends in what is asked; with a phrase of place or purpose before the end, the last word is rather part of that.
    private int? LastWord()
    {
        var last = words.Count - 1;
        last -= last > 2 && (IsAmong(AroundNow, last - 1) || (words[last - 1].Text == "in" && char.IsDigit(words[last].Text[0]))) ? 2 : 0;
        var isPlain = !words.Skip(2).Take(last - 2).Any(word => Prepositions.Contains(word.Text) || Joining.Contains(word.Text));
        return isPlain && last > 1 && IsContent(last) && !words[last].IsPossessive ? last : null;
    }

    private bool IsCopula(int at) => IsAmong(English.Copulas, at);

    private bool IsAuxiliary(int at) => IsAmong(English.Auxiliaries, at);

    private bool IsAmong(FrozenSet<string> set, int at) => at < words.Count && set.Contains(words[at].Text);

    private bool IsContent(int at) =>
        at < words.Count && words[at] is { IsName: false, IsFunction: false } word
        && !IsAuxiliary(at) && !NotVerbs.Contains(word.Text) && !word.Text.EndsWith("ly", StringComparison.Ordinal) && !char.IsDigit(word.Text[0]);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
