using NewsBot.Answering.Questions;
using static NewsBot.Answering.Extractive.SpanVocabulary;

namespace NewsBot.Answering.Extractive;

/// <summary>Finds the names in a sentence that may be the answer: of a person, a body, a place or anything.</summary>
internal static class NameSpans
{
    // "Mr.", "St.", "Gen.": a stop behind so few letters rather ends an abbreviation than a sentence.
    private const int LongestAbbreviation = 3;

    /// <summary>The names that the question does not hold itself, in order, each as sure as it is of the kind asked for.</summary>
    public static IEnumerable<AnswerSpan> Find(WeighedQuestion question, EvidenceSentence sentence)
    {
        var words = sentence.Words;
        var text = sentence.Article.Hit.Article.Text;
        for (var i = FirstOf(question.Question.Type, sentence); i < words.Count; i++)
        {
            // "The Marlow bridge": the article at a sentence's beginning belongs to no name.
            if (words[i].Kind != WordKind.Capitalised || (words[i].IsStopWord && i + 1 < words.Count))
            {
                continue;
            }

            var last = LastOf(text, words, i);
            var certainty = IsNew(question, text, words, i, last) && !IsOpening(sentence, i, last)
                ? CertaintyOf(question.Question.Type, words, i, last)
                : 0;
            if (certainty > 0)
            {
                yield return new AnswerSpan(i, last, certainty);
            }

            i = last;
        }
    }

    // A dateline says where the report was written, and nobody does anything in it.
    private static int FirstOf(AnswerType type, EvidenceSentence sentence)
    {
        if (type == AnswerType.Place)
        {
            return 0;
        }

        var start = Dateline.Without(sentence.Article.Hit.Article.Text, sentence.Range).Start;
        return sentence.Words.TakeWhile(word => word.Range.Start < start).Count();
    }

    private static int LastOf(string text, IReadOnlyList<Word> words, int first)
    {
        var last = first;
        while (last + 1 < words.Count && (words[last + 1].Kind == WordKind.Capitalised || IsLink(text, words, last + 1)))
        {
            last++;
        }

        return last;
    }

    // "Bank of China", "J. P. Morgan", "de la Madrid".
    private static bool IsLink(string text, IReadOnlyList<Word> words, int at) =>
        at + 1 < words.Count && words[at + 1].Kind == WordKind.Capitalised
        && (words[at].Range.SpanOf(text) is "of" or "de" or "la" or "von" or "van" or "der" or "du" or "al" or "and" or "'" or "-"
            || (text[words[at].Range.Start] == '.' && words[at - 1].Range.Length == 1));

    private static bool IsNew(WeighedQuestion question, string text, IReadOnlyList<Word> words, int first, int last) =>
        Enumerable.Range(first, last - first + 1).Any(i =>
            words[i].Kind == WordKind.Capitalised && question.PositionOf(words[i].Stem) < 0 && !FunctionWords.Contains(words[i].Range.SpanOf(text)));

    // "Turnout was 61 percent": every sentence begins with a capital, a name has it elsewhere too.
    private static bool IsOpening(EvidenceSentence sentence, int first, int last) =>
        first == last && OpensSentence(sentence, first) && !sentence.Article.IsName(sentence.Words[first].Stem);

    /// <summary>Whether a word begins a sentence, also one that was kept together with the one before: "… costs $3.50. Children travel free".</summary>
    public static bool OpensSentence(EvidenceSentence sentence, int at)
    {
        if (at == 0)
        {
            return true;
        }

        var before = sentence.Words[at - 1];
        return sentence.Article.Hit.Article.Text[before.Range.Start] switch
        {
            '!' or '?' => true,
            '.' => at > 1 && (sentence.Words[at - 2].IsNumber || sentence.Words[at - 2].Range.Length > LongestAbbreviation),
            _ => false,
        };
    }

    /// <summary>Whether a name belongs to what a question asks about and so answers it not: "Who built the lighthouse?" – "the Gannet Point lighthouse".</summary>
    public static bool NamesTheAsked(WeighedQuestion question, EvidenceSentence sentence, AnswerSpan name) =>
        question.Question is { Type: AnswerType.Person, Predicate: { } predicate }
        && name.Last + 1 < sentence.Words.Count && sentence.Words[name.Last + 1] is { Kind: WordKind.Lower } next && next.Stem != predicate && question.PositionOf(next.Stem) >= 0;

    private static double CertaintyOf(AnswerType type, IReadOnlyList<Word> words, int first, int last)
    {
        var isDate = Enumerable.Range(first, last - first + 1).All(position => DateStems.Contains(words[position].Stem));
        if (isDate)
        {
            return 0;
        }

        var before = first > 0 ? words[first - 1].Stem : "";
        var isPlace = PlacePrepositions.Contains(before);
        var isBody = Enumerable.Range(first, last - first + 1).Any(position => OrganisationStems.Contains(words[position].Stem));
        var isPerson = PersonTitles.Contains(before) || PersonTitles.Contains(words[first].Stem) || (last > first && !isBody && !isPlace);
        return type switch
        {
            AnswerType.Person => isPerson || before is "by" or "von" or "par" ? 1 : isBody || isPlace ? 0.4 : 0.6,
            AnswerType.Organisation => isBody ? 1 : 0.6,
            AnswerType.Place => isPlace ? 1 : 0.5,
            _ => 0.8,
        };
    }
}
