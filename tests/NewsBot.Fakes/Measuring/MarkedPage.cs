using System.IO.Compression;
using System.Text.Json;

namespace NewsBot.Fakes.Measuring;

/// <summary>A real page whose article body a person marked.</summary>
/// <param name="Id">Its name in the set.</param>
/// <param name="Url">Its address.</param>
/// <param name="Html">Its bytes.</param>
/// <param name="Body">The marked body.</param>
public sealed record MarkedPage(string Id, string Url, byte[] Html, string Body)
{
    /// <summary>Reads a folder with <c>ground-truth.json</c> and <c>html/ID.html.gz</c>, in the order of the ids.</summary>
    public static IReadOnlyList<MarkedPage> ReadAll(string folder)
    {
        using var truth = JsonDocument.Parse(File.ReadAllBytes(Path.Combine(folder, "ground-truth.json")));
        return
        [
            .. truth.RootElement.EnumerateObject().OrderBy(page => page.Name, StringComparer.Ordinal).Select(page => new MarkedPage(
                page.Name,
                page.Value.GetProperty("url").GetString()!,
                Unpacked(Path.Combine(folder, "html", page.Name + ".html.gz")),
                page.Value.GetProperty("articleBody").GetString()!)),
        ];
    }

    private static byte[] Unpacked(string path)
    {
        using var packed = new GZipStream(File.OpenRead(path), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }
}
