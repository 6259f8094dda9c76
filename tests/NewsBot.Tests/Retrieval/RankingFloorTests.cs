using System.IO.Compression;
using System.Text.Json;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Retrieval.Evaluation;

namespace NewsBot.Tests.Retrieval;

/// <summary>
/// Floors of ranking quality on slices of two public collections, a little below what was measured when they were set (docs/BENCHMARKS.md has
/// the whole sets): a change that falls below them has lost something.
/// </summary>
public class RankingFloorTests(ITestOutputHelper output)
{
    private const int Distractors = 2_000;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Wire_stories_are_found_by_questions_in_other_words()
    {
        var report = await MeasureAsync("reuters", "articles.jsonl.gz");

        report.Total.HitAt1.ShouldBeGreaterThanOrEqualTo(.80);
        report.Total.HitAt10.ShouldBeGreaterThanOrEqualTo(.96);
        report.Total.MeanReciprocalRank.ShouldBeGreaterThanOrEqualTo(.86);
    }

    [Fact]
    public async Task Magazine_articles_are_found_by_their_subjects()
    {
        var report = await MeasureAsync("time", "articles.jsonl");

        report.Total.HitAt1.ShouldBeGreaterThanOrEqualTo(.60);
        report.Total.HitAt10.ShouldBeGreaterThanOrEqualTo(.89);
        report.Total.MeanReciprocalRank.ShouldBeGreaterThanOrEqualTo(.72);
    }

    private async Task<RetrievalReport> MeasureAsync(string collection, string file)
    {
        var path = SharedData.PathOf("data", collection, file);
        Assert.SkipWhen(path.Length == 0, SharedData.AbsenceReason);
        var questions = await EvaluationQuestion.ReadFileAsync(SharedData.PathOf("data", collection, "questions.jsonl"), Cancellation);
        var relevant = questions.SelectMany(question => question.Relevant).ToHashSet(StringComparer.Ordinal);
        using var archive = new IndexedArchive();
        archive.With([.. ReadArticles(path).Where((article, i) => i < Distractors || relevant.Contains(article.ExternalId!))]);

        var report = await new RetrievalEvaluation(archive.Index, archive.Store, archive.Clock).RunAsync(ArchiveName.Default, questions, Cancellation);
        output.WriteLine(report.ToString());
        return report;
    }

    private static IEnumerable<ArticleContent> ReadArticles(string path)
    {
        using var file = File.OpenRead(path);
        using var plain = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : (Stream)file;
        using var reader = new StreamReader(plain);
        while (reader.ReadLine() is { } line)
        {
            using var json = JsonDocument.Parse(line);
            yield return new ArticleContent
            {
                ExternalId = json.RootElement.GetProperty("id").GetString(),
                Title = json.RootElement.GetProperty("headline").GetString()!,
                Text = ArticleText.Normalise(json.RootElement.GetProperty("content").GetString()!),
                Published = json.RootElement.TryGetProperty("publish_date", out var date) && NewsTime.TryParse(date.GetString(), out var time) ? time : null,
            };
        }
    }
}
