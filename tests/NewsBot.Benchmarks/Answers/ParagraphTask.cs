using NewsBot.Answering.Extractive;
using NewsBot.Answering.Questions;
using NewsBot.Archive;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Text;

namespace NewsBot.Benchmarks.Answers;

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

    /// <summary>The cases of the answerable questions over the given articles.</summary>
    public IEnumerable<(SquadQuestion Question, WeighedQuestion Weighed, IReadOnlyList<EvidenceSentence> Sentences)> Cases(Func<int, bool> ofArticle)
    {
        var articles = set.Articles.Select((article, i) => (article, i)).Where(pair => ofArticle(pair.i)).ToDictionary(pair => pair.article.Id, pair => pair.article);
        foreach (var question in set.Questions.Where(question => question.Answerable && articles.ContainsKey(question.Article)))
        {
            var article = articles[question.Article];
            var weighed = Weigh(question.Question);
            yield return (question, weighed, reader.Read(Given(article.Headline, article.Paragraphs[question.Paragraph])));
        }
    }

    private WeighedQuestion Weigh(string question)
    {
        var asked = questions.Read(question);
        return new WeighedQuestion(asked, [.. asked.Terms.Select(term => rarity.GetValueOrDefault(term.Stem, 6.5))], families);
    }

    public static RankingCase AsRankingCase(SquadQuestion question, WeighedQuestion weighed, IReadOnlyList<EvidenceSentence> sentences) =>
        new([.. sentences.Select(sentence => (SentenceFeatures.Of(weighed, sentence), Holds(sentence.Text, question.Answers)))]);

    public static bool Holds(string sentence, IReadOnlyList<string> answers) =>
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
