using NewsBot.Answering.Extractive;
using NewsBot.Retrieval.Text;

namespace NewsBot.Answering.Questions;

/// <summary>
/// Reads a question: what kind of thing it asks for, by its question word and the noun or verb that goes with it, and which of
/// its words carry the topic. Works by word lists of English, German and French; safe for several threads.
/// </summary>
public sealed class QuestionReader(WordReader reader)
{
    /// <summary>The question as understood; a text of function words only has no terms.</summary>
    public AskedQuestion Read(string question)
    {
        var (words, language) = WordsOf(question);
        var read = words.ConvertAll(word => Read(question, word, language));
        var grammar = QuestionGrammar.Of(language);
        var (type, focus) = new AskedKind(read, grammar).Read();
        return new AskedQuestion
        {
            Text = question,
            Type = type,
            IsOfToday = type == AnswerType.YesNo && QuestionVocabulary.Present.Contains(read[0].Text),
            SeeksAdvice = QuestionVocabulary.Advice.Exists(phrase => ContainsPhrase(read, phrase)),
            Terms = TermsOf(question, words, read, type),
            Counts = type == AnswerType.Number && focus.Count > 0 && read.Take(focus[0]).Any(word => QuestionVocabulary.Counting.Contains(word.Text)),
            Units = type == AnswerType.Number ? Dimension.Of(read) : null,
            Predicate = new AskedPredicate(read, type, focus).Find(grammar) is { } at ? words[at].Stem : null,
            Focus = focus.Select(position => words[position].Stem).ToHashSet(StringComparer.Ordinal),
        };
    }

    private (List<Word> Words, TextLanguage Language) WordsOf(string question)
    {
        var guess = reader.AnalysisFor(null, question).Language;
        var words = Words(question, null);
        var language = QuestionLanguage.Of(words.ConvertAll(word => LowerOf(question, word)), guess);
        return (language == guess ? words : Words(question, QuestionLanguage.TagOf(language)), language);
    }

    private List<Word> Words(string question, string? language) => [.. reader.Read(question, language).Where(word => word.Kind != WordKind.Punctuation)];

    private static QuestionWord Read(string question, Word word, TextLanguage language)
    {
        var surface = word.Range.Of(question);
        var isPossessive = HoldsIs(surface) || (word.Range.End < question.Length && question[word.Range.End] is '\'' or '’');
        return new QuestionWord(
            LowerOf(question, word),
            isPossessive,
            IsName: word.Kind == WordKind.Capitalised && word.Range.Start > 0,
            FunctionWords.Contains(WithoutIs(surface), language));
    }

    private static bool ContainsPhrase(List<QuestionWord> words, string[] phrase)
    {
        for (var i = 0; i + phrase.Length <= words.Count; i++)
        {
            if (words.Slice(i, phrase.Length).Select(word => word.Text).SequenceEqual(phrase, StringComparer.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static string LowerOf(string question, Word word) => WithoutIs(word.Range.Of(question)).ToLowerInvariant();

    // "What's the name …", "who’s running …".
    private static string WithoutIs(string word) => HoldsIs(word) ? word[..^2] : word;

    private static bool HoldsIs(string word) => word.Length > 2 && word[^2] is '\'' or '’' && word[^1] == 's';

    // "A timeline of the tunnel" is about the tunnel.
    private static bool IsAsking(string word, int at, AnswerType type) =>
        (type == AnswerType.Timeline && QuestionVocabulary.TimelineWords.Contains(word)) || (type == AnswerType.List && at == 0);

    private static List<QuestionTerm> TermsOf(string question, List<Word> words, List<QuestionWord> read, AnswerType type)
    {
        var terms = new List<QuestionTerm>();
        for (var i = 0; i < words.Count; i++)
        {
            if (!words[i].IsStopWord && !read[i].IsFunction && !IsAsking(read[i].Text, i, type) && !terms.Exists(term => term.Stem == words[i].Stem))
            {
                var isCapital = words[i].Kind == WordKind.Capitalised && i > 0;
                var isTime = DateSpans.IsYear(words[i]) || (isCapital && SpanVocabulary.MonthOf(words[i].Stem) > 0);
                terms.Add(new QuestionTerm(words[i].Stem, words[i].Range.Of(question), isCapital && !isTime, words[i].IsNumber)
                {
                    IsTime = isTime,
                    IsFollowed = i + 1 < words.Count && words[i + 1].Range.Start - words[i].Range.End == 1 && question[words[i].Range.End] == ' ',
                });
            }
        }

        return terms;
    }
}
