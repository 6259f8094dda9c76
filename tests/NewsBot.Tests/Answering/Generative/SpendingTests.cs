using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using NewsBot.Answering;
using NewsBot.Answering.Citations;
using NewsBot.Answering.Generative;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Retrieval;

namespace NewsBot.Tests.Answering.Generative;

/// <summary>What a model may cost a day: whose tokens are counted, by what, and what a reader gets when they are used up.</summary>
public sealed class SpendingTests
{
    private const string Right = "The bridge was designed by Ines Calder [1].";
    private const string Wrong = "The bridge was designed by Rupert Vane [1].";
    private static readonly DateOnly Today = new(2025, 6, 15);
    private const string Resets = "from 2025-06-16, 00:00 UTC";

    [Fact]
    public async Task Tokens_are_counted_as_the_endpoint_reports_them()
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Says(Right) { Usage = (1_234, 56) });
        await using var services = Services(model);

        var answer = await AskAsync(services);

        (answer.TokensIn, answer.TokensOut).ShouldBe((1_234, 56));
        UsedToday(services).ShouldBe(new ModelTokens(1_234, 56));
    }

    [Fact]
    public async Task Where_an_endpoint_reports_nothing_or_nonsense_the_length_of_the_texts_counts()
    {
        foreach (var usage in new (int, int)?[] { null, (0, 0), (-5, 3) })
        {
            await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Says(Right) { Usage = usage });
            await using var services = Services(model);

            await AskAsync(services);

            UsedToday(services).Output.ShouldBe((Right.Length + 3) / 4);
            UsedToday(services).Input.ShouldBeInRange(model.Requests.Sum(request => request.System.Length + request.User.Length) / 5, 1_000);
        }
    }

    [Fact]
    public async Task Every_prompt_is_counted_the_rewriting_of_a_follow_up_the_answer_its_repair_and_the_second_opinion()
    {
        await using var model = await FakeChatModel.StartAsync(request => new FakeChatReply.Says(
            request.User.Contains("WHAT IS WRONG", StringComparison.Ordinal) ? "A bridge was designed for the harbour [1]."
            : request.User.Contains("EVIDENCE", StringComparison.Ordinal) ? Wrong
            : request.System.Contains("follow-up", StringComparison.OrdinalIgnoreCase) ? "Who designed the bridge?" : "{}")
        { Usage = (100, 10) });
        await using var services = Services(model, ("Chat:SecondOpinion", "true"));
        var first = await AskAsync(services);

        await AskAsync(services, question => question with { Text = "And who built it?", After = first.Id });

        model.Requests.Count.ShouldBeGreaterThan(4);
        UsedToday(services).ShouldBe(new ModelTokens(100 * model.Requests.Count, 10 * model.Requests.Count));
    }

    [Fact]
    public async Task A_second_opinion_on_a_check_is_counted_with_the_tokens_that_it_wrote()
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Says("{\"verdict\":\"partly\",\"quote\":\"designed\"}") { Usage = (300, 20) });
        await using var services = Services(model);
        var verifier = new Verifier();
        var unsure = verifier.Check("The council approved millions for the bridge after a long debate.", verifier.Prepare("The council approved 355 million dollars for the bridge on Tuesday."));
        var bill = new ModelBill(ArchiveName.Default, Payer.Terminal);

        await services.GetRequiredService<CheckJudge>().JudgeAsync(bill, unsure, TestContext.Current.CancellationToken);

        bill.Tokens.ShouldBe(new ModelTokens(300, 20));
        UsedToday(services).ShouldBe(new ModelTokens(300, 20));
    }

    [Theory]
    [InlineData("Chat:TokensPerDay", "2500", "today's tokens are used up (Chat:TokensPerDay)")]
    [InlineData("Chat:AskerTokensPerDay", "2500", "today's tokens of this server are used up (Chat:AskerTokensPerDay)")]
    [InlineData("Chat:CostPerDay", "0.004", "today's money is spent (Chat:CostPerDay)")]
    [InlineData("Chat:AskerCostPerDay", "0.004", "today's money of this server is spent (Chat:AskerCostPerDay)")]
    public async Task When_a_limit_of_the_day_is_reached_the_archives_own_sentences_answer_and_a_note_says_until_when(string setting, string limit, string reason)
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Says(Right) { Usage = (2_000, 400) });
        await using var services = Services(model, (setting, limit), ("Chat:InputPrice", "1"), ("Chat:OutputPrice", "5"));

        var first = await AskAsync(services);
        var second = await AskAsync(services);

        first.Notes.ShouldBeEmpty();
        second.Claims.ShouldNotBeEmpty();
        second.Notes.ShouldHaveSingleItem().ShouldBe($"Answered without the model: {reason}; it is asked again {Resets}.");
        second.TokensIn.ShouldBe(0);
        model.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_next_day_in_UTC_the_model_answers_again()
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Says(Right) { Usage = (2_000, 400) });
        await using var services = Services(model, ("Chat:TokensPerDay", "2500"));
        await AskAsync(services);
        (await AskAsync(services)).Notes.ShouldNotBeEmpty();

        services.GetRequiredService<TimeProvider>().ShouldBeOfType<FakeTimeProvider>().Advance(TimeSpan.FromHours(12));

        (await AskAsync(services)).Notes.ShouldBeEmpty();
    }

    [Fact]
    public async Task When_the_tokens_of_one_who_asks_are_used_up_others_are_still_answered_by_the_model()
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Says(Right) { Usage = (500, 100) });
        await using var services = Services(model);
        var payers = new[] { "1", "1", "2" }.Select(guild => Payer.Guild(guild) with { TokensPerDay = 700 }).ToList();

        var answers = new List<Answer>();
        foreach (var payer in payers)
        {
            answers.Add(await AskAsync(services, question => question with { Payer = payer }));
        }

        answers.Select(answer => answer.Notes.Count).ShouldBe([0, 1, 0]);
        answers[1].Notes[0].ShouldContain("today's tokens of this server are used up");
    }

    [Fact]
    public async Task A_call_that_would_pass_the_limit_by_what_it_sends_is_not_made()
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Says(Right));
        await using var services = Services(model, ("Chat:TokensPerDay", "20"));

        await AskAsync(services);

        model.Requests.ShouldBeEmpty();
        UsedToday(services).ShouldBe(default);
    }

    [Fact]
    public async Task Calls_at_the_same_time_do_not_pass_the_limit_together()
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Dawdles(Right, TimeSpan.FromMilliseconds(300)));
        await using var services = Services(model, ("Chat:TokensPerDay", "1000"));

        await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => AskAsync(services)));

        var oneCall = model.Requests.First();
        var estimate = (oneCall.System.Length + oneCall.User.Length) / 4;
        model.Requests.Count.ShouldBeLessThanOrEqualTo((1_000 / (estimate * 9 / 10)) + 1);
    }

    [Fact]
    public async Task A_call_that_the_endpoint_refused_costs_nothing_and_one_that_broke_off_what_came()
    {
        await using var refusing = await FakeChatModel.StartAsync(_ => new FakeChatReply.Refuses(429));
        await using var refused = Services(refusing);
        await AskAsync(refused);
        UsedToday(refused).ShouldBe(default);

        await using var breaking = await FakeChatModel.StartAsync(_ => new FakeChatReply.BreaksOff(Right + " The coun"));
        await using var broken = Services(breaking);
        await AskAsync(broken);
        UsedToday(broken).Output.ShouldBe((Right.Length + 9 + 3) / 4);
    }

    [Fact]
    public async Task What_was_used_is_remembered_over_a_restart_and_given_to_each_who_pays()
    {
        using var folder = new TemporaryFolder();
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Says(Right) { Usage = (2_000, 400) });
        var payer = Payer.ApiKey("ab12cd34");
        using (var store = ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System))
        await using (var services = Services(model, new ArchiveTokenAccounts(store), ("Chat:AskerTokensPerDay", "2500")))
        {
            (await AskAsync(services, question => question with { Payer = payer })).Notes.ShouldBeEmpty();
        }

        using var again = ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System);
        await using var restarted = Services(model, new ArchiveTokenAccounts(again), ("Chat:AskerTokensPerDay", "2500"));

        UsedToday(restarted).ShouldBe(new ModelTokens(2_000, 400));
        (await AskAsync(restarted, question => question with { Payer = payer })).Notes.ShouldHaveSingleItem().ShouldContain("of this key");
        model.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_disk_that_takes_nothing_costs_neither_the_answer_nor_the_limit()
    {
        using var folder = new TemporaryFolder();
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Says(Right) { Usage = (2_000, 400) });
        using var store = ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System);
        store.LimitSize(1);
        Should.Throw<ArchiveUnavailableException>(() => FillUp(store));
        await using var services = Services(model, new ArchiveTokenAccounts(store), ("Chat:TokensPerDay", "2500"));

        (await AskAsync(services)).Notes.ShouldBeEmpty();
        (await AskAsync(services)).Notes.ShouldHaveSingleItem().ShouldContain("Chat:TokensPerDay");
        store.Tokens.Of(Today, "archive default").ShouldBe(default);
    }

    [Theory]
    [InlineData("Chat:CostPerDay", "-1", "Chat:CostPerDay")]
    [InlineData("Chat:AskerCostPerDay", "2000000", "Chat:AskerCostPerDay")]
    [InlineData("Chat:AskerTokensPerDay", "-1", "Chat:AskerTokensPerDay")]
    [InlineData("Chat:CostPerDay", "5", "Chat:InputPrice")]
    public void A_limit_that_makes_no_sense_is_refused_with_what_to_set(string setting, string value, string named)
    {
        using var services = AnswererSetup.Services(new SmallArchive(), ("Chat:Endpoint", "http://127.0.0.1:9/v1"), ("Chat:Model", "fake"), (setting, value));

        Should.Throw<OptionsValidationException>(() => services.GetRequiredService<IOptions<ChatOptions>>().Value).Message.ShouldContain(named);
    }

    private static void FillUp(ArchiveStore store)
    {
        for (var i = 0; i < 10_000; i++)
        {
            store.Tokens.Add(Today, [$"guild {i}"], default);
        }
    }

    private static ServiceProvider Services(FakeChatModel model, params (string Name, string Value)[] settings) => Services(model, new TokenAccountsInMemory(), settings);

    private static ServiceProvider Services(FakeChatModel model, ITokenAccounts accounts, params (string Name, string Value)[] settings)
    {
        var archive = new SmallArchive();
        archive.Add("Council approves bridge", "The town council of Marlow approved 355 million dollars for the new harbour bridge on Tuesday. The bridge was designed by Ines Calder.");
        return AnswererSetup.Services(archive, accounts, [("Chat:Endpoint", model.Endpoint), ("Chat:Model", "fake"), ("Chat:ApiKey", "none"), ("Chat:RememberedAnswers", "0"), .. settings]);
    }

    private static ModelTokens UsedToday(ServiceProvider services) => services.GetRequiredService<TokenBudget>().UsedToday(ArchiveName.Default);

    private static Task<Answer> AskAsync(ServiceProvider services, Func<Question, Question>? change = null)
    {
        var question = new Question { Archive = ArchiveName.Default, Text = "Who designed the bridge?", Payer = Payer.Guild("1") };
        return services.GetRequiredService<IQuestionAnswerer>().AnswerCompletelyAsync((change ?? (same => same))(question), TestContext.Current.CancellationToken);
    }
}
