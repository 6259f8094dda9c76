using System.Globalization;
using System.Text;
using NewsBot.EndToEnd.Programs;
using NewsBot.Fakes;

namespace NewsBot.EndToEnd.Ingestion;

/// <summary>What a job leaves does not stay in memory: the built program works through it in a heap that cannot hold it.</summary>
public sealed class MemoryTests : IDisposable
{
    /// <summary>117 MB: a program that collected the names of the items would end.</summary>
    private static readonly Dictionary<string, string> InASmallHeap = new() { ["DOTNET_GCHeapHardLimit"] = "0x7000000" };

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Failed_items_are_told_without_being_held_in_memory()
    {
        const int pages = 16_000;
        var file = folder.File("pages.warc");
        await File.WriteAllTextAsync(file, WebArchiveOf(pages, addressLength: 4_000));

        var run = await NewsBotProgram.RunWithAsync(InASmallHeap, "ingest", file, "--json", "--data", folder.File("data"));
        var all = await NewsBotProgram.RunWithAsync(InASmallHeap, "jobs", "show", "1", "--all", "--json", "--data", folder.File("data"));

        run.Errors.ShouldNotContain("Out of memory");
        run.Json().GetProperty("failed").GetArrayLength().ShouldBe(pages);
        all.ExitCode.ShouldBe(0, all.Errors);
        all.Json().GetProperty("last_errors").GetArrayLength().ShouldBe(pages);
    }

    private static string WebArchiveOf(int pages, int addressLength)
    {
        const string response = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<html><body><p>Nothing here.</p></body></html>";
        var archive = new StringBuilder();
        for (var page = 0; page < pages; page++)
        {
            archive.Append(CultureInfo.InvariantCulture, $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://herald.example/{page}/{new string('n', addressLength)}\r\n")
                .Append(CultureInfo.InvariantCulture, $"Content-Type: application/http; msgtype=response\r\nContent-Length: {response.Length}\r\n\r\n{response}\r\n\r\n");
        }

        return archive.ToString();
    }
}
