using Microsoft.Extensions.DependencyInjection;
using NewsBot.Answering;
using NewsBot.Answering.Generative;
using NewsBot.Archive;
using NewsBot.Fakes;

namespace NewsBot.Tests.Answering.Generative;

public class SecondOpinionTests
{
    private const string Passage = "The council approved 355 million dollars for the bridge on Tuesday.";

    [Theory]
    [InlineData("""{"verdict":"contradicted","quote":"355 million dollars"}""", Verdict.Contradicted)]
    [InlineData("""Sure! {"verdict":"supported","quote":"approved 355 million"} Hope that helps.""", Verdict.Supported)]
    [InlineData("""{"verdict":"contradicted","quote":"533 million dollars"}""", null)]
    [InlineData("""{"verdict":"supported","quote":""}""", null)]
    [InlineData("""{"verdict":"supported"}""", null)]
    [InlineData("""{"verdict":"certainly","quote":"355 million dollars"}""", null)]
    [InlineData("""{"verdict":""", null)]
    [InlineData("I agree.", null)]
    public async Task An_opinion_counts_only_with_a_quote_that_stands_in_the_passage(string said, Verdict? verdict)
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Says(said));
        await using var services = AnswererSetup.Services(new SmallArchive(), ("Chat:Endpoint", model.Endpoint), ("Chat:Model", "fake"));

        var opinion = await services.GetRequiredService<SecondOpinion>().AskAsync("The council approved 40 million.", Passage, new ModelBill(ArchiveName.Default), TestContext.Current.CancellationToken);

        (opinion?.Verdict).ShouldBe(verdict);
    }
}
