using Microsoft.Extensions.DependencyInjection;
using NewsBot.Answering.Evaluation;
using NewsBot.Answering.Extractive;
using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Benchmarks.Answers;

/// <summary>What the extractive answerer sees of a question when the whole archive is searched.</summary>
internal sealed record OpenCase(EvaluationQuestion Question, SearchOutcome Found, WeighedQuestion Weighed, IReadOnlyList<EvidenceSentence> Sentences)
{
    /// <summary>Whether a sentence answers: it holds an accepted answer and, where the articles that answer are known, stands in one of them.</summary>
    public bool Answers(EvidenceSentence sentence) =>
        Question.Relevant.Contains(sentence.Article.Hit.Article.PublicId) && Question.Answers.Any(answer => WholeWords.Contain(sentence.Text, answer));

    /// <summary>The same question on an archive without the articles that answer it.</summary>
    public OpenCase WithoutAnswers(EvidenceReader reader)
    {
        var found = Found with { Hits = [.. Found.Hits.Where(hit => !Question.Relevant.Contains(hit.Article.PublicId))] };
        return this with { Found = found, Sentences = reader.Read(found) };
    }

    public RankingCase AsRankingCase(double weight) => new([.. Sentences.Select(sentence => (SentenceFeatures.Of(Weighed, sentence), Answers(sentence)))], weight);
}

/// <summary>Searches for each question of a set and reads the evidence.</summary>
internal static class OpenTask
{
    public static async Task<List<OpenCase>> CasesAsync(MeasuredArchive archive, IEnumerable<EvaluationQuestion> questions)
    {
        var index = archive.Services.GetRequiredService<IArchiveIndex>();
        var weigher = archive.Services.GetRequiredService<QuestionWeigher>();
        var reader = archive.Services.GetRequiredService<EvidenceReader>();
        var cases = new List<OpenCase>();
        foreach (var question in questions)
        {
            var asOf = question.Time?.Instant.AddDays(1) ?? TimeProvider.System.GetUtcNow();
            var found = await index.SearchAsync(new ArchiveQuery { Archive = ArchiveName.Default, Text = question.Question, AsOf = asOf }, CancellationToken.None);
            cases.Add(new OpenCase(question, found, weigher.Weigh(ArchiveName.Default, question.Question, asOf, found.Reading.Time), reader.Read(found)));
        }

        return cases;
    }
}
