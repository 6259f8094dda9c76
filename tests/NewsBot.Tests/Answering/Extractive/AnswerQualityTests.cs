using System.Text.Json;
using NewsBot.Answering.Extractive;
using NewsBot.Answering.Questions;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Text;

namespace NewsBot.Tests.Answering.Extractive;

public class AnswerQualityTests
{
    // Every tenth question of the set: measured .90 on all of them (docs/BENCHMARKS.md), less two standard errors of a tenth.
    private const double Floor = 0.86;

    [Fact]
    public void Of_a_given_paragraph_the_sentence_that_answers_is_chosen()
    {
        Assert.SkipWhen(SharedData.PathOf("data", "squad").Length == 0, SharedData.AbsenceReason);
        var words = new WordReader(new TextAnalysis());
        var (questions, reader, families, scorer) = (new QuestionReader(words), new EvidenceReader(words), new WordFamilies(words), new SentenceScorer());
        var paragraphs = Lines("articles.jsonl").ToDictionary(
            article => article.GetProperty("id").GetString()!,
            article => article.GetProperty("paragraphs").EnumerateArray().Select(paragraph => paragraph.GetString()!).ToList());
        var holding = paragraphs.Values.SelectMany(list => list)
            .SelectMany(paragraph => words.Read(paragraph, "en").Select(word => word.Stem).Distinct())
            .GroupBy(stem => stem)
            .ToDictionary(group => group.Key, group => group.Count());
        var count = paragraphs.Values.Sum(list => list.Count);

        var right = 0;
        var asked = Lines("questions.jsonl").Where(question => question.GetProperty("answerable").GetBoolean()).Where((_, i) => i % 10 == 0).ToList();
        foreach (var question in asked)
        {
            var read = questions.Read(question.GetProperty("question").GetString()!);
            var rarities = read.Terms.Select(term => Math.Log(1 + ((count + 0.5) / (holding.GetValueOrDefault(term.Stem) + 0.5)))).ToList();
            var paragraph = paragraphs[question.GetProperty("article").GetString()!][question.GetProperty("paragraph").GetInt32()];
            var best = scorer.Rank(new WeighedQuestion(read, rarities, families), reader.Read(Given(paragraph)))[0].Sentence.Text;
            right += question.GetProperty("answers").EnumerateArray().Any(answer => best.Contains(answer.GetString()!, StringComparison.OrdinalIgnoreCase)) ? 1 : 0;
        }

        ((double)right / asked.Count).ShouldBeGreaterThan(Floor);
    }

    private static IEnumerable<JsonElement> Lines(string file) =>
        File.ReadLines(SharedData.PathOf("data", "squad", file)).Select(line => JsonSerializer.Deserialize<JsonElement>(line));

    private static SearchOutcome Given(string paragraph)
    {
        var article = new Article
        {
            Id = Guid.Empty,
            Archive = ArchiveName.Default,
            Version = 1,
            Sequence = 1,
            StoredAt = DateTimeOffset.UnixEpoch,
            Content = new ArticleContent { Title = "", Text = ArticleText.Normalise(paragraph), Language = "en" },
        };
        return new SearchOutcome
        {
            Hits = [new ArticleHit(article, 1, [new Evidence(new Passage(0, new TextRange(0, article.Text.Length)), 1)], [])],
            Answerability = 1,
            Reading = new QuestionReading { Terms = [] },
            ArticlesSearched = 1,
        };
    }
}
