using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Qdrant;

namespace NewsBot.Tests.Web;

/// <summary>What readers get while a part that NewsBot leans on is away, hangs or talks nonsense.</summary>
public sealed partial class DegradationTests
{
    private const string StandInNote = StandbyIndex.Note;

    public static TheoryData<string> WaysToFail => ["refuses", "hangs", "talks nonsense"];

    [Theory]
    [MemberData(nameof(WaysToFail))]
    public async Task While_Qdrant_fails_the_embedded_index_answers_and_says_so(string way)
    {
        await using var qdrant = await FakeQdrantServer.StartAsync();
        await using var relay = new BabblingRelay(qdrant.Endpoint);
        await using var web = await OnQdrantAsync(relay.Address);
        Break(qdrant, relay, way);

        var (status, html) = await web.AskAsync(Stories.AskingForTheBridge);

        status.ShouldBe(HttpStatusCode.OK);
        html.ShouldContain("355 million crowns");
        html.ShouldContain(StandInNote);
        (await PartAsync(web, "index")).ShouldBe(("degraded", "Qdrant does not answer; the embedded index serves. Run 'newsbot doctor --qdrant'"));
    }

    [Fact]
    public async Task Without_the_embedded_index_a_Qdrant_that_is_away_is_a_503_and_not_ready()
    {
        await using var qdrant = await FakeQdrantServer.StartAsync();
        await using var web = await OnQdrantAsync(qdrant.Endpoint, ("Qdrant:Standby", "false"), ("Qdrant:Retries", "0"));
        qdrant.Faults.IsUnavailable = true;

        var (status, html) = await web.AskAsync(Stories.AskingForTheBridge);

        status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        html.ShouldContain("Qdrant");
        html.ShouldNotContain("Not in the archive");
        (await web.GetAsync("/healthz/ready")).Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await web.GetAsync("/healthz/live")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task When_Qdrant_is_back_it_serves_again()
    {
        await using var qdrant = await FakeQdrantServer.StartAsync();
        var clock = new AheadOfTime();
        await using var web = await OnQdrantAsync(qdrant.Endpoint, clock: clock);
        qdrant.Faults.IsUnavailable = true;
        (await web.AskAsync(Stories.AskingForTheBridge)).Html.ShouldContain(StandInNote);

        qdrant.Faults.IsUnavailable = false;
        clock.By = TimeSpan.FromMinutes(1);

        (await web.AskAsync(Stories.AskingForTheBridge)).Html.ShouldNotContain(StandInNote);
    }

    [Fact]
    public async Task While_Qdrant_lacks_articles_the_embedded_index_that_has_them_answers()
    {
        await using var qdrant = await FakeQdrantServer.StartAsync();
        await using var web = await OnQdrantAsync(qdrant.Endpoint, catchUp: false);
        await web.Services.GetRequiredService<EmbeddedIndex>().CatchUpAsync(ArchiveName.Default, CancellationToken.None);

        var (_, html) = await web.AskAsync(Stories.AskingForTheBridge);

        html.ShouldContain("355 million crowns");
        html.ShouldContain(StandbyIndex.BehindNote);
    }

    [Fact]
    public async Task An_index_that_lacks_articles_answers_and_says_that_only_part_was_searched()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        web.Services.GetRequiredService<ArchiveStore>().Store(ArchiveName.Default, [Stories.Of("late", "Ferry timetable", "The ferry leaves at noon.").Content]);

        var (_, html) = await web.AskAsync(Stories.AskingForTheBridge);

        html.ShouldContain("355 million crowns");
        html.ShouldContain("Only 1 of 2 articles were searched");
        (await PartAsync(web, "index")).ShouldBe(("degraded", "catching up: default: 1 of 2 articles"));
    }

    public static TheoryData<FakeChatReply, string> BrokenModels => new()
    {
        { new FakeChatReply.Refuses(500), "could not be reached or answered nonsense" },
        { new FakeChatReply.Refuses(429), "limit is reached" },
        { new FakeChatReply.GetsStuck("The council"), "took too long" },
        { new FakeChatReply.BreaksOff("The council"), "could not be reached or answered nonsense" },
        { new FakeChatReply.TalksNonsense(), "could not be reached or answered nonsense" },
        { new FakeChatReply.Says("The moon is made of 12 million crowns [1]."), "could not be verified" },
    };

    [Theory]
    [MemberData(nameof(BrokenModels), DisableDiscoveryEnumeration = true)]
    public async Task While_the_model_fails_answers_are_the_archives_own_sentences_and_marked(FakeChatReply reply, string reason)
    {
        await using var model = await FakeChatModel.StartAsync(_ => reply);
        await using var web = await WithModelAsync(model.Endpoint);

        var (status, html) = await web.AskAsync(Stories.AskingForTheBridge);

        status.ShouldBe(HttpStatusCode.OK);
        html.ShouldContain("355 million crowns");
        html.ShouldContain(reason);
    }

    [Fact]
    public async Task A_model_that_is_away_leaves_the_program_ready_but_degraded()
    {
        await using var web = await WithModelAsync("http://127.0.0.1:1/v1");

        (await PartAsync(web, "model")).ShouldBe(("degraded", "answers are made without it: it cannot be reached or takes too long; see Chat:Endpoint"));
        (await web.GetAsync("/healthz/ready")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task On_a_full_disk_questions_are_answered_and_every_page_says_that_nothing_is_stored()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        web.Services.GetRequiredService<ArchiveStore>().LimitSize(1);

        var (status, html) = await web.AskAsync(Stories.AskingForTheBridge);

        status.ShouldBe(HttpStatusCode.OK);
        html.ShouldContain("355 million crowns");
        html.ShouldContain("NewsBot only reads at the moment");
        var (state, detail) = await PartAsync(web, "archive");
        state.ShouldBe("degraded");
        detail.ShouldContain("is full");
        (await web.GetAsync("/search?q=bridge")).Html.ShouldNotContain("newsbot.db", Case.Insensitive, "readers need not learn where the store lies");
    }

    [Fact]
    public async Task On_a_full_disk_every_form_is_refused_with_507_and_nothing_is_offered_that_could_not_be_kept()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2024, 10, 1, 9, 0, 0, TimeSpan.Zero));
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge], clock: clock);
        var (_, asked) = await admin.Web.AskAsync(Stories.AskingForTheBridge);
        asked.ShouldContain("Good answer");
        var judging = JudgingForm().Match(asked);
        admin.Store.LimitSize(1);

        // Takes the pages that the last look at the disk left free inside the file.
        admin.Store.SaveSetting("test.ballast", new string('.', 60 * 1024));
        clock.Advance(TimeSpan.FromMinutes(1));

        var (status, html) = await admin.Web.AskAsync("Who stays open to cyclists?");
        html.ShouldNotContain("Good answer");
        status.ShouldBe(HttpStatusCode.OK);
        using var judged = await admin.Web.Client.PostAsync(judging.Groups[1].Value, new FormUrlEncodedContent([new("token", judging.Groups[2].Value), new("good", "true")]));
        judged.StatusCode.ShouldBe(HttpStatusCode.InsufficientStorage);
        foreach (var path in new[] { "/admin/feeds/add", "/admin/articles/remove", "/admin/keys/make", "/admin/ingest/addresses", "/admin/questions/forget", "/admin/bind" })
        {
            using var refused = await admin.Web.Client.PostAsync(path, new FormUrlEncodedContent([new("token", admin.Token)]));
            refused.StatusCode.ShouldBe(HttpStatusCode.InsufficientStorage, path);
        }
    }

    [Fact]
    public async Task With_space_again_the_banner_goes()
    {
        var clock = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2024, 10, 1, 9, 0, 0, TimeSpan.Zero));
        await using var web = await RunningWeb.StartAsync([Stories.Bridge], clock: clock);
        var store = web.Services.GetRequiredService<ArchiveStore>();
        store.LimitSize(1);
        (await web.GetAsync("/")).Html.ShouldContain("only reads at the moment");

        store.LimitSize(1_000_000);
        clock.Advance(TimeSpan.FromMinutes(1));

        (await web.GetAsync("/")).Html.ShouldNotContain("only reads at the moment");
    }

    private static Task<RunningWeb> WithModelAsync(string endpoint) => RunningWeb.StartAsync([Stories.Bridge], new Dictionary<string, string?>
    {
        ["Chat:Endpoint"] = endpoint,
        ["Chat:Model"] = "fake",
        ["Chat:FirstWordsSeconds"] = "1",
        ["Chat:NextWordsSeconds"] = "1",
    });

    private static Task<RunningWeb> OnQdrantAsync(Uri endpoint, params (string Name, string Value)[] more) => OnQdrantAsync(endpoint, null, true, more);

    private static Task<RunningWeb> OnQdrantAsync(Uri endpoint, bool catchUp) => OnQdrantAsync(endpoint, null, catchUp);

    private static Task<RunningWeb> OnQdrantAsync(Uri endpoint, TimeProvider clock) => OnQdrantAsync(endpoint, clock, true);

    private static Task<RunningWeb> OnQdrantAsync(Uri endpoint, TimeProvider? clock, bool catchUp, params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Qdrant:Endpoint"] = endpoint.GetLeftPart(UriPartial.Authority),
            ["Qdrant:StandbyAfterSeconds"] = "0.3",
        };
        foreach (var (name, value) in more)
        {
            settings[name] = value;
        }

        // Deadlines of calls to Qdrant are moments, so the clock has to be the machine's.
        return RunningWeb.StartAsync([Stories.Bridge], settings, clock: clock ?? TimeProvider.System, catchUp: catchUp);
    }

    private static void Break(FakeQdrantServer qdrant, BabblingRelay relay, string way)
    {
        if (way == "talks nonsense")
        {
            relay.Babble();
        }

        qdrant.Faults.IsUnavailable = way == "refuses";
        qdrant.Faults.Delay = way == "hangs" ? TimeSpan.FromSeconds(30) : TimeSpan.Zero;
    }

    [GeneratedRegex("action=\"(/answers/[0-9a-f-]+/feedback)\"[^>]*><input type=\"hidden\" name=\"token\" value=\"([0-9a-f.]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex JudgingForm();

    private static async Task<(string Status, string Detail)> PartAsync(RunningWeb web, string name)
    {
        var (_, json) = await web.GetAsync("/healthz/ready");
        var part = JsonDocument.Parse(json).RootElement.GetProperty("parts").EnumerateArray().Single(part => part.GetProperty("name").GetString() == name);
        return (part.GetProperty("status").GetString()!, part.GetProperty("detail").GetString()!);
    }

    /// <summary>The machine's clock, moved ahead.</summary>
    private sealed class AheadOfTime : TimeProvider
    {
        public TimeSpan By { get; set; }

        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + By;
    }
}
