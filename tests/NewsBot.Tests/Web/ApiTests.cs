using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Answering;
using NewsBot.Retrieval;
using NJsonSchema;

namespace NewsBot.Tests.Web;

/// <summary>The API is held to its own description: every response is validated against the schema that the document gives for it.</summary>
public class ApiTests
{
    private static readonly string Ask = "/api/v1/ask?question=" + Uri.EscapeDataString(Stories.AskingForTheBridge);

    public static TheoryData<string, int, string> Requests => new()
    {
        { Ask, 200, "Answer" },
        { "/api/v1/ask?question=" + Uri.EscapeDataString(Stories.AskingForTheMoon), 200, "Answer" },
        { "/api/v1/ask", 400, "Problem" },
        { "/api/v1/ask?question=%20", 400, "Problem" },
        { "/api/v1/ask?question=bridge&as_of=soon", 400, "Problem" },
        { "/api/v1/ask?question=bridge&since=2024-02-02&until=2024-02-01", 400, "Problem" },
        { "/api/v1/ask?question=bridge&archive=board", 404, "Problem" },
        { "/api/v1/ask?question=bridge&archive=..%2F..", 404, "Problem" },
        { "/api/v1/search?q=bridge", 200, "SearchResults" },
        { "/api/v1/search?q=xyzzyplugh&limit=100&language=en&source=Harbor", 200, "SearchResults" },
        { "/api/v1/search?q=bridge&explain=true", 200, "SearchResults" },
        { "/api/v1/search?q=bridge&explain=perhaps", 400, "Problem" },
        { "/api/v1/search", 400, "Problem" },
        { "/api/v1/search?q=bridge&limit=0", 400, "Problem" },
        { "/api/v1/search?q=bridge&limit=101", 400, "Problem" },
        { "/api/v1/search?q=bridge&limit=ten", 400, "Problem" },
        { "/api/v1/search?q=bridge&since=2024", 400, "Problem" },
        { "/api/v1/search?q=bridge&archive=board", 404, "Problem" },
        { "/api/v1/articles/bridge", 200, "Article" },
        { "/api/v1/articles/bridge?version=1", 200, "Article" },
        { "/api/v1/articles/bridge?version=9", 404, "Problem" },
        { "/api/v1/articles/bridge?version=x", 404, "Problem" },
        { "/api/v1/articles/secret?archive=board", 404, "Problem" },
        { "/api/v1/nothing", 404, "Problem" },
    };

    [Theory]
    [MemberData(nameof(Requests))]
    public async Task Every_response_has_the_status_and_the_shape_that_the_document_promises(string path, int status, string schema)
    {
        await using var web = await RunningWeb.WithAsync(
            Stories.Bridge, Stories.Of("secret", "Draft budget", "The draft holds 12 million.", archive: "board"));

        using var response = await web.Client.GetAsync(path);
        var json = await response.Content.ReadAsStringAsync();

        ((int)response.StatusCode).ShouldBe(status, json);
        (await ValidateAsync(web, schema, json)).ShouldBeEmpty(json);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(status == 200 ? "application/json" : "application/problem+json");
    }

    [Fact]
    public async Task A_question_can_be_posted_and_every_quote_stands_at_its_range_of_the_cited_version()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        using var response = await web.Client.PostAsJsonAsync("/api/v1/ask", new { question = Stories.AskingForTheBridge, as_of = "2024-12-31" });
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();

        var citation = answer.GetProperty("citations")[0];
        var article = await web.Client.GetFromJsonAsync<JsonElement>($"/api/v1/articles/{citation.GetProperty("article")}?version={citation.GetProperty("version")}");
        article.GetProperty("text").GetString()![citation.GetProperty("start").GetInt32()..citation.GetProperty("end").GetInt32()]
            .ShouldBe(citation.GetProperty("quote").GetString());
        answer.GetProperty("claims").EnumerateArray().ShouldAllBe(claim => claim.GetProperty("citations").GetArrayLength() > 0);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"question\":1}")]
    [InlineData("{\"question\":\"a\"")]
    [InlineData("{\"question\":\"a\",\"since\":\"soon\"}")]
    [InlineData("{}")]
    public async Task A_body_of_the_wrong_shape_is_refused_with_what_to_send(string body)
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        using var response = await web.Client.PostAsync("/api/v1/ask", new StringContent(body, Encoding.UTF8, "application/json"));
        var json = await response.Content.ReadAsStringAsync();

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ValidateAsync(web, "Problem", json)).ShouldBeEmpty(json);
    }

    [Fact]
    public async Task Events_bring_progress_accepted_sentences_and_the_answer_in_the_promised_shapes()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        using var request = new HttpRequestMessage(HttpMethod.Get, Ask);
        request.Headers.Accept.ParseAdd("text/event-stream");

        using var response = await web.Client.SendAsync(request);
        var events = await EventsOfAsync(response);

        var schemas = new Dictionary<string, string> { ["progress"] = "Progress", ["sentence"] = "Sentence", ["answer"] = "Answer" };
        events.Select(e => e.Name).Distinct().ShouldBe(["progress", "sentence", "answer"]);
        foreach (var (name, data) in events)
        {
            (await ValidateAsync(web, schemas[name], data)).ShouldBeEmpty(data);
        }
    }

    [Fact]
    public async Task A_refused_question_is_a_problem_for_those_who_accept_events_too()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/ask?question=" + new string('a', 2_001));
        request.Headers.Accept.ParseAdd("text/event-stream");

        using var response = await web.Client.SendAsync(request);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Theory]
    [InlineData(null, "supported", "bridge")]
    [InlineData("The council of Hollen approved 355 million crowns for the new bridge on Tuesday.", "supported", null)]
    [InlineData("The council of Hollen approved 12 million crowns for the new bridge on Tuesday.", "contradicted", null)]
    public async Task A_text_is_checked_sentence_by_sentence_against_the_archive_or_a_given_source(string? source, string verdict, string? article)
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        using var response = await web.Client.PostAsJsonAsync("/api/v1/check", new { text = Stories.Approved, source });
        var json = await response.Content.ReadAsStringAsync();

        (await ValidateAsync(web, "Checks", json)).ShouldBeEmpty(json);
        var check = JsonDocument.Parse(json).RootElement.GetProperty("claims")[0];
        check.GetProperty("verdict").GetString().ShouldBe(verdict);
        check.GetProperty("support")[0].GetProperty("article").GetString().ShouldBe(article);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\"text\":\" \"}")]
    [InlineData("[1]")]
    public async Task A_check_without_a_text_is_refused(string body)
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        using var response = await web.Client.PostAsync("/api/v1/check", new StringContent(body, Encoding.UTF8, "application/json"));

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await ValidateAsync(web, "Problem", await response.Content.ReadAsStringAsync())).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_unchanged_article_is_not_sent_again()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);
        using var first = await web.Client.GetAsync("/api/v1/articles/bridge");
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/articles/bridge");
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);

        using var second = await web.Client.SendAsync(request);

        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await second.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_index_that_is_away_is_a_problem_and_no_empty_answer()
    {
        var failure = new IndexUnavailableException("The index is being rebuilt.");
        await using var web = await RunningWeb.StartAsync([Stories.Bridge], more: services => services.AddSingleton<IQuestionAnswerer>(new FailingAnswerer(failure)));

        using var response = await web.Client.GetAsync(Ask);

        response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await ValidateAsync(web, "Problem", await response.Content.ReadAsStringAsync())).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_validation_itself_notices_what_is_missing_and_what_is_too_much()
    {
        await using var web = await RunningWeb.WithAsync();

        (await ValidateAsync(web, "Lead", """{"article":"a","title":"t"}""")).ShouldNotBeEmpty();
        (await ValidateAsync(web, "Lead", """{"article":"a","title":"t","url":null,"more":1}""")).ShouldNotBeEmpty();
        (await ValidateAsync(web, "Lead", """{"article":"a","title":"t","url":null}""")).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<string>> ValidateAsync(RunningWeb web, string schema, string json)
    {
        var document = JsonNode.Parse(await web.Client.GetStringAsync("/api/v1/openapi.json"))!;
        var definitions = document["components"]!["schemas"]!.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
        var rooted = $$"""{"allOf":[{"$ref":"#/definitions/{{schema}}"}],"definitions":{{definitions}}}""";
        return [.. (await JsonSchema.FromJsonAsync(rooted)).Validate(json).Select(error => error.ToString())];
    }

    private static async Task<List<(string Name, string Data)>> EventsOfAsync(HttpResponseMessage response)
    {
        var blocks = (await response.Content.ReadAsStringAsync()).Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        return [.. blocks.Select(block => block.Split('\n')).Select(lines => (lines[0]["event: ".Length..], lines[1]["data: ".Length..]))];
    }
}
