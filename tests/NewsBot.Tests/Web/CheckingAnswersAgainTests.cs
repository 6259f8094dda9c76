using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Archive;
using NewsBot.Web.Api.Keys;
using NJsonSchema;

namespace NewsBot.Tests.Web;

/// <summary>Is an answer given earlier still supported? Programs ask by its id, and get what the document promises.</summary>
public sealed class CheckingAnswersAgainTests
{
    private static readonly Story Secret = Stories.Of("secret", "Draft budget", "The draft budget of the board holds 12 million crowns.", archive: "board");

    [Fact]
    public async Task An_answer_stands_while_its_article_says_the_same()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        var (status, check) = await CheckAsync(web, await AskAsync(web, Stories.AskingForTheBridge));

        status.ShouldBe(HttpStatusCode.OK);
        check["question"]!.GetValue<string>().ShouldBe(Stories.AskingForTheBridge);
        check["standing"]!.GetValue<string>().ShouldBe("stands");
        check["reason"].ShouldBeNull();
        var claim = check["claims"]!.AsArray().ShouldHaveSingleItem()!;
        claim["claim"]!.GetValue<string>().ShouldBe(Stories.Approved);
        claim["verdict"]!.GetValue<string>().ShouldBe("supported");
        claim["support"]![0]!["quote"]!.GetValue<string>().ShouldBe(Stories.Approved);
    }

    [Fact]
    public async Task An_answer_is_outdated_once_its_article_says_otherwise_and_the_reason_names_the_new_figure()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        var answer = await AskAsync(web, Stories.AskingForTheBridge);
        web.Services.GetRequiredService<ArchiveStore>().Store(ArchiveName.Default, [Stories.Of("bridge", "Council approves bridge", Stories.BridgeText.Replace("355", "345", StringComparison.Ordinal)).Content]);

        var (_, check) = await CheckAsync(web, answer);

        check["standing"]!.GetValue<string>().ShouldBe("outdated");
        check["reason"]!.GetValue<string>().ShouldContain("345");
        check["claims"]![0]!["verdict"]!.GetValue<string>().ShouldBe("outdated");
    }

    [Fact]
    public async Task Of_an_answer_whose_article_was_withdrawn_only_that_is_told()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        var answer = await AskAsync(web, Stories.AskingForTheBridge);
        var store = web.Services.GetRequiredService<ArchiveStore>();
        store.Remove(ArchiveName.Default, store.Find(ArchiveName.Default, "bridge")!.Id, "withdrawn");

        var (status, check) = await CheckAsync(web, answer);

        status.ShouldBe(HttpStatusCode.OK);
        check["standing"]!.GetValue<string>().ShouldBe("withdrawn");
        check.ToJsonString().ShouldNotContain("355");
    }

    [Fact]
    public async Task An_answer_that_found_nothing_has_nothing_to_check()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        var (status, check) = await CheckAsync(web, await AskAsync(web, Stories.AskingForTheMoon));

        status.ShouldBe(HttpStatusCode.OK);
        check["claims"]!.AsArray().ShouldBeEmpty();
    }

    [Theory]
    [InlineData("/api/v1/answers/01900000-0000-7000-8000-000000000001/check")]
    [InlineData("/api/v1/answers/bridge/check")]
    [InlineData("/api/v1/answers/01900000-0000-7000-8000-000000000001/check?archive=board")]
    public async Task What_was_never_answered_here_is_not_there(string path)
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge, Secret);

        using var response = await web.Client.PostAsync(path, null);

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        (await SchemaErrorsAsync(web, "Problem", await response.Content.ReadAsStringAsync())).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_answer_from_a_private_archive_is_checked_for_the_keys_that_open_it_and_for_no_one_else()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge, Secret);
        var board = KeyIn(web, [ApiScopes.Read], "board");
        var answer = await AskAsync(web, "How much does the draft budget of the board hold?", board);

        (await CheckAsync(web, answer, board)).Status.ShouldBe(HttpStatusCode.OK);
        (await CheckAsync(web, answer)).Status.ShouldBe(HttpStatusCode.NotFound);
        (await CheckAsync(web, answer, KeyIn(web, [ApiScopes.Read]))).Status.ShouldBe(HttpStatusCode.NotFound);
        (await CheckAsync(web, answer, KeyIn(web, [ApiScopes.Ingest], "board"))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Checks_count_as_the_questions_of_a_reader_do()
    {
        await using var web = await RunningWeb.StartAsync([Stories.Bridge], new Dictionary<string, string?> { ["Web:QuestionsPerMinute"] = "1" });
        var answer = await AskAsync(web, Stories.AskingForTheBridge);

        using var response = await web.Client.PostAsync($"/api/v1/answers/{answer}/check", null);

        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Headers.RetryAfter.ShouldNotBeNull();
    }

    private static async Task<Guid> AskAsync(RunningWeb web, string question, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/ask?question=" + Uri.EscapeDataString(question));
        request.Headers.Authorization = Bearer(key);
        using var response = await web.Client.SendAsync(request);
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetGuid();
    }

    private static async Task<(HttpStatusCode Status, JsonNode Check)> CheckAsync(RunningWeb web, Guid answer, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/answers/{answer}/check");
        request.Headers.Authorization = Bearer(key);
        using var response = await web.Client.SendAsync(request);
        var json = await response.Content.ReadAsStringAsync();
        (await SchemaErrorsAsync(web, response.StatusCode == HttpStatusCode.OK ? "AnswerCheck" : "Problem", json)).ShouldBeEmpty(json);
        return (response.StatusCode, JsonNode.Parse(json)!);
    }

    private static AuthenticationHeaderValue? Bearer(string? key) => key is null ? null : new AuthenticationHeaderValue("Bearer", key);

    private static string KeyIn(RunningWeb web, IReadOnlyList<string> scopes, string? archive = null) =>
        web.Services.GetRequiredService<ApiKeys>().Make("a test", scopes, archive is null ? [] : [archive], perMinute: 600).Text;

    private static async Task<IReadOnlyList<string>> SchemaErrorsAsync(RunningWeb web, string schema, string json)
    {
        var document = JsonNode.Parse(await web.Client.GetStringAsync("/api/v1/openapi.json"))!;
        var definitions = document["components"]!["schemas"]!.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
        return [.. (await JsonSchema.FromJsonAsync($$"""{"allOf":[{"$ref":"#/definitions/{{schema}}"}],"definitions":{{definitions}}}""")).Validate(json).Select(error => error.ToString())];
    }
}
