using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Web.Api.Keys;
using NJsonSchema;

namespace NewsBot.Tests.Web;

/// <summary>Who may do what with the API, and what only holders of a key do.</summary>
public sealed class ApiKeyTests
{
    private static readonly Story Secret = Stories.Of("secret", "Draft budget", "The draft budget of the board holds 12 million crowns.", archive: "board");

    [Fact]
    public async Task A_key_is_shown_once_kept_as_a_hash_and_opens_until_it_is_taken_back()
    {
        await using var admin = await SignedInWeb.StartAsync([Stories.Bridge], new Dictionary<string, string?> { ["Web:RequireApiKey"] = "true" });

        var page = await admin.SendAsync("/admin/keys/make", ("name", "the desk"), ("scope", "read"), ("archives", ""), ("rate", "60"));
        var start = page.IndexOf("nb_", StringComparison.Ordinal);
        var text = page[start..page.IndexOf("</code>", start, StringComparison.Ordinal)];

        admin.Store.FindSetting("web.api-keys")!.ShouldNotContain(text);
        (await admin.GetAsync("/admin/keys")).ShouldNotContain(text);
        (await GetAsync(admin.Web, "/api/v1/search?q=bridge", text)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await GetAsync(admin.Web, "/api/v1/search?q=bridge", null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        await admin.SendAsync("/admin/keys/revoke", ("key", text.Split('_')[1]));
        (await GetAsync(admin.Web, "/api/v1/search?q=bridge", text)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Keys_that_are_made_at_the_same_time_are_all_kept()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        var keys = web.Services.GetRequiredService<ApiKeys>();

        Parallel.For(0, 40, number => keys.Make($"desk {number}", [ApiScopes.Read], [], perMinute: 60));

        keys.All.Count.ShouldBe(40);
    }

    [Theory]
    [InlineData("Basic YTpi")]
    [InlineData("Bearer")]
    [InlineData("Bearer nb_00000000_0000")]
    [InlineData("Bearer nb_x_y_z")]
    public async Task What_is_no_key_is_refused_even_where_none_is_needed(string header)
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/search?q=bridge");
        request.Headers.TryAddWithoutValidation("Authorization", header);

        using var response = await web.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        response.Headers.WwwAuthenticate.ToString().ShouldContain("Bearer");
        (await SchemaErrorsAsync(web, "Problem", await response.Content.ReadAsStringAsync())).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_does_only_what_its_scopes_say()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        var reader = KeyIn(web, [ApiScopes.Read]);

        (await GetAsync(web, "/api/v1/jobs", reader)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await GetAsync(web, "/api/v1/jobs", null)).StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
        (await PostAsync(web, "/api/v1/feedback", reader, new { answer = Guid.NewGuid(), good = true })).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await GetAsync(web, "/api/v1/articles/bridge", reader)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_key_opens_its_archives_and_no_other()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge, Secret);
        var board = KeyIn(web, [ApiScopes.Read], "board");

        (await GetAsync(web, "/api/v1/articles/secret?archive=board", board)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await GetAsync(web, "/api/v1/articles/secret", board)).StatusCode.ShouldBe(HttpStatusCode.OK, "without a name the key's first archive is meant");
        (await GetAsync(web, "/api/v1/articles/bridge?archive=default", board)).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await GetAsync(web, "/api/v1/articles/secret?archive=board", KeyIn(web, [ApiScopes.Read]))).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_key_has_a_rate_of_its_own()
    {
        await using var web = await RunningWeb.StartAsync([Stories.Bridge], new Dictionary<string, string?> { ["Web:QuestionsPerMinute"] = "1" });
        var key = KeyIn(web, [ApiScopes.Read], perMinute: 2);

        (await GetAsync(web, "/api/v1/search?q=bridge", key)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await GetAsync(web, "/api/v1/search?q=bridge", key)).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var third = await GetAsync(web, "/api/v1/search?q=bridge", key);

        third.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        third.Headers.RetryAfter!.Delta!.Value.ShouldBeGreaterThan(TimeSpan.Zero);
    }

    [Fact]
    public async Task Jobs_are_added_shown_and_cancelled_in_the_promised_shapes()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge, Secret);
        var key = KeyIn(web, [ApiScopes.Ingest]);

        using var added = await PostAsync(web, "/api/v1/jobs", key, new { targets = new[] { "https://herald.example/feed" }, kind = "feed" });
        var job = await added.Content.ReadAsStringAsync();
        var list = await (await GetAsync(web, "/api/v1/jobs", key)).Content.ReadAsStringAsync();
        var one = await (await GetAsync(web, added.Headers.Location!.ToString(), key)).Content.ReadAsStringAsync();
        var cancelled = await (await PostAsync(web, added.Headers.Location + "/cancel", key, new { })).Content.ReadAsStringAsync();

        added.StatusCode.ShouldBe(HttpStatusCode.Accepted);
        (await SchemaErrorsAsync(web, "Job", job)).ShouldBeEmpty(job);
        (await SchemaErrorsAsync(web, "Jobs", list)).ShouldBeEmpty(list);
        (await SchemaErrorsAsync(web, "Job", one)).ShouldBeEmpty(one);
        JsonDocument.Parse(cancelled).RootElement.GetProperty("state").GetString().ShouldBe("cancelled");
        (await PostAsync(web, "/api/v1/jobs", key, new { archive = "board", targets = new[] { "https://herald.example/" } })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"targets\":[]}")]
    [InlineData("{\"targets\":[\"/etc/passwd\"]}")]
    [InlineData("{\"targets\":[\"file:///etc/passwd\"]}")]
    [InlineData("{\"targets\":[null]}")]
    [InlineData("{\"targets\":[\"https://herald.example/\"],\"kind\":\"magic\"}")]
    [InlineData("[]")]
    public async Task A_job_of_anything_but_addresses_is_refused(string body)
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/jobs") { Content = new StringContent(body) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", KeyIn(web, [ApiScopes.Ingest]));

        using var response = await web.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await SchemaErrorsAsync(web, "Problem", await response.Content.ReadAsStringAsync())).ShouldBeEmpty();
        web.Services.GetRequiredService<ArchiveStore>().Jobs.List().ShouldBeEmpty();
    }

    [Fact]
    public async Task Feedback_is_kept_with_the_answer_and_said_again_replaces_it()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        var key = KeyIn(web, [ApiScopes.Feedback, ApiScopes.Read]);
        var answer = JsonDocument.Parse(await (await GetAsync(web, "/api/v1/ask?question=" + Uri.EscapeDataString(Stories.AskingForTheBridge), key)).Content.ReadAsStringAsync())
            .RootElement.GetProperty("id").GetGuid();

        (await PostAsync(web, "/api/v1/feedback", key, new { answer, good = true })).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await PostAsync(web, "/api/v1/feedback", key, new { answer, good = false, kind = "wrong_fact", comment = "It was 345." })).StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var said = web.Services.GetRequiredService<ArchiveStore>().Readers.FeedbackOn(ArchiveName.Default).ShouldHaveSingleItem();
        (said.IsGood, said.Kind, said.Comment).ShouldBe((false, "wrong_fact", "It was 345."));
        (await PostAsync(web, "/api/v1/feedback", key, new { answer = Guid.NewGuid(), good = true })).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await PostAsync(web, "/api/v1/feedback", key, new { answer, good = true, kind = "ugly" })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await PostAsync(web, "/api/v1/feedback", key, new { answer })).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Theory]
    [InlineData("/api/v1/search?q=bridge")]
    [InlineData("/api/v1/openapi.json")]
    [InlineData("/api/v1/articles/bridge")]
    public async Task What_has_not_changed_is_not_sent_again(string path)
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        using var first = await web.Client.GetAsync(path);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await web.Client.SendAsync(request);

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
    }

    [Fact]
    public async Task Each_key_and_the_page_have_a_share_of_the_model_of_their_own()
    {
        await using var model = await FakeChatModel.StartAsync(_ => new FakeChatReply.Says(Stories.Approved + " [1]") { Usage = (900, 50) });
        await using var web = await RunningWeb.StartAsync([Stories.Bridge], new Dictionary<string, string?>
        {
            ["Chat:Endpoint"] = model.Endpoint, ["Chat:Model"] = "fake", ["Chat:RememberedAnswers"] = "0", ["Chat:AskerTokensPerDay"] = "1000",
        });
        var (one, other) = (KeyIn(web, [ApiScopes.Read]), KeyIn(web, [ApiScopes.Read]));

        (await NotesAsync(web, one)).ShouldBeEmpty();
        (await NotesAsync(web, one)).ShouldHaveSingleItem().ShouldContain("today's tokens of this key are used up");
        (await NotesAsync(web, other)).ShouldBeEmpty();
        (await NotesAsync(web, null)).ShouldBeEmpty();
        (await web.AskAsync(Stories.AskingForTheBridge)).Html.ShouldContain("tokens of this page are used up");
    }

    private static async Task<IReadOnlyList<string>> NotesAsync(RunningWeb web, string? key)
    {
        using var response = await GetAsync(web, "/api/v1/ask?question=" + Uri.EscapeDataString(Stories.AskingForTheBridge), key);
        return [.. JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("notes").EnumerateArray().Select(note => note.GetString()!)];
    }

    private static string KeyIn(RunningWeb web, IReadOnlyList<string> scopes, string? archive = null, int perMinute = 600) =>
        web.Services.GetRequiredService<ApiKeys>().Make("a test", scopes, archive is null ? [] : [archive], perMinute).Text;

    private static Task<HttpResponseMessage> GetAsync(RunningWeb web, string path, string? key) => SendAsync(web, new HttpRequestMessage(HttpMethod.Get, path), key);

    private static Task<HttpResponseMessage> PostAsync<T>(RunningWeb web, string path, string key, T body) =>
        SendAsync(web, new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) }, key);

    private static Task<HttpResponseMessage> SendAsync(RunningWeb web, HttpRequestMessage request, string? key)
    {
        request.Headers.Authorization = key is null ? null : new AuthenticationHeaderValue("Bearer", key);
        return web.Client.SendAsync(request);
    }

    private static async Task<IReadOnlyList<string>> SchemaErrorsAsync(RunningWeb web, string schema, string json)
    {
        var document = JsonNode.Parse(await web.Client.GetStringAsync("/api/v1/openapi.json"))!;
        var definitions = document["components"]!["schemas"]!.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
        return [.. (await JsonSchema.FromJsonAsync($$"""{"allOf":[{"$ref":"#/definitions/{{schema}}"}],"definitions":{{definitions}}}""")).Validate(json).Select(error => error.ToString())];
    }
}
