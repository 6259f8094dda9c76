using System.Text;

namespace NewsBot.Fakes.Hostile;

/// <summary>
/// Changes a file at places that chance chooses: parts cut, doubled, moved, put over from another file, bytes changed, and pieces put in
/// that parsers, decoders and readers of dates stumble over. The same seed and number give the same file.
/// </summary>
public static class Mutation
{
    private const int MostChanges = 16;
    private const int LongestPart = 600;

    /// <summary>What is put in a thousand times makes nesting; more is the business of <see cref="HostilePage"/>.</summary>
    private static readonly int[] Repeats = [1, 1, 1, 1, 2, 20, 400];

    private static readonly byte[][] Pieces =
    [
        .. new[]
        {
            "<", ">", "\"", "'", "&", "</", "<!--", "-->", "<![CDATA[", "]]>", "<?xml version='1.0' encoding='utf-16'?>", "<!DOCTYPE x [<!ENTITY a '&a;&a;'>]>", "<html>", "<body>", "</body>", "<frameset>",
            "<table>", "</table>", "<tr><td>", "<p>", "</p>", "<div>", "</div>", "<a href='javascript:x'>", "</a>", "<b>", "</b>", "<i class=author>", "<h1>", "</h1>", "<svg><title>", "<math><mi>", "<template>", "<select><option>",
            "<textarea>", "<title>", "</title>", "<plaintext>", "<xmp>", "<noscript>", "<iframe>", "<article>", "</article>", "<div class='comments sidebar'>", "<div hidden>", "<time datetime='", "<br><br>", "<ul><li>", "<form><input type=password>",
            "<meta charset=utf-7>", "<meta charset=shift_jis>", "<meta charset=iso-2022-jp>", "<meta property='og:title' content='", "<meta name=author content='", "<link rel=canonical href='http://[::", "<base href='x://'>",
            "<script>", "</script>", "<script type='application/ld+json'>", "{\"@type\":\"NewsArticle\",", "\"headline\":\"\\ud83d\",", "\"author\":{\"name\":[{\"name\":null}]},", "\"datePublished\":\"9999-12-31T23:59:59-14:00\",", "\"@id\":{\"@id\":", "\"wordCount\":1e999,", "\"\\ud800\"", "[[[[", "{\"a\":",
            "&#0;", "&#xD800;", "&#x110000;", "&#1114111;", "&#x202E;", "&amp;lt;b&amp;gt;", "&NotEqualTilde;", "&#xFEFF;", "0001-01-01", "9999-12-31", "2024-13-45", "31.02.2024", "1/1/00", "29 February 2023", "99999999999999999999", "1e400", "-1", "1970-01-01T00:00:00+99:99", "年月日", "Posted on ",
            "> ", "- ", "* ", "[", "![", "](", "*a ", "_", "`", "```\n", "| a | b |\n|---|---|\n", "---\n", "# ", "<b>", "By ", "By Ada Finch and ", "Source: ", "Published: ", "URL: ", "\n\n", "\r", "\t", "\u2028", "\u0085", "\u00AD", "\u200B", "e\u0301\u0327\u0308", "\uFFFD", "\uFEFF", "\uD83D\uDE00", "İ", "ﬁ", "ß", " - ", " | ", "http://a.example/", "WARC/1.0\r\n", "Content-Length: 99999999999\r\n", "Content-Length: -1\r\n", "Transfer-Encoding: chunked\r\n", "ffffffff\r\n", "%PDF-1.7", "PK\u0003\u0004", "endobj", "stream\n", "<< /Length 1 0 R >>",
        }.Select(Encoding.UTF8.GetBytes),
        [0x00], [0xFF], [0xFE, 0xFF], [0xFF, 0xFE], [0xEF, 0xBB, 0xBF], [0xC3], [0xE2, 0x80], [0xF0, 0x9F, 0x98], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0x1B, 0x24, 0x42], [0x1B], [0x8E], [0x0B, 0x0C], [0x1F, 0x8B], [0x1A],
    ];

    private static readonly string?[] Labels =
    [
        null, null, "text/html", "text/html; charset=utf-8", "text/html; charset=iso-8859-1", "text/html; charset=windows-1251", "text/html; charset=shift_jis", "text/html; charset=utf-16", "text/html; charset=utf-7", "text/html; charset=iso-2022-kr",
        "text/plain", "text/markdown", "application/json", "application/rss+xml", "application/octet-stream", "; charset=\"", "text/html; charset=x-mac-ce",
    ];

    /// <summary>A case: a changed file and how its sender labels it.</summary>
    /// <param name="seeds">The files to start from.</param>
    /// <param name="seed">What all cases of a run share.</param>
    /// <param name="number">The case's number.</param>
    public static (FuzzSeed File, string? ContentType) Of(IReadOnlyList<FuzzSeed> seeds, int seed, int number)
    {
        var random = new Random(HashCodeOf(seed, number));
        var file = seeds[random.Next(seeds.Count)];
        var other = seeds[random.Next(seeds.Count)];
        var bytes = file.Bytes.ToList();
        for (var changes = random.Next(1, MostChanges); changes > 0; changes--)
        {
            Change(bytes, other.Bytes, random);
        }

        return (new FuzzSeed(file.Name, [.. bytes]), Labels[random.Next(Labels.Length)]);
    }

    private static int HashCodeOf(int seed, int number) => unchecked((seed * 1_000_003) + (number * 7_919));

    private static void Change(List<byte> bytes, byte[] other, Random random)
    {
        var at = random.Next(bytes.Count + 1);
        var length = Math.Min(random.Next(1, LongestPart), bytes.Count - at);
        switch (random.Next(7))
        {
            case 0:
                bytes.RemoveRange(at, length);
                break;
            case 1:
                bytes.InsertRange(random.Next(bytes.Count + 1), bytes.GetRange(at, length));
                break;
            case 2 when length > 0:
                bytes[at] = (byte)random.Next(256);
                break;
            case 3 when other.Length > 0:
                var from = random.Next(other.Length);
                bytes.InsertRange(at, other.AsSpan(from, Math.Min(random.Next(1, LongestPart), other.Length - from)).ToArray());
                break;
            case 4 when random.Next(8) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            default:
                var piece = Pieces[random.Next(Pieces.Length)];
                for (var repeats = Repeats[random.Next(Repeats.Length)]; repeats > 0; repeats--)
                {
                    bytes.InsertRange(at, piece);
                }

                break;
        }
    }
}
