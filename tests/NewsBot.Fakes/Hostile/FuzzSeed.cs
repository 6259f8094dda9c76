using System.IO.Compression;
using System.Text;

namespace NewsBot.Fakes.Hostile;

/// <summary>A file that fuzzing starts from.</summary>
/// <param name="Name">Its file name; the ending may tell its kind.</param>
/// <param name="Bytes">What it holds.</param>
public sealed record FuzzSeed(string Name, byte[] Bytes)
{
    private const string Json = """
        {"id":"a1","headline":"Ferry late again","content":"The ferry was late.\n\nNobody was surprised.","url":"https://example.org/a","authors":["Ada Finch",{"name":"Tom Reed"}],"publish_date":"2024-03-05T09:30:00+01:00","source":"Example Post","language":"en"}
        {"id":"a2","title":"Bridge opens","text":"The bridge opened on Monday, said the mayor.","published":"2024-03-06"}
        """;

    private const string Atom = """
        <?xml version="1.0"?><!DOCTYPE feed [<!ENTITY a "b">]><feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Example Post</title><entry><title type="html">Ferry &amp;amp; bridge</title>
        <link href="/a"/><id>urn:a</id><updated>2024-03-05T09:30:00Z</updated><author><name>Ada Finch</name></author><content type="html"><![CDATA[<p>The ferry was late.</p><p>Nobody was surprised by it, said the master of the harbour.</p>]]></content></entry></feed>
        """;

    private const string JsonFeed = """{"version":"https://jsonfeed.org/version/1.1","title":"Example Post","items":[{"id":"1","url":"https://example.org/a","title":"Ferry late","content_html":"<p>The ferry was late, and nobody was surprised by it.</p>","date_published":"2024-03-05T09:30:00Z"}]}""";

    private const string Markdown = "---\ntitle: \"Ferry late\"\nauthor: Ada Finch\ndate: 2024-03-05\n---\n\n# Ferry late\n\nThe ferry was *late*, as [ever](https://example.org).\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> Nobody was surprised.\n\n- one\n- two\n";

    private const string Record = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5c\r\n<html><body><article><h1>Ferry late</h1><p>The ferry was late, and nobody was surprised.</p>\r\n0\r\n\r\n";

    /// <summary>Invented files of every format, and the pages of the project's sample archive.</summary>
    public static IReadOnlyList<FuzzSeed> Invented() =>
    [
        .. Files(Path.Combine(SharedData.ProjectRoot()!, "src", "NewsBot", "Sample")),
        new("a.jsonl", Encoding.UTF8.GetBytes(Json)),
        new("a.atom", Encoding.UTF8.GetBytes(Atom)),
        new("feed.json", Encoding.UTF8.GetBytes(JsonFeed)),
        new("a.md", Encoding.UTF8.GetBytes(Markdown)),
        new("a.warc", Encoding.UTF8.GetBytes($"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\nWARC-Date: 2024-03-05T09:30:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {Record.Length}\r\n\r\n{Record}\r\n\r\n")),
        new("a.jsonl.gz", Packed(Encoding.UTF8.GetBytes(Json))),
        new("a.zip", Zipped(("a.jsonl", Json), ("b/a.md", Markdown), ("c.atom", Atom))),
    ];

    /// <summary>Real pages, feeds and web archives; empty where the shared folder is absent.</summary>
    public static IReadOnlyList<FuzzSeed> Shared() =>
        [.. new[] { "html-extraction", "html-dates", "feeds", "warc" }.Select(folder => SharedData.PathOf("data", folder)).Where(path => path.Length > 0).SelectMany(Files)];

    private static IEnumerable<FuzzSeed> Files(string folder) => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
        .Where(file => Path.GetExtension(file) is not (".jsonl" or ".md") && Path.GetFileName(file) != "ground-truth.json")
        .Order(StringComparer.Ordinal)
        .Select(file => file.EndsWith(".html.gz", StringComparison.Ordinal) ? new FuzzSeed(Path.GetFileName(file)[..^3], Unpacked(File.ReadAllBytes(file))) : new FuzzSeed(Path.GetFileName(file), File.ReadAllBytes(file)));

    private static byte[] Packed(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Unpacked(byte[] bytes)
    {
        using var unpacked = new MemoryStream();
        using var gzip = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        gzip.CopyTo(unpacked);
        return unpacked.ToArray();
    }

    private static byte[] Zipped(params ReadOnlySpan<(string Name, string Text)> files)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
