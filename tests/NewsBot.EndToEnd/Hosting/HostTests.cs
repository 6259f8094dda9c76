using System.Net;
using NewsBot.EndToEnd.Programs;
using NewsBot.Fakes;

namespace NewsBot.EndToEnd.Hosting;

/// <summary>The host as its operator meets it: first start, page, lock, clean end.</summary>
public sealed class HostTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string DataFolder => _folder.File("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_first_start_loads_the_sample_says_so_and_shows_an_answer_with_its_quotes()
    {
        await using var host = await ServingProgram.StartAsync(DataFolder, verb: null);

        await host.WaitUntilAsync("Press Ctrl-C", "articles searched");
        host.Errors.ShouldContain("40 invented articles");
        host.Errors.ShouldContain(host.Address.GetLeftPart(UriPartial.Authority));
        host.Errors.ShouldContain("NEWSBOT_Discord__ApplicationId", Case.Sensitive);
        host.Output.ShouldContain("second escape shaft");
        host.Output.ShouldContain("Sources");
        string.Join(' ', host.Output.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ShouldContain("Selwick Tribune (invented sample)");
    }

    [Fact]
    public async Task The_page_answers_a_question_of_the_sample_without_scripts()
    {
        await using var host = await ServingProgram.StartAsync(DataFolder, verb: null);
        using var browser = new HttpClient { BaseAddress = host.Address };

        var page = await browser.GetStringAsync("/?q=" + Uri.EscapeDataString("Why did the cost of the harbour tunnel increase?"));

        page.ShouldContain("second escape shaft");
        page.ShouldContain("/articles/");
    }

    [Fact]
    public async Task Serve_never_loads_the_sample()
    {
        await using var host = await ServingProgram.StartAsync(DataFolder);

        var stats = await NewsBotProgram.RunAsync("archives", "list", "--data", DataFolder);

        stats.Output.ShouldContain("There is no archive yet");
    }

    [Fact]
    public async Task SIGTERM_ends_the_host_cleanly_with_0()
    {
        await using var host = await ServingProgram.StartAsync(DataFolder);

        (await host.StopAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task It_lives_and_is_ready()
    {
        await using var host = await ServingProgram.StartAsync(DataFolder, verb: null);
        using var probe = new HttpClient { BaseAddress = host.Address };

        (await probe.GetAsync("/healthz/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await probe.GetAsync("/healthz/ready")).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await NewsBotProgram.RunAsync("doctor", "--live", host.Address.ToString())).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_second_writer_is_told_who_holds_the_folder_and_readers_may_read()
    {
        await using var host = await ServingProgram.StartAsync(DataFolder, verb: null);

        var remove = await NewsBotProgram.RunAsync("articles", "remove", "any", "--data", DataFolder);
        var ask = await NewsBotProgram.RunAsync("ask", "Why did the cost of the harbour tunnel increase?", "--json", "--data", DataFolder);

        remove.ExitCode.ShouldBe(1);
        remove.Errors.ShouldContain("process");
        remove.Errors.ShouldContain(host.Address.GetLeftPart(UriPartial.Authority));
        ask.ExitCode.ShouldBe(0, ask.Errors);
    }

    [Fact]
    public async Task The_running_host_takes_an_ingest_over_and_answers_from_it()
    {
        await using var host = await ServingProgram.StartAsync(DataFolder, verb: null);
        using var browser = new HttpClient { BaseAddress = host.Address };

        var ingest = await NewsBotProgram.RunAsync("ingest", await WriteArticleAsync(), "--json", "--data", DataFolder);

        ingest.ExitCode.ShouldBe(0, ingest.Errors);
        ingest.Errors.ShouldContain("takes this over");
        ingest.Json().GetProperty("added").GetInt64().ShouldBe(1);
        await host.WaitUntilAsync("Removed the 40 sample articles");
        (await NewsBotProgram.RunAsync("ask", "Who cut the ribbon at the bridge?", "--data", DataFolder)).Output.ShouldContain("Ines Calder");
    }

    [Fact]
    public async Task An_address_in_use_is_named_with_the_setting_that_changes_it()
    {
        await using var host = await ServingProgram.StartAsync(DataFolder);
        var environment = new Dictionary<string, string> { ["NEWSBOT_Web__Urls"] = host.Address.GetLeftPart(UriPartial.Authority) };
        using var second = NewsBotProgram.Start(["serve", "--data", _folder.File("other")], environment: environment);

        var errors = await second.StandardError.ReadToEndAsync();
        await second.WaitForExitAsync();

        second.ExitCode.ShouldBe(1);
        errors.ShouldContain("is in use");
        errors.ShouldContain("NEWSBOT_Web__Urls");
        errors.Trim().ShouldNotContain('\n', "one line says it all");
    }

    [Theory]
    [InlineData("Web__Urls", "http://127.0.0.1:80999", "Web:Urls is 'http://127.0.0.1:80999'")]
    [InlineData("Web__Urls", "https://127.0.0.1:5080", "reverse proxy")]
    [InlineData("Web__UploadMegabytes", "many", "Web:UploadMegabytes is 'many'")]
    [InlineData("Web__LinkLifetime", "a month", "Web:LinkLifetime is 'a month': set it to a time such as")]
    [InlineData("Discord__Gateway", "perhaps", "Discord:Gateway is 'perhaps': set it to true or false")]
    [InlineData("Answering__LeastConfidence", "low", "Answering:LeastConfidence is 'low'")]
    public async Task A_setting_that_cannot_be_used_ends_the_start_with_one_line_that_names_it(string setting, string value, string expected)
    {
        var environment = new Dictionary<string, string> { ["NEWSBOT_" + setting] = value };
        using var host = NewsBotProgram.Start(["serve", "--data", DataFolder], environment: environment);

        var errors = await host.StandardError.ReadToEndAsync();
        await host.WaitForExitAsync();

        host.ExitCode.ShouldBe(1);
        errors.ShouldContain(expected);
        errors.Trim().ShouldNotContain('\n', "one line says it all");
    }

    [Fact]
    public async Task The_first_ingest_of_real_articles_removes_the_sample_and_says_so()
    {
        (await NewsBotProgram.RunAsync("ingest", "--sample", "--data", DataFolder)).ExitCode.ShouldBe(0);

        var ingest = await NewsBotProgram.RunAsync("ingest", await WriteArticleAsync(), "--data", DataFolder);
        var stats = await NewsBotProgram.RunAsync("stats", "--json", "--data", DataFolder);
        var ask = await NewsBotProgram.RunAsync("ask", "Why did the cost of the harbour tunnel increase?", "--data", DataFolder);

        ingest.Errors.ShouldContain("40 sample articles were removed");
        stats.Json().GetProperty("articles").GetInt64().ShouldBe(1);
        ask.ExitCode.ShouldBe(3);
    }

    [Fact]
    public async Task The_doctor_names_what_was_set_and_is_read_by_nothing()
    {
        var environment = new Dictionary<string, string> { ["NEWSBOT_Discord__PublikKey"] = "1", ["NEWSBOT_DATA"] = DataFolder };

        var doctor = await NewsBotProgram.RunWithAsync(environment, "doctor");

        doctor.ExitCode.ShouldBe(1);
        doctor.Output.ShouldContain("FAIL  Settings: Discord:PublikKey is set and read by nothing. Did you mean Discord:PublicKey?");
    }

    [Fact]
    public async Task What_was_acknowledged_survives_a_kill()
    {
        var host = await ServingProgram.StartAsync(DataFolder, verb: null);
        await host.KillAsync();

        var again = await NewsBotProgram.RunAsync("stats", "--json", "--data", DataFolder);
        var ask = await NewsBotProgram.RunAsync("ask", "Why did the cost of the harbour tunnel increase?", "--json", "--data", DataFolder);

        again.Json().GetProperty("articles").GetInt64().ShouldBe(40);
        ask.ExitCode.ShouldBe(0, ask.Errors);
    }

    private async Task<string> WriteArticleAsync()
    {
        var file = _folder.File("article.txt");
        await File.WriteAllTextAsync(file, "Bridge opens in Eastmoor\n\nThe new bridge over the Ember opened on Monday. Mayor Ines Calder cut the ribbon at noon.\n");
        return file;
    }
}
