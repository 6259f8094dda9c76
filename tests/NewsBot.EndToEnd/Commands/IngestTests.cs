using System.IO.Compression;
using System.Text;
using NewsBot.EndToEnd.Programs;
using NewsBot.Fakes;

namespace NewsBot.EndToEnd.Commands;

/// <summary>Ingesting with the built program: relative paths, second runs, bad files beside good ones.</summary>
public sealed class IngestTests : IDisposable
{
    private const string Article = """{"id":"a-1","headline":"Bridge opens in Eastmoor","content":"The new bridge over the Ember opened on Monday.\n\nMayor Ines Calder cut the ribbon at noon.","publish_date":"2024-05-06","source":"Eastmoor Echo"}""";

    private readonly TemporaryFolder _folder = new();

    private string DataFolder => _folder.File("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Relative_paths_belong_to_the_folder_that_the_user_is_in()
    {
        Directory.CreateDirectory(_folder.File("news"));
        await File.WriteAllTextAsync(_folder.File("news/bridge.json"), Article);

        var run = await NewsBotProgram.RunInAsync(_folder.Path, null, "ingest", "news", "--json", "--data", "data");

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Json().GetProperty("articles")[0].GetString().ShouldBe("a-1");
        Directory.Exists(DataFolder).ShouldBeTrue();
    }

    [Fact]
    public async Task Many_failures_are_told_by_their_reasons_and_every_one_can_be_asked_for()
    {
        var file = _folder.File("lines.jsonl");
        await File.WriteAllLinesAsync(file, Enumerable.Range(0, 500).Select(number => number == 400 ? Article : "{\"id\":\"x\"}"));

        var run = await NewsBotProgram.RunAsync("ingest", file, "--data", DataFolder);
        var all = await NewsBotProgram.RunAsync("jobs", "show", "1", "--all", "--json", "--data", DataFolder);

        run.ExitCode.ShouldBe(0, run.Errors);
        run.Output.ShouldContain($"499 items, the first is {file}:1: the object has no text".Split('/')[0]);
        run.Output.ShouldContain("'newsbot jobs show 1 --all' names every item.");
        run.Output.Split('\n').Length.ShouldBeLessThan(10);
        all.Json().GetProperty("last_errors").GetArrayLength().ShouldBe(499);
    }

    [Fact]
    public async Task A_packed_page_that_was_cut_off_is_not_kept_as_a_whole_one()
    {
        var file = _folder.File("page.html.gz");
        await File.WriteAllBytesAsync(file, Compressed(FakeWebsite.ArticlePage("Cut off", 7))[..^12]);

        var run = await NewsBotProgram.RunAsync("ingest", file, "--data", DataFolder);

        run.ExitCode.ShouldBe(1);
        run.Output.ShouldContain("it is damaged or ends in the middle");
    }

    [Fact]
    public async Task A_job_that_is_done_without_failures_has_nothing_to_go_on_with()
    {
        var file = _folder.File("bridge.json");
        await File.WriteAllTextAsync(file, Article);
        await NewsBotProgram.RunAsync("ingest", file, "--data", DataFolder);

        var retry = await NewsBotProgram.RunAsync("jobs", "retry", "1", "--data", DataFolder);

        retry.ExitCode.ShouldBe(1);
        retry.Errors.ShouldContain("Job 1 has nothing to go on with: it is done.");
    }

    [Fact]
    public async Task Ingesting_twice_changes_nothing()
    {
        var file = _folder.File("bridge.json");
        await File.WriteAllTextAsync(file, Article);
        await NewsBotProgram.RunAsync("ingest", file, "--data", DataFolder);

        var again = (await NewsBotProgram.RunAsync("ingest", file, "--json", "--data", DataFolder)).Json();

        again.GetProperty("unchanged").GetInt64().ShouldBe(1);
        again.GetProperty("added").GetInt64().ShouldBe(0);
    }

    [Fact]
    public async Task Bad_files_fail_with_reasons_and_never_stop_the_good_one()
    {
        var news = Directory.CreateDirectory(_folder.File("news")).FullName;
        await File.WriteAllTextAsync(Path.Combine(news, "good.json"), Article);
        await File.WriteAllTextAsync(Path.Combine(news, "empty.html"), "");
        await File.WriteAllBytesAsync(Path.Combine(news, "binary.html"), [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 1]);
        await File.WriteAllBytesAsync(Path.Combine(news, "nothing.json.gz"), []);
        await File.WriteAllTextAsync(Path.Combine(news, "shape.json"), """{"rows":[1,2,3]}""");
        await File.WriteAllTextAsync(Path.Combine(news, "broken.json"), """{"headline":""");
        await File.WriteAllBytesAsync(Path.Combine(news, "cut.jsonl.gz"), Compressed(Article)[..^12]);

        var run = await NewsBotProgram.RunAsync("ingest", news, "--json", "--data", DataFolder);

        run.ExitCode.ShouldBe(0, run.Errors);
        var summary = run.Json();
        summary.GetProperty("articles").GetArrayLength().ShouldBe(1);
        var failed = summary.GetProperty("failed").EnumerateArray().ToDictionary(
            failure => Path.GetFileName(failure.GetProperty("item").GetString()!.Split('#')[0]),
            failure => failure.GetProperty("reason").GetString()!);
        foreach (var name in new[] { "empty.html", "binary.html", "nothing.json.gz", "shape.json", "broken.json" })
        {
            failed.Keys.ShouldContain(name);
            failed[name].Length.ShouldBeGreaterThan(10);
        }

        failed.Keys.ShouldContain(key => key.StartsWith("cut.jsonl.gz", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Archives_do_not_see_each_other()
    {
        var file = _folder.File("bridge.json");
        await File.WriteAllTextAsync(file, Article);
        await NewsBotProgram.RunAsync("ingest", file, "--data", DataFolder, "--archive", "one");
        await File.WriteAllTextAsync(file, Article.Replace("Eastmoor", "Westmoor", StringComparison.Ordinal).Replace("a-1", "b-1", StringComparison.Ordinal));
        await NewsBotProgram.RunAsync("ingest", file, "--data", DataFolder, "--archive", "two");

        var run = await NewsBotProgram.RunAsync("search", "bridge", "--json", "--data", DataFolder, "--archive", "one");

        run.Json().GetProperty("results").EnumerateArray().Select(result => result.GetProperty("article").GetString()).ShouldBe(["a-1"]);
    }

    [Fact]
    public async Task An_article_is_found_shown_and_removed()
    {
        var file = _folder.File("bridge.json");
        await File.WriteAllTextAsync(file, Article);
        await NewsBotProgram.RunAsync("ingest", file, "--data", DataFolder);

        var list = (await NewsBotProgram.RunAsync("articles", "list", "--json", "--data", DataFolder)).JsonLines();
        var show = (await NewsBotProgram.RunAsync("articles", "show", "a-1", "--json", "--data", DataFolder)).Json();
        var remove = await NewsBotProgram.RunAsync("articles", "remove", "a-1", "--data", DataFolder);
        var gone = await NewsBotProgram.RunAsync("articles", "show", "a-1", "--data", DataFolder);

        list.Single().GetProperty("article").GetString().ShouldBe("a-1");
        show.GetProperty("published").GetString().ShouldBe("2024-05-06");
        remove.ExitCode.ShouldBe(0, remove.Errors);
        gone.ExitCode.ShouldBe(1);
    }

    [Fact]
    public async Task An_export_makes_the_same_archive_again_and_a_backup_the_same_folder()
    {
        var file = _folder.File("bridge.json");
        await File.WriteAllTextAsync(file, Article);
        await NewsBotProgram.RunAsync("ingest", file, "--data", DataFolder);

        var export = await NewsBotProgram.RunAsync("archives", "export", _folder.File("export.jsonl.gz"), "--data", DataFolder);
        var import = await NewsBotProgram.RunAsync("ingest", _folder.File("export.jsonl.gz"), "--json", "--data", _folder.File("second"));
        var backup = await NewsBotProgram.RunAsync("backup", _folder.File("backup.db"), "--data", DataFolder);
        var restore = await NewsBotProgram.RunAsync("restore", _folder.File("backup.db"), "--data", _folder.File("third"));
        var show = await NewsBotProgram.RunAsync("articles", "show", "a-1", "--json", "--data", _folder.File("third"));

        export.ExitCode.ShouldBe(0, export.Errors);
        import.Json().GetProperty("articles")[0].GetString().ShouldBe("a-1");
        backup.ExitCode.ShouldBe(0, backup.Errors);
        restore.ExitCode.ShouldBe(0, restore.Errors);
        show.Json().GetProperty("title").GetString().ShouldBe("Bridge opens in Eastmoor");
    }

    [Fact]
    public async Task Feeds_are_added_listed_and_removed()
    {
        var added = await NewsBotProgram.RunAsync("feeds", "add", "https://news.example/feed", "--every", "2h", "--data", DataFolder);
        var list = await NewsBotProgram.RunAsync("feeds", "list", "--data", DataFolder);
        var remove = await NewsBotProgram.RunAsync("feeds", "remove", "1", "--data", DataFolder);
        var wrong = await NewsBotProgram.RunAsync("feeds", "add", "https://news.example/feed", "--every", "soon", "--data", DataFolder);

        added.ExitCode.ShouldBe(0, added.Errors);
        list.Output.ShouldContain("https://news.example/feed");
        remove.ExitCode.ShouldBe(0, remove.Errors);
        wrong.ExitCode.ShouldBe(2);
        wrong.Errors.ShouldContain("15m");
    }

    [Fact]
    public async Task A_terminal_never_obeys_an_article()
    {
        var file = _folder.File("hostile.json");
        await File.WriteAllTextAsync(file, """{"id":"h","title":"Quarry lake \u001b[31mred\u0007","text":"The quarry lake \u001b]0;owned\u0007 turned @everyone \u202Eback\u202C on <b>Monday</b>, the warden said.","published":"2024-05-06"}""");
        await NewsBotProgram.RunAsync("ingest", file, "--data", DataFolder);

        var run = await NewsBotProgram.RunAsync("ask", "When did the quarry lake turn back?", "--data", DataFolder);
        var search = await NewsBotProgram.RunAsync("search", "quarry lake", "--data", DataFolder);

        foreach (var output in new[] { run.Output, search.Output })
        {
            output.ShouldNotContain("\u001b");
            output.ShouldNotContain("\u0007");
            output.ShouldNotContain("\u202E");
        }

        search.Output.ShouldContain("@everyone");
    }

    private static byte[] Compressed(string text)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Optimal))
        {
            gzip.Write(Encoding.UTF8.GetBytes(text));
        }

        return target.ToArray();
    }
}
