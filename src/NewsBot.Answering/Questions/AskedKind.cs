using static NewsBot.Answering.Questions.QuestionVocabulary;

namespace NewsBot.Answering.Questions;

/// <summary>A word of a question as its kind is read from it.</summary>
/// <param name="Text">The word in lower case, without the "'s" of "what's".</param>
/// <param name="IsPossessive">Whether it owns what follows: "Japan's".</param>
/// <param name="IsName">Whether it is a name, so that it says nothing of the kind asked for: the "Airlines" of "Aloha Airlines".</param>
/// <param name="IsFunction">Whether it carries grammar only.</param>
internal readonly record struct QuestionWord(string Text, bool IsPossessive, bool IsName, bool IsFunction);

/// <summary>What kind of thing a question asks for, and the positions of the words that name it. For one question.</summary>
internal sealed class AskedKind(IReadOnlyList<QuestionWord> words, QuestionGrammar grammar)
{
    // The noun that says what is asked for stands right after the question word, at most behind a few adjectives.
    private const int FocusReach = 8;

    private const int LongestCounted = 3;

    private const int PoliteOpening = 5;

    /// <summary>Reads the kind.</summary>
    public (AnswerType Type, IReadOnlyList<int> Focus) Read()
    {
        if (words.Any(word => TimelineWords.Contains(word.Text)))
        {
            return (AnswerType.Timeline, []);
        }

        if (NewsWords.AskForLatest([.. words.Select(word => word.Text)]))
        {
            return (AnswerType.Latest, []);
        }

        // "Do you know who won?" asks who; "Had the levy begun when the minister complained?" asks whether.
        if (words.Count > 0 && grammar.Auxiliaries.Contains(words[0].Text) && !words.Take(PoliteOpening).Any(word => grammar.IsQuestionWord(word.Text)))
        {
            return (AnswerType.YesNo, []);
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (grammar.KindWords.TryGetValue(words[i].Text, out var type) && !IsSubordinate(i, type))
            {
                return type == AnswerType.Place && AsksWhereAFigureStands(i) ? (AnswerType.Number, []) : (type, []);
            }

            if (grammar.HowWords.Contains(words[i].Text))
            {
                return Degree(i);
            }

            if (grammar.WhichWords.Contains(words[i].Text))
            {
                return AskedNoun(i);
            }
        }

        return WithoutQuestionWord();
    }

    private string TextAt(int at) => at < words.Count ? words[at].Text : "";

    // "the ship whose crew …, what sank it", "When the firm began to pay again, how much was it": a word that joins clauses gives way to a
    // question word that follows it.
    private bool IsSubordinate(int at, AnswerType type) =>
        (at > 0 || (type is AnswerType.Date or AnswerType.Place && !grammar.Auxiliaries.Contains(TextAt(1)))) && words.Skip(at + 1).Any(word => grammar.WhichWords.Contains(word.Text) || grammar.HowWords.Contains(word.Text));

    // "Where did the index stand?" is asked of figures.
    private bool AsksWhereAFigureStands(int at) => words.Skip(at + 1).Any(word => word.Text is "stand" or "stood" or "stands" or "steht" or "stehen");

    private (AnswerType Type, IReadOnlyList<int> Focus) Degree(int at)
    {
        var next = TextAt(at + 1);
        if (!Degrees.TryGetValue(next, out var type))
        {
            return (words[at].Text == "combien" ? AnswerType.Number : AnswerType.Manner, []);
        }

        var after = TextAt(at + 2);
        if (type == AnswerType.Money && after is "of" or "von" or "de" && TextAt(at + 3) is not ("money" or "this"))
        {
            return (AnswerType.Percentage, []);
        }

        var noun = after is "a" or "an" or "eine" or "ein" ? at + 3 : at + 2;
        return (DegreeOf(type, noun), CountedFrom(noun));
    }

    // "how many suspected missiles did", "how many American rigs were": up to the verb, what is no name is counted or tells what is.
    private List<int> CountedFrom(int noun)
    {
        var focus = new List<int>();
        for (var i = noun; i < Math.Min(words.Count, noun + LongestCounted) && !words[i].IsFunction && !grammar.Auxiliaries.Contains(words[i].Text); i++)
        {
            if (!words[i].IsName)
            {
                focus.Add(i);
            }
        }

        return focus;
    }

    // "how much gold" counts, "how big a stake" asks for a share, "how much higher" for a figure.
    private AnswerType DegreeOf(AnswerType type, int noun)
    {
        var ofNoun = noun < words.Count ? TypeOfNoun(noun) : null;
        if (type == AnswerType.Number && ofNoun is AnswerType.Percentage or AnswerType.Money)
        {
            return ofNoun.Value;
        }

        var isCounted = noun < words.Count && !words[noun].IsFunction && !words.Any(word => MoneyVerbs.Contains(word.Text)) && ofNoun != AnswerType.Money;
        return type == AnswerType.Money && isCounted ? AnswerType.Number : type;
    }

    private (AnswerType Type, IReadOnlyList<int> Focus) AskedNoun(int at)
    {
        var next = TextAt(at + 1);
        var isCopula = grammar.Copulas.Contains(next);
        if (grammar.Auxiliaries.Contains(next) && !isCopula)
        {
            return (TypeByVerb(), []);
        }

        if (isCopula && ActsOnWhatIsAsked(at + 2))
        {
            return (TypeByVerb(), []);
        }

        if (NounIn(at + 1, isCopula) is { } found)
        {
            return (found.Type, [found.At]);
        }

        if (isCopula && IsPassive(at + 1))
        {
            return (TypeByVerb(), []);
        }

        if (isCopula)
        {
            var rest = words.Skip(at + 2).Count(word => !word.IsFunction);
            return (rest is > 0 and <= 3 ? AnswerType.Definition : AnswerType.Thing, []);
        }

        return (TypeByVerb(), NounAfter(at));
    }

    // "What was stolen from the library?", "what was found?": it asks for a thing, not for what something is.
    private bool IsPassive(int copula) =>
        TextAt(copula) is "was" or "were" && copula + 1 < words.Count && words[copula + 1] is { IsName: false, IsFunction: false }
        && (copula + 2 == words.Count || Prepositions.Contains(TextAt(copula + 2)));

    // "which nation's soldiers": the noun that is asked for is the last one before the verb; after "what is" the last before a preposition.
    private (AnswerType Type, int At)? NounIn(int from, bool isCopula)
    {
        for (var i = from; i < Math.Min(words.Count, from + FocusReach); i++)
        {
            if (TypeOfNoun(i) is { } type && !(isCopula && words[i].IsPossessive))
            {
                return (type, i);
            }

            var endsPhrase = i > from && (isCopula ? Prepositions.Contains(words[i].Text) : grammar.Auxiliaries.Contains(words[i].Text));
            if (endsPhrase && !Fillers.Contains(words[i - 1].Text))
            {
                break;
            }
        }

        return null;
    }

    // "What is the firm paying for a share", "what is the machine called": who acts stands before the verb, and what is asked for behind it. But
    // "what is the price offered".
    private bool ActsOnWhatIsAsked(int from)
    {
        // "What was the boat from the dig carrying?"
        if (words[^1].Text is { Length: > 4 } last && last.EndsWith("ing", StringComparison.Ordinal) && words.Count > from + 1 && TypeOfNoun(words.Count - 1) is null)
        {
            return true;
        }

        for (var i = from; i < Math.Min(words.Count, from + FocusReach) && !Prepositions.Contains(words[i].Text); i++)
        {
            var isVerb = MoneyVerbs.Contains(words[i].Text) || NamingVerbs.Contains(words[i].Text);
            if (isVerb)
            {
                return words[i].Text.EndsWith("ing", StringComparison.Ordinal) || words[i].Text is "called" or "named" or "dubbed" or "worth" or "caled";
            }
        }

        return false;
    }

    private AnswerType? TypeOfNoun(int at) =>
        words[at].IsName ? null
        : Nouns.TryGetValue(words[at].Text, out var type) || (words[at].Text is { Length: > 3 } word && word[^1] == 's' && Nouns.TryGetValue(word[..^1], out type)) ? type
        : null;

    private AnswerType TypeByVerb() =>
        words.Any(word => MoneyVerbs.Contains(word.Text)) ? AnswerType.Money : words.Any(word => NamingVerbs.Contains(word.Text)) ? AnswerType.Name : AnswerType.Thing;

    // A noun that no list knows: "what religion", "which textile industry".
    private int[] NounAfter(int at)
    {
        var end = at + 1;
        while (end < Math.Min(words.Count, at + 4) && !grammar.Auxiliaries.Contains(words[end].Text) && !words[end].IsFunction)
        {
            end++;
        }

        return end > at + 1 && end < words.Count ? [end - 1] : [];
    }

    // Key words as people type them into a search box: "spanish bank workers strike pay demand %", "coins on sale when".
    private (AnswerType Type, IReadOnlyList<int> Focus) WithoutQuestionWord()
    {
        for (var i = words.Count - 1; i >= 0; i--)
        {
            if (TypeOfNoun(i) is { } type and (AnswerType.Percentage or AnswerType.Money or AnswerType.Number))
            {
                return (type, [i]);
            }
        }

        return (TextAt(0) is "name" or "list" ? AnswerType.List : AnswerType.Thing, []);
    }
}
