using System.Diagnostics;
using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Web.Observing;
using OpenTelemetry.Trace;

namespace NewsBot.Tests.Web;

public sealed class ObservingTests
{
    [Fact]
    public async Task A_question_leaves_its_outcome_its_time_and_its_answer_in_the_log()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        await web.AskAsync(Stories.AskingForTheBridge);
        await web.GetAsync("/api/v1/ask?question=" + Uri.EscapeDataString(Stories.AskingForTheMoon));

        var log = LogOf(web);

        log.Select(asked => (asked.Place, asked.Question, asked.Outcome)).ShouldBe(
        [
            ("api", Stories.AskingForTheMoon, "not_in_archive"),
            ("web", Stories.AskingForTheBridge, "answered"),
        ]);
        (await web.GetAsync($"/answers/{log[1].Answer}")).Html.ShouldContain("355 million crowns");
    }

    [Fact]
    public async Task Questions_of_chat_servers_are_counted_without_their_words()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        var question = new Question { Archive = ArchiveName.Default, Text = Stories.AskingForTheBridge };
        await web.Services.GetRequiredService<IQuestionAnswerer>().AnswerCompletelyAsync(question, CancellationToken.None);

        LogOf(web).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            asked => asked.Place.ShouldBe("chat"),
            asked => asked.Question.ShouldBeEmpty(),
            asked => asked.Outcome.ShouldBe("answered"));
    }

    [Fact]
    public async Task Verdicts_of_checked_texts_are_counted_by_day()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        await web.Client.PostAsJsonAsync("/api/v1/check", new { text = Stories.Approved + " The council of Hollen approved 12 million crowns for the new bridge on Tuesday." });

        web.Services.GetRequiredService<QuestionJournal>().Flush();

        StoreOf(web).Questions.VerdictsSince(new DateOnly(2024, 10, 1)).Select(count => (count.Origin, count.Verdict, count.Number))
            .ShouldBe([("check", "contradicted", 1L), ("check", "supported", 1L)], ignoreOrder: true);
    }

    [Fact]
    public async Task Questions_and_answers_are_deleted_when_their_time_is_over_and_listed_answers_stay()
    {
        var clock = new FakeTimeProvider(new DateTimeOffset(2024, 10, 1, 9, 0, 0, TimeSpan.Zero));
        var settings = new Dictionary<string, string?> { ["Privacy:QuestionDays"] = "30", ["Privacy:AnswerDays"] = "60" };
        await using var web = await RunningWeb.StartAsync([Stories.Bridge], settings, clock: clock);
        await web.AskAsync(Stories.AskingForTheBridge);
        await web.AskAsync(Stories.AskingForTheBridge + " Please say.");
        var answers = LogOf(web).Select(asked => asked.Answer!.Value).ToList();
        StoreOf(web).Questions.List(answers[0], [StoreOf(web).Find(ArchiveName.Default, "bridge")!.Id]);
        var retention = web.Services.GetRequiredService<QuestionRetention>();

        clock.Advance(TimeSpan.FromDays(31));
        retention.Run();
        LogOf(web).ShouldBeEmpty();
        StoreOf(web).FindAnswer(ArchiveName.Default, answers[1]).ShouldNotBeNull();

        clock.Advance(TimeSpan.FromDays(31));
        retention.Run();
        StoreOf(web).FindAnswer(ArchiveName.Default, answers[1]).ShouldBeNull();
        StoreOf(web).FindAnswer(ArchiveName.Default, answers[0]).ShouldNotBeNull();
    }

    [Fact]
    public async Task With_no_days_to_keep_nothing_is_logged()
    {
        await using var web = await RunningWeb.StartAsync([Stories.Bridge], new Dictionary<string, string?> { ["Privacy:QuestionDays"] = "0" });
        await web.AskAsync(Stories.AskingForTheBridge);

        LogOf(web).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_trace_leads_from_the_question_over_retrieval_and_model_to_the_verifier()
    {
        var spans = new List<Activity>();
        using var listener = new ActivityListener
        {
            // The server's own span carries on the trace that the client begins, by which this question is told from those of tests beside.
            ShouldListenTo = source => source.Name.StartsWith("NewsBot", StringComparison.Ordinal) || source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity =>
            {
                lock (spans)
                {
                    spans.Add(activity);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Says(Stories.Approved + " [1]"));
        await using var web = await RunningWeb.StartAsync([Stories.Bridge], new Dictionary<string, string?> { ["Chat:Endpoint"] = model.Endpoint, ["Chat:Model"] = "fake" });
        using var asking = new Activity("asking").Start();

        await web.AskAsync(Stories.AskingForTheBridge);

        List<Activity> of;
        lock (spans)
        {
            of = [.. spans.Where(span => span.TraceId == asking.TraceId && span.Source.Name.StartsWith("NewsBot", StringComparison.Ordinal))];
        }

        var question = of.Single(span => span.OperationName == "question");
        of.Where(span => span != question).ShouldAllBe(span => span.ParentSpanId == question.SpanId);
        of.Select(span => span.OperationName).Distinct().ShouldBe(["retrieval", "verification", "model", "question"], ignoreOrder: true);
        of.SelectMany(span => span.TagObjects).ShouldAllBe(tag => !$"{tag.Value}".Contains("Hollen", StringComparison.Ordinal), "traces hold no words");
    }

    [Fact]
    public async Task Figures_hold_everything_that_an_operator_asks_for()
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Says(Stories.Approved + " [1]"));
        await using var web = await RunningWeb.StartAsync([Stories.Bridge], new Dictionary<string, string?>
        {
            ["Chat:Endpoint"] = model.Endpoint, ["Chat:Model"] = "fake", ["Chat:InputPrice"] = "1", ["Chat:OutputPrice"] = "2",
        });
        await web.AskAsync(Stories.AskingForTheBridge);

        var (_, figures) = await web.GetAsync("/metrics");

        foreach (var name in new[]
        {
            "newsbot_questions_total", "newsbot_question_stage_duration_seconds_bucket", "newsbot_sentences_total", "newsbot_retrieval_hits_bucket",
            "newsbot_model_tokens_total", "newsbot_model_cost_total", "newsbot_model_tokens_today{", "newsbot_model_cost_today{", "newsbot_ingest_items_total", "newsbot_jobs{", "newsbot_disk_bytes", "newsbot_articles{",
        })
        {
            figures.ShouldContain(name);
        }
    }

    [Fact]
    public async Task Traces_and_figures_go_to_the_collector_that_is_set()
    {
        await using var collector = await FakeCollector.StartAsync();
        await using (var web = await RunningWeb.StartAsync(
            [Stories.Bridge], new Dictionary<string, string?> { ["Observability:OtlpEndpoint"] = collector.Endpoint, ["Observability:OtlpProtocol"] = "http" }))
        {
            await web.AskAsync(Stories.AskingForTheBridge);
            web.Services.GetRequiredService<TracerProvider>().ForceFlush().ShouldBeTrue();
        }

        collector.Has("/v1/traces", "retrieval").ShouldBeTrue();
        collector.Has("/v1/metrics", "newsbot.questions").ShouldBeTrue();
    }

    private static ArchiveStore StoreOf(RunningWeb web) => web.Services.GetRequiredService<ArchiveStore>();

    private static IReadOnlyList<AskedQuestion> LogOf(RunningWeb web)
    {
        web.Services.GetRequiredService<QuestionJournal>().Flush();
        return StoreOf(web).Questions.Newest(100);
    }
}
