using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Evaluation;
using NewsBot.Retrieval.Evaluation.Tuning;
using static NewsBot.Tests.Retrieval.IndexedArchive;

namespace NewsBot.Tests.Retrieval.Evaluation;

public class TuningTests
{
    /// <summary>Every pool was opened twice, and only the older article, which uses fewer of the question's words, is the wanted one.</summary>
    private static readonly ArticleContent[] Articles =
    [
        .. Enumerable.Range(0, 24).SelectMany(i => new[]
        {
            Article($"old{i}", $"Pool {Name(i)} opens", $"The mayor opened the pool of {Name(i)} after a long repair.", "2025-05-01"),
            Article($"new{i}", $"Pool {Name(i)} opens", $"The mayor opened the pool of {Name(i)} again after a storm.", "2025-06-14"),
        }),
    ];

    private static readonly EvaluationQuestion[] Questions =
        [.. Enumerable.Range(0, 24).Select(i => new EvaluationQuestion { Id = $"q{i}", Kind = i % 3 == 0 ? "a" : "b", Question = $"Which repair did the pool of {Name(i)} open after?", Relevant = [$"old{i}"] })];

    [Fact]
    public async Task Weights_that_hide_the_right_articles_are_changed_and_judged_on_the_half_held_aside()
    {
        using var archive = new IndexedArchive(new RetrievalOptions { RecencyWeight = 10 }).With(Articles);

        var report = await TuneAsync(archive);

        report.Changed.Select(weight => weight.Name).ShouldContain("RecencyWeight");
        report.AsideAfter.Total.MeanReciprocalRank.ShouldBeGreaterThan(report.AsideBefore.Total.MeanReciprocalRank);
        report.Gain.IsBetter.ShouldBeTrue();
        report.Settings.ShouldContain("\"RecencyWeight\": ");
        report.ToString().ShouldContain("better beyond chance");
    }

    [Fact]
    public async Task Weights_that_cannot_be_bettered_stay()
    {
        using var archive = new IndexedArchive(new RetrievalOptions { RecencyWeight = 0 }).With(Articles);

        var report = await TuneAsync(archive);

        report.Changed.ShouldBeEmpty();
        report.Settings.ShouldBeEmpty();
        report.Advice.ShouldStartWith("No other weights fit these questions better");
    }

    [Fact]
    public void Halves_share_every_kind_and_do_not_depend_on_the_order_of_the_file()
    {
        var (fitted, aside) = QuestionHalves.Of(Questions);

        fitted.Count.ShouldBe(12);
        aside.Count(question => question.Kind == "a").ShouldBe(4);
        QuestionHalves.Of(Questions.Reverse()).Fitted.Select(question => question.Id).ShouldBe(fitted.Select(question => question.Id));
        fitted.Intersect(aside).ShouldBeEmpty();
    }

    [Fact]
    public async Task Other_weights_of_title_and_lead_build_the_index_anew()
    {
        using var archive = new IndexedArchive().With(Articles);
        var before = (await archive.SearchAsync("pool repair")).Hits[0].Score;

        archive.Options.TitleWeight = 2;
        archive.Restart();

        (await archive.SearchAsync("pool repair")).Hits[0].Score.ShouldNotBe(before);
    }

    private static string Name(int i) => $"{(char)('a' + (i % 26))}lder{(char)('k' + (i / 4))}ow";

    private static async Task<TuningReport> TuneAsync(IndexedArchive archive)
    {
        using var folder = new TemporaryFolder();
        return await new RetrievalTuning(archive.Index, archive.Store, archive.Options, archive.Clock)
            .RunAsync(ArchiveName.Default, Questions, folder.Path, progress: null, TestContext.Current.CancellationToken);
    }
}
