using System.Net;
using System.Text.Json;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace NewsBot.Tests.Web;

/// <summary>The tools for language models, called by the protocol's own client.</summary>
public sealed class ToolTests
{
    private static readonly Dictionary<string, string?> On = new() { ["Mcp:Enabled"] = "true" };

    [Fact]
    public async Task They_are_off_by_default()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        using var response = await web.Client.PostAsync("/mcp", new StringContent("{}"));

        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_client_finds_three_tools_that_only_read()
    {
        await using var web = await RunningWeb.StartAsync([Stories.Bridge], On);
        await using var client = await ConnectAsync(web);

        var tools = await client.ListToolsAsync();

        tools.Select(tool => tool.Name).ShouldBe(["ask", "search", "check"], ignoreOrder: true);
        tools.ShouldAllBe(tool => tool.ProtocolTool.Annotations!.ReadOnlyHint == true);
    }

    [Fact]
    public async Task Asking_gives_the_answer_with_its_quotes()
    {
        await using var web = await RunningWeb.StartAsync([Stories.Bridge], On);
        await using var client = await ConnectAsync(web);

        var answer = await CallAsync(client, "ask", ("question", Stories.AskingForTheBridge));

        answer.GetProperty("outcome").GetString().ShouldBe("answered");
        answer.GetProperty("citations")[0].GetProperty("quote").GetString().ShouldBe(Stories.Approved);
    }

    [Fact]
    public async Task Searching_and_checking_give_what_the_API_gives()
    {
        await using var web = await RunningWeb.StartAsync([Stories.Bridge], On);
        await using var client = await ConnectAsync(web);

        (await CallAsync(client, "search", ("query", "bridge council"))).GetProperty("results")[0].GetProperty("article").GetString().ShouldBe("bridge");
        (await CallAsync(client, "check", ("text", Stories.Approved))).GetProperty("claims")[0].GetProperty("verdict").GetString().ShouldBe("supported");
    }

    [Theory]
    [InlineData("ask", "question", "", "write what you want to know")]
    [InlineData("search", "query", " ", "Give 1 to 2000 characters")]
    [InlineData("check", "text", "", "Give 1 to 20000 characters")]
    public async Task What_cannot_be_served_is_an_error_that_says_what_to_do(string tool, string argument, string value, string remedy)
    {
        await using var web = await RunningWeb.StartAsync([Stories.Bridge], On);
        await using var client = await ConnectAsync(web);

        var result = await client.CallToolAsync(tool, new Dictionary<string, object?> { [argument] = value });

        result.IsError.ShouldBe(true);
        result.Content.OfType<TextContentBlock>().Single().Text.ShouldContain(remedy);
    }

    [Fact]
    public async Task Where_a_key_is_demanded_tools_need_it_too()
    {
        await using var web = await RunningWeb.StartAsync([Stories.Bridge], new Dictionary<string, string?>(On) { ["Web:RequireApiKey"] = "true" });

        using var response = await web.Client.PostAsync("/mcp", new StringContent("{}"));

        response.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static Task<McpClient> ConnectAsync(RunningWeb web) => McpClient.CreateAsync(
        new HttpClientTransport(new HttpClientTransportOptions { Endpoint = new Uri(web.Client.BaseAddress!, "/mcp"), TransportMode = HttpTransportMode.StreamableHttp }));

    private static async Task<JsonElement> CallAsync(McpClient client, string tool, params (string Name, string Value)[] arguments)
    {
        var result = await client.CallToolAsync(tool, arguments.ToDictionary(argument => argument.Name, argument => (object?)argument.Value));
        var text = result.Content.OfType<TextContentBlock>().Single().Text;
        result.IsError.ShouldNotBe(true, text);
        return JsonDocument.Parse(text).RootElement.Clone();
    }
}
