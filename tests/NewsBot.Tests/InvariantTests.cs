using FsCheck;
using FsCheck.Xunit;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Answering;
using NewsBot.Answering.Citations;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Hosting;
using NewsBot.Retrieval;

namespace NewsBot.Tests;

/// <summary>What holds for every archive and every question, tried on made-up archives through the real store, index, answerer and verifier.</summary>
public class InvariantTests
{
    private const int Archives = 12;

    private static readonly ArchiveName North = ArchiveName.Parse("north");
    private static readonly ArchiveName South = ArchiveName.Parse("south");

    [Property(MaxTest = Archives)]
    public async Task Every_sentence_of_an_answer_has_a_citation_that_quotes_the_stored_version_and_that_the_verifier_accepts(NonEmptyArray<PositiveInt> seeds)
    {
        using var newsBot = new NewsBotInAFolder();
        var articles = MadeUp(seeds);
        await newsBot.IngestAsync(North, articles);

        foreach (var article in articles)
        {
            var answer = await newsBot.AskAsync(North, article.Question);
            answer.Outcome.ShouldBe(AnswerOutcome.Answered);
            answer.Claims.ShouldNotBeEmpty();
            foreach (var claim in answer.Claims)
            {
                claim.Citations.ShouldNotBeEmpty();
                var cited = claim.Citations.Select(number => answer.Citations.Single(citation => citation.Number == number)).ToList();
                cited.ShouldAllBe(citation => citation.Quote == citation.Range.Of(newsBot.StoredText(citation)));
                cited.ShouldContain(citation => newsBot.Accepts(claim.Text, citation));
            }
        }
    }

    [Property(MaxTest = Archives)]
    public async Task Ids_depend_on_the_article_alone_and_a_second_ingest_changes_nothing(NonEmptyArray<PositiveInt> seeds)
    {
        using var newsBot = new NewsBotInAFolder();
        using var other = new NewsBotInAFolder();
        var articles = MadeUp(seeds);

        var first = await newsBot.IngestAsync(North, articles);
        var again = await newsBot.IngestAsync(North, articles);
        var backwards = await other.IngestAsync(North, [.. articles.Reverse()]);

        again.ShouldAllBe(outcome => outcome.Result == StoreResult.Unchanged);
        again.Select(outcome => outcome.Id).ShouldBe(first.Select(outcome => outcome.Id));
        backwards.Select(outcome => outcome.Id).ShouldBe(first.Select(outcome => outcome.Id), ignoreOrder: true);
    }

    [Property(MaxTest = Archives)]
    public async Task No_search_and_no_answer_reads_outside_its_archive(NonEmptyArray<PositiveInt> seeds)
    {
        using var newsBot = new NewsBotInAFolder();
        var articles = MadeUp(seeds);
        await newsBot.IngestAsync(North, articles);
        await newsBot.IngestAsync(South, [new MadeUpArticle(0), .. articles.Select(article => article with { Place = "Southport" })]);

        foreach (var article in articles)
        {
            (await newsBot.SearchAsync(North, article.Question + " Southport")).ShouldAllBe(hit => hit.Article.Archive == North);
            (await newsBot.AskAsync(North, article.Question + " Southport")).Citations.ShouldAllBe(citation => !citation.Quote.Contains("Southport"));
        }
    }

    private static IReadOnlyList<MadeUpArticle> MadeUp(NonEmptyArray<PositiveInt> seeds) =>
        [.. seeds.Get.Select(seed => new MadeUpArticle(seed.Get)).DistinctBy(article => article.Seed)];

    /// <summary>A short article that follows from a number.</summary>
    private sealed record MadeUpArticle(int Seed)
    {
        private static readonly string[] Buildings = ["bridge", "library", "harbour wall", "school", "theatre", "water tower", "market hall"];
        private static readonly string[] Names = ["Ana Merrow", "Otto Lindqvist", "Ruth Calder", "Ivo Brand", "Mina Sorrel"];

        public string Place { get; init; } = "Northport";

        public string Question => $"How much did the {Building} number {Seed} cost?";

        private string Building => Buildings[Seed % Buildings.Length];

        public ArticleContent Content => new()
        {
            ExternalId = $"made-up-{Seed}",
            Title = $"{Place} opens its {Building} number {Seed}",
            Text = $"{Place} opened its {Building} number {Seed} on Monday.\n\nThe {Building} number {Seed} cost {10 + (Seed % 90)} million crowns, "
                + $"said {Names[Seed % Names.Length]}, who led the work. \"It took {2 + (Seed % 7)} years,\" she said.",
            Source = $"{Place} Post",
            Published = NewsTime.OfDay(new DateOnly(2024, 1, 1).AddDays(Seed % 300)),
            Language = "en",
        };
    }

    /// <summary>The program's own parts on a folder of their own.</summary>
    private sealed class NewsBotInAFolder : IDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private readonly ServiceProvider _services;

        public NewsBotInAFolder()
        {
            var configuration = new ConfigurationManager();
            configuration[Settings.DataFolderKey] = _folder.File("data");
            _services = new ServiceCollection().AddLogging().AddNewsBot(configuration, StoreAccess.Write).BuildServiceProvider();
        }

        public async Task<IReadOnlyList<StoreOutcome>> IngestAsync(ArchiveName archive, IReadOnlyList<MadeUpArticle> articles)
        {
            var outcomes = _services.GetRequiredService<ArchiveStore>().Store(archive, [.. articles.Select(article => article.Content)]);
            await _services.GetRequiredService<IArchiveIndex>().CatchUpAsync(archive, CancellationToken.None);
            return outcomes;
        }

        public Task<Answer> AskAsync(ArchiveName archive, string question) => _services.GetRequiredService<IQuestionAnswerer>()
            .AnswerCompletelyAsync(new Question { Archive = archive, Text = question }, CancellationToken.None);

        public async Task<IReadOnlyList<ArticleHit>> SearchAsync(ArchiveName archive, string query) => (await _services.GetRequiredService<IArchiveIndex>()
            .SearchAsync(new ArchiveQuery { Archive = archive, Text = query, AsOf = DateTimeOffset.MaxValue }, CancellationToken.None)).Hits;

        public string StoredText(Citation citation) => _services.GetRequiredService<IArchiveReader>()
            .Find(citation.Article.Archive, citation.Article.Id, citation.Article.Version)!.Text;

        public bool Accepts(string claim, Citation citation)
        {
            var verifier = _services.GetRequiredService<Verifier>();
            return verifier.Check(claim, verifier.Prepare(citation.Article, citation.Range)).Verdict == Verdict.Supported;
        }

        public void Dispose()
        {
            _services.Dispose();
            _folder.Dispose();
        }
    }
}
