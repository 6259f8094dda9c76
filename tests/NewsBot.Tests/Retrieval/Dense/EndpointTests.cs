using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Retrieval.Dense;
using NewsBot.Retrieval.Dense.Endpoint;
using static NewsBot.Tests.Retrieval.IndexedArchive;

namespace NewsBot.Tests.Retrieval.Dense;

/// <summary>An OpenAI-compatible endpoint makes vectors; whatever it answers, articles are found by words.</summary>
public class EndpointTests
{
    private const string One = "[3,0,4]";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Texts_go_out_in_batches_with_the_key_and_come_back_in_their_order_with_length_1()
    {
        await using var endpoint = await FakeEmbeddings.StartAsync(request => FakeEmbeddingReply.Of([.. request.Input.Select(text => $"[{text.Length},0,0]")]));
        using var generator = GeneratorFor(endpoint, options => (options.BatchSize, options.ApiKey, options.PricePerMillionTokens) = (2, "secret", 20_000));

        var vectors = await generator.GenerateAsync(["a", "bb", "ccc"], cancellationToken: Cancellation);

        vectors.Count.ShouldBe(3);
        vectors.ShouldAllBe(vector => vector.Vector.ToArray().SequenceEqual(new[] { 1f, 0, 0 }));
        endpoint.Requests.Select(request => request.Input.Count).ShouldBe([2, 1]);
        endpoint.Requests.ShouldAllBe(request => request.Authorization == "Bearer secret" && request.Model == "embed-3");
        var usage = (EmbeddingUsage)generator.GetService(typeof(EmbeddingUsage))!;
        (usage.Requests, usage.Tokens, usage.Cost).ShouldBe((2, 30, .6));
    }

    [Fact]
    public async Task Vectors_are_put_in_order_by_their_index()
    {
        await using var endpoint = await FakeEmbeddings.StartAsync(_ => new FakeEmbeddingReply(200, """{"data":[{"index":1,"embedding":[0,1,0]},{"index":0,"embedding":[1,0,0]}]}"""));
        using var generator = GeneratorFor(endpoint);

        (await generator.GenerateAsync(["first", "second"], cancellationToken: Cancellation))[0].Vector.ToArray().ShouldBe([1, 0, 0]);
    }

    [Theory]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0,0]}]}""", "gives 1 vectors for 2 texts")]
    [InlineData("""{"data":[]}""", "gives 0 vectors for 2 texts")]
    [InlineData("""{}""", "gives 0 vectors for 2 texts")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0,0]},{"index":0,"embedding":[1,0,0]}]}""", "two for one")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0,0]},{"index":7,"embedding":[1,0,0]}]}""", "for 2 texts")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0,0]},{"index":1,"embedding":[1,0,0]},{"index":2,"embedding":[1,0,0]}]}""", "gives 3 vectors for 2 texts")]
    [InlineData("""{"data":[{"index":0,"embedding":[1,0]},{"index":1,"embedding":[1,0]}]}""", "vectors of 2 dimensions where Embeddings:Dimensions is 3")]
    [InlineData("""{"data":[{"index":0,"embedding":[1e39,0,0]},{"index":1,"embedding":[1,0,0]}]}""", "no number")]
    [InlineData("""{"data":[{"index":0,"embedding":[0,0,0]},{"index":1,"embedding":[1,0,0]}]}""", "without a direction")]
    [InlineData("""{"data":[{"index":0,"embedding":[NaN,0,0]},{"index":1,"embedding":[1,0,0]}]}""", "no list of vectors")]
    [InlineData("""{"data":[{"index":0,"embedding":[null,0,0]},{"index":1,"embedding":[1,0,0]}]}""", "no list of vectors")]
    [InlineData("""{"data":[null,null]}""", "vectors of 0 dimensions")]
    [InlineData("null", "no list of vectors")]
    [InlineData("<html>proxy</html>", "no list of vectors")]
    public async Task What_is_no_list_of_as_many_sound_vectors_as_texts_is_refused(string body, string reason)
    {
        await using var endpoint = await FakeEmbeddings.StartAsync(_ => new FakeEmbeddingReply(200, body));
        using var generator = GeneratorFor(endpoint);

        (await Should.ThrowAsync<EmbeddingUnavailableException>(() => generator.GenerateAsync(["first", "second"], cancellationToken: Cancellation))).Message.ShouldContain(reason);
    }

    [Theory]
    [InlineData(401, "Check Embeddings:ApiKey")]
    [InlineData(404, "Embeddings:Model")]
    [InlineData(418, "answers with 418")]
    public async Task A_refusal_says_which_setting_to_look_at_and_is_not_repeated(int status, string remedy)
    {
        await using var endpoint = await FakeEmbeddings.StartAsync(_ => new FakeEmbeddingReply(status, "{}"));
        using var generator = GeneratorFor(endpoint);

        (await Should.ThrowAsync<EmbeddingUnavailableException>(() => generator.GenerateAsync(["first"], cancellationToken: Cancellation))).Message.ShouldContain(remedy);
        endpoint.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_moment_of_trouble_is_waited_out()
    {
        var asked = 0;
        await using var endpoint = await FakeEmbeddings.StartAsync(_ => Interlocked.Increment(ref asked) < 3 ? new FakeEmbeddingReply(503, "") : FakeEmbeddingReply.Of(One));
        using var generator = GeneratorFor(endpoint);

        (await generator.GenerateAsync(["text"], cancellationToken: Cancellation))[0].Vector.ToArray().ShouldBe([.6f, 0, .8f], 1e-6);
        asked.ShouldBe(3);
    }

    [Fact]
    public async Task An_endpoint_that_is_over_its_limit_for_an_hour_is_not_pressed_and_costs_no_reader_the_answer()
    {
        var isBusy = false;
        await using var endpoint = await FakeEmbeddings.StartAsync(request =>
            isBusy ? new FakeEmbeddingReply(429, "{}", RetryAfterSeconds: 3_600) : FakeEmbeddingReply.Of([.. request.Input.Select(_ => One)]));
        using var archive = new VectorArchive(GeneratorFor(endpoint));
        await archive.WithAsync(Article("ship", "Vessel sails", "The wooden vessel left the dock."));
        await archive.EmbedAsync();
        isBusy = true;
        await archive.WithAsync(Article("school", "School closed", "The school was closed on Monday."));
        var before = endpoint.Requests.Count;

        var failure = await Should.ThrowAsync<EmbeddingUnavailableException>(() => archive.EmbedAsync());
        var outcome = await archive.SearchAsync("vessel");
        await archive.SearchAsync("school");

        failure.RetryAfter.ShouldBe(TimeSpan.FromHours(1));
        outcome.Hits[0].Article.PublicId.ShouldBe("ship");
        outcome.Notes.ShouldContain(note => note.Contains("over its limit", StringComparison.Ordinal));
        (endpoint.Requests.Count - before).ShouldBe(2, "one try in the background, one for the first question");

        isBusy = false;
        (await archive.EmbedAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task A_text_that_is_refused_does_not_keep_the_others_from_theirs()
    {
        await using var endpoint = await FakeEmbeddings.StartAsync(request =>
            request.Input.Any(text => text.StartsWith("School", StringComparison.Ordinal)) ? new FakeEmbeddingReply(400, "{}") : FakeEmbeddingReply.Of([.. request.Input.Select(_ => One)]));
        using var archive = new VectorArchive(GeneratorFor(endpoint));
        await archive.WithAsync(Article("ship", "Vessel sails", "The vessel left."), Article("school", "School closed", "The school was closed."));

        (await archive.EmbedAsync()).ShouldBe(1);
    }

    [Fact]
    public async Task An_endpoint_that_refuses_every_text_is_not_asked_for_each_of_a_whole_archive()
    {
        await using var endpoint = await FakeEmbeddings.StartAsync(_ => new FakeEmbeddingReply(400, "{}"));
        using var archive = new VectorArchive(GeneratorFor(endpoint));
        await archive.WithAsync([.. Enumerable.Range(0, 20).Select(i => Article($"a{i}", $"Title {i}", $"Text {i}."))]);

        await Should.ThrowAsync<EmbeddingUnavailableException>(() => archive.EmbedAsync());

        endpoint.Requests.Count.ShouldBeLessThan(5);
    }

    private static EndpointEmbeddings GeneratorFor(FakeEmbeddings endpoint, Action<EmbeddingsOptions>? with = null)
    {
        var options = new EmbeddingsOptions { Provider = EmbeddingsOptions.OpenAI, Endpoint = endpoint.Endpoint, Model = "embed-3", Dimensions = 3 };
        with?.Invoke(options);
        return new EndpointEmbeddings(options, new VectorModel("embed-3", 3), TimeProvider.System);
    }
}
