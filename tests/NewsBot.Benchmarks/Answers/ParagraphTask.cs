using NewsBot.Answering.Extractive;
using NewsBot.Answering.Questions;
using NewsBot.Archive;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Text;

namespace NewsBot.Benchmarks.Answers;

/// <summary>A question with the sentences of its paragraph.</summary>
internal sealed record ParagraphCase(SquadQuestion Question, WeighedQuestion Weighed, IReadOnlyList<EvidenceSentence> Sentences);

/// <summary>The paragraph is given: which of its sentences answers?</summary>
internal sealed class ParagraphTask
{
    private readonly QuestionReader questions;
    private readonly EvidenceReader reader;
    private readonly Dictionary<string, double> rarity;
    private readonly SquadSet set;
    private readonly WordFamilies families;

    public ParagraphTask(SquadSet set)
    {
        this.set = set;
        var words = new WordReader(new TextAnalysis());
        families = new WordFamilies(words);
        questions = new QuestionReader(words);
        reader = new EvidenceReader(words);
        var paragraphs = set.Articles.SelectMany(article => article.Paragraphs).ToList();
        rarity = paragraphs
            .SelectMany(paragraph => words.Read(paragraph).Select(word => word.Stem).Distinct())
            .GroupBy(stem => stem)
            .ToDictionary(group => group.Key, group => Math.Log(1 + ((paragraphs.Count - group.Count() + 0.5) / (group.Count() + 0.5))));
    }

    /// <summary>Every answerable question with the sentences of its paragraph.</summary>
    public IEnumerable<ParagraphCase> Cases()
    {
        var articles = set.Articles.ToDictionary(article => article.Id);
        return set.Questions
            .Where(question => question.Answerable)
            .Select(question => (question, article: articles[question.Article]))
            .Select(pair => new ParagraphCase(
                pair.question, Weigh(pair.question.Question), reader.Read(Given(pair.article.Headline, pair.article.Paragraphs[pair.question.Paragraph]))));
    }

    /// <summary>Prints how often the best sentence holds an accepted answer, beside what overlap alone reaches.</summary>
    public void Report()
    {
        var scorer = new SentenceScorer();
        var cases = Cases().ToList();
        var overlap = cases.Average(one => Holds(one.Sentences.MaxBy(sentence => SentenceFeatures.Of(one.Weighed, sentence)[0])!.Text, one.Question.Answers) ? 1.0 : 0);
        var ranked = cases.Average(one => Holds(scorer.Rank(one.Weighed, one.Sentences)[0].Sentence.Text, one.Question.Answers) ? 1.0 : 0);
        Console.WriteLine($"{cases.Count} questions: weighted overlap {overlap:0.000}, ranked {ranked:0.000}");
    }

    private WeighedQuestion Weigh(string question)
    {
        var asked = questions.Read(question);
        return new WeighedQuestion(asked, [.. asked.Terms.Select(term => rarity.GetValueOrDefault(term.Stem, 6.5))], families);
    }

    public static RankingCase AsRankingCase(ParagraphCase one) =>
        new([.. one.Sentences.Select(sentence => (SentenceFeatures.Of(one.Weighed, sentence), Holds(sentence.Text, one.Question.Answers)))]);

    private static bool Holds(string sentence, IReadOnlyList<string> answers) =>
        answers.Any(answer => sentence.Contains(answer, StringComparison.OrdinalIgnoreCase));

    private static SearchOutcome Given(string title, string paragraph)
    {
        var content = new ArticleContent { Title = title, Text = ArticleText.Normalise(paragraph) };
        var article = new Article
        {
            Id = Guid.Empty, Archive = ArchiveName.Default, Version = 1, Sequence = 1, StoredAt = DateTimeOffset.UnixEpoch, Content = content,
        };
        var passage = new Passage(0, new TextRange(0, content.Text.Length));
        return new SearchOutcome
        {
            Hits = [new ArticleHit(article, 1, [new Evidence(passage, 1)], [])],
            Answerability = 1,
            Reading = new QuestionReading { Terms = [] },
            ArticlesSearched = 1,
        };
    }
}
