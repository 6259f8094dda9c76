using System.Globalization;
using System.Text;
using NewsBot.Archive;
using NewsBot.EndToEnd.Programs;
using NewsBot.Fakes;

namespace NewsBot.EndToEnd.Ingestion;

public sealed class KilledIngestTests : IDisposable
{
    private const int Kills = 20;
    private const int Stories = 8_000;

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task An_ingest_that_is_killed_at_twenty_moments_ends_with_the_same_archive_as_an_undisturbed_one()
    {
        var input = folder.File("stories.jsonl");
        await File.WriteAllTextAsync(input, Lines(), TestContext.Current.CancellationToken);
        var random = new Random(20);
        for (var kill = 0; kill < Kills; kill++)
        {
            await KillAsync(input, TimeSpan.FromMilliseconds(random.Next(400)));
        }

        var ended = await NewsBotProgram.RunAsync("ingest", input, "--data", folder.File("killed"), "--json");
        var undisturbed = await NewsBotProgram.RunAsync("ingest", input, "--data", folder.File("undisturbed"), "--json");

        ended.ExitCode.ShouldBe(0, ended.Errors);
        undisturbed.ExitCode.ShouldBe(0, undisturbed.Errors);
        Contents("killed").ShouldBe(Contents("undisturbed"));
    }

    private async Task KillAsync(string input, TimeSpan delay)
    {
        using var process = NewsBotProgram.Start(["ingest", input, "--data", folder.File("killed"), "--json"]);
        var claim = folder.File("killed/writer.json");
        for (var waited = 0; waited < 400 && !process.HasExited && !(File.Exists(claim) && (await TextOf(claim)).Contains(process.Id.ToString(CultureInfo.InvariantCulture))); waited++)
        {
            await Task.Delay(25, TestContext.Current.CancellationToken);
        }

        await Task.Delay(delay, TestContext.Current.CancellationToken);
        process.Kill();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> TextOf(string path)
    {
        try
        {
            return await File.ReadAllTextAsync(path);
        }
        catch (IOException)
        {
            // The program is replacing the file at this moment.
            return "";
        }
    }

    private List<string> Contents(string data)
    {
        using var store = ArchiveStore.Open(folder.File(data), StoreAccess.Read, TimeProvider.System);
        return
        [
            .. store.ChangesAfter(ArchiveName.Default, 0, int.MaxValue).Select(change => change.Article.ShouldNotBeNull()).OrderBy(article => article.PublicId, StringComparer.Ordinal)
                .Select(article => $"{article.PublicId} {article.Version} {article.Title} {article.Text} {article.Standing.Cluster} {article.Standing.SupersededBy} {store.PassagesOf(ArchiveName.Default, article.Id, article.Version).Count}"),
            $"{store.Statistics(ArchiveName.Default)}",
        ];
    }

    private static string Lines()
    {
        var lines = new StringBuilder();
        for (var number = 0; number < Stories; number++)
        {
            // Every tenth story is a copy of the one before it under another id.
            var story = number % 10 == 9 ? number - 1 : number;
            lines.Append(CultureInfo.InvariantCulture, $$"""{"id":"s{{number}}","title":"Council vote {{story}}","text":"The council of ward {{story}} voted {{story % 13}} to {{story % 7}} on Monday to spend {{story * 31}} dollars on street {{story * 17}}, the clerk of ward {{story}} said. The work begins in week {{story % 52}} and ends {{story % 9}} months later, according to plan number {{story * 7}}.","published":"2024-03-05"}""").Append('\n');
        }

        return lines.ToString();
    }
}
