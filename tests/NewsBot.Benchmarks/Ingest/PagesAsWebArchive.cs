using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace NewsBot.Benchmarks.Ingest;

/// <summary>Saved pages as one WARC file, each record packed by itself, as crawlers write it.</summary>
internal static class PagesAsWebArchive
{
    /// <summary>Writes the pages of a folder; the number of pages.</summary>
    public static int Write(string folder, string file)
    {
        var pages = Directory.EnumerateFiles(folder, "*.html*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToList();
        using var archive = File.Create(file);
        for (var number = 0; number < pages.Count; number++)
        {
            using var record = new GZipStream(archive, CompressionLevel.Fastest, leaveOpen: true);
            var body = Bytes(pages[number]);
            var head = Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
            record.Write(Encoding.ASCII.GetBytes(string.Create(
                CultureInfo.InvariantCulture,
                $"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://pages.example/{number}\r\nWARC-Date: 2024-03-05T09:30:00Z\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: {head.Length + body.Length}\r\n\r\n")));
            record.Write(head);
            record.Write(body);
            record.Write("\r\n\r\n"u8);
        }

        return pages.Count;
    }

    private static byte[] Bytes(string page)
    {
        if (!page.EndsWith(".gz", StringComparison.Ordinal))
        {
            return File.ReadAllBytes(page);
        }

        using var packed = new GZipStream(File.OpenRead(page), CompressionMode.Decompress);
        using var bytes = new MemoryStream();
        packed.CopyTo(bytes);
        return bytes.ToArray();
    }
}
