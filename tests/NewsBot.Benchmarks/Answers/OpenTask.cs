using Microsoft.Extensions.DependencyInjection;
using NewsBot.Answering;
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
        var search = archive.Services.GetRequiredService<QuestionSearch>();
        var weigher = archive.Services.GetRequiredService<QuestionWeigher>();
        var reader = archive.Services.GetRequiredService<EvidenceReader>();
        var cases = new List<OpenCase>();
        foreach (var question in questions)
        {
            var asked = new Question { Archive = ArchiveName.Default, Text = question.Question, AsOf = question.Time, IsKept = false };
            var searched = await search.SearchAsync(asked, CancellationToken.None);
            var weighed = weigher.Weigh(ArchiveName.Default, searched.Query.Text, searched.Query.AsOf, searched.Found.Reading.Time);
            cases.Add(new OpenCase(question, searched.Found, weighed, reader.Read(searched.Found)));
        }

        return cases;
    }
}
