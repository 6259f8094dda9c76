using Microsoft.Extensions.DependencyInjection;
using NewsBot.Answering;
using NewsBot.Answering.Citations;
using NewsBot.Answering.Generative;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Retrieval;

namespace NewsBot.Tests.Answering.Generative;

public class CheckJudgeTests
{
    private const string Source = "The council approved 355 million dollars for the bridge on Tuesday. The ferry stays until it opens.";
    private const string Reworded = "The council approved millions for the bridge after a long debate.";

    [Theory]
    [InlineData("""{"verdict":"contradicted","quote":"on Tuesday"}""", "the second opinion disagrees and says contradicted")]
    [InlineData("""{"verdict":"partly","quote":"approved 355 million dollars"}""", "the second opinion agrees")]
    [InlineData("""{"verdict":"supported","quote":"nowhere"}""", "the second opinion named no words of the source")]
    public async Task Where_the_verifier_is_unsure_the_models_opinion_stands_beside_the_verdict(string said, string reason)
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Says(said));

        var check = await JudgeAsync(model, Reworded);

        check.Verdict.ShouldBe(Verdict.Partly);
        check.Reasons.ShouldContain(one => one.StartsWith(reason, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("The council approved 355 million dollars for the bridge on Tuesday.")]
    [InlineData("The council approved 400 million dollars for the bridge on Tuesday.")]
    public async Task Where_the_verifier_is_sure_no_model_is_asked(string claim)
    {
        await using var model = await FakeChatModel.StartAsync(_ => throw new InvalidOperationException("Nothing was to be asked."));

        (await JudgeAsync(model, claim)).Opinion.ShouldBeNull();
        model.Requests.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_model_that_is_away_costs_the_opinion_and_not_the_verdict()
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Refuses(500));

        var check = await JudgeAsync(model, Reworded);

        check.Verdict.ShouldBe(Verdict.Partly);
        check.Reasons.ShouldContain(reason => reason.StartsWith("no second opinion", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("""{"verdict":"contradicted","quote":"on Tuesday"}""", true)]
    [InlineData("""{"verdict":"supported","quote":"on Tuesday"}""", false)]
    [InlineData("I do not know.", false)]
    public async Task Of_an_accepted_sentence_only_a_disagreement_is_told(string said, bool isTold)
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Says(said));
        await using var services = AnswererSetup.Services(new SmallArchive(), ("Chat:Endpoint", model.Endpoint), ("Chat:Model", "fake"));
        var article = new SmallArchive().Add("Bridge", Source);
        var sentence = new VerifiedSentence(Reworded, [new CitedPlace(new ArticleHit(article, 1, [], []), new TextRange(0, article.Text.Length))]);

        var told = await services.GetRequiredService<CheckJudge>().DisagreementAsync(new ModelBill(ArchiveName.Default), sentence, TestContext.Current.CancellationToken);

        (told is not null).ShouldBe(isTold);
    }

    private static async Task<ClaimCheck> JudgeAsync(FakeChatModel model, string claim)
    {
        await using var services = AnswererSetup.Services(new SmallArchive(), ("Chat:Endpoint", model.Endpoint), ("Chat:Model", "fake"));
        var verifier = new Verifier();
        return await services.GetRequiredService<CheckJudge>().JudgeAsync(new ModelBill(ArchiveName.Default), verifier.Check(claim, verifier.Prepare(Source)), TestContext.Current.CancellationToken);
    }
}
