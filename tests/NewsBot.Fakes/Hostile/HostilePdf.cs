using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace NewsBot.Fakes.Hostile;

/// <summary>A PDF that was built to be expensive: circles, trees without end, streams that unpack to a thousand times their size.</summary>
/// <param name="Name">What is too much of.</param>
/// <param name="Reason">Why it is no article, or null where extraction finds one in it.</param>
/// <param name="Build">Makes the file.</param>
public sealed record HostilePdf(string Name, string? Reason, Func<byte[]> Build)
{
    private const string TooCostly = "the PDF asks for more memory or time than any article does (streams that unpack without end, or drawings in drawings); print it to a new PDF and ingest that";
    private const string NoText = "the PDF holds no text, it may be a scan; run text recognition on it first";
    private const string NotReadable = "it is not readable as PDF; open it in a viewer and save it again";
    private const string Font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";
    private const string Words = "BT /F1 12 Tf 50 700 Td (The ferry was late on Monday, said the master of the harbour.) Tj ET\n";

    /// <summary>All of them. Object 1 is the catalog, 2 the page tree, 3 the font, 4 the page and 5 its content where nothing else is said.</summary>
    public static IReadOnlyList<HostilePdf> All { get; } =
    [
        new("a page tree in itself", null, () => File("<< /Type /Pages /Kids [2 0 R 4 0 R] /Count 2 >>", Page(), Stream(Words))),
        new("a page that is its own parent", NoText, () => File(Pages, "<< /Type /Page /Parent 4 0 R /Contents 5 0 R >>", Stream(Words))),
        new("a page tree 20,000 deep", null, () => File("<< /Type /Pages /Kids [6 0 R] /Count 1 >>", [Page(), Stream(Words), .. Numbers(20_000).Select(i => Ascii($"<< /Type /Pages /Parent {(i == 0 ? 2 : i + 5)} 0 R /Count 1 /Kids [{(i == 19_999 ? 4 : i + 7)} 0 R] >>"))])),
        new("100,000 times one page", null, () => File($"<< /Type /Pages /Kids [{Repeat(100_000, "4 0 R ")}] /Count 100000 >>", Page(), Stream(Words))),
        new("100,000 objects", null, () => File(Pages, [Page(), Stream(Words), .. Numbers(100_000).Select(i => Ascii($"[{i}]"))])),
        new("arrays nested without end", NoText, () => File(Pages, Ascii("<< /Type /Page /Parent 2 0 R /X " + new string('[', 500_000) + " >>"), Stream(Words))),
        new("dictionaries nested without end", NoText, () => File(Pages, Ascii("<< /Type /Page /Parent 2 0 R /X " + Repeat(300_000, "<</A ") + " >>"), Stream(Words))),
        new("content nested without end", NotReadable, () => File(Pages, Page(), Stream(new string('[', 500_000)))),
        new("content of a billion blanks", TooCostly, () => File(Pages, Page(), Packed(1_000_000_000, 1))),
        new("content packed three times", TooCostly, () => File(Pages, Page(), Packed(1_000_000_000, 3))),
        new("content of 3 million operators", null, () => File(Pages, Page(), Stream(Repeat(3_000_000, "q Q ") + Words))),
        new("2 million states that are never given back", TooCostly, () => File(Pages, Page(), Stream(Repeat(2_000_000, "q ") + Words))),
        new("a million paths", null, () => File(Pages, Page(), Stream(Repeat(500_000, "0 0 m 9 9 l S ") + Words))),
        new("a million letters on a page", TooCostly, () => File(Pages, Page(), Stream("BT /F1 1 Tf " + Repeat(15_000, "1 0 0 1 9 9 Tm (The ferry was late on Monday, said the master of the harbour.) Tj ") + "ET"))),
        new("60,000 letters, each at a place of its own", null, () => File(Pages, Page(), Stream("BT /F1 3 Tf " + string.Concat(Numbers(60_000).Select(i => $"1 0 0 1 {i * 7919 % 600} {i * 104_729 % 800} Tm (x) Tj ")) + "ET"))),
        new("a million lines on 200 pages", null, () => File($"<< /Type /Pages /Kids [{Repeat(200, "4 0 R ")}] /Count 200 >>", Page(), Stream("BT /F1 3 Tf " + string.Concat(Numbers(700).Select(i => $"1 0 0 1 {i % 9 * 60} {i / 9 * 9} Tm (The ferry) Tj ")) + "ET"))),
        new("a form that draws itself", null, () => File(Pages, "<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /X 6 0 R >> >> >>", Stream(Words + "/X Do"), Form("/X Do", 6))),
        new("forms that draw ten others each", TooCostly, () => File(Pages, [Ascii("<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /X 6 0 R >> >> >>"), Stream(Words + "/X Do"), .. Numbers(9).Select(i => Form(Repeat(10, "/X Do "), i + 7)), Form(Words, 0)])),
        new("packed forms that draw ten others each", TooCostly, () => File(Pages, [Ascii("<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /X 6 0 R >> >> >>"), Stream(Words + "/X Do"), .. Numbers(9).Select(i => PackedForm(Repeat(10, "/X Do "), i + 7)), PackedForm(Words, 0)])),
        new("a few forms that draw others", null, () => File(Pages, [Ascii("<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> /XObject << /X 6 0 R >> >> >>"), Stream(Words + "/X Do"), .. Numbers(3).Select(i => PackedForm(Repeat(10, "/X Do "), i + 7)), PackedForm(Words, 0)])),
        new("fonts that are missing", NoText, () => File(Pages, "<< /Type /Page /Parent 2 0 R /Contents 5 0 R >>", Stream(Words))),
        new("a length that asks for itself", NotReadable, () => File(Pages, Page(), Ascii("<< /Length 5 0 R >>\nstream\n" + Words + "endstream"))),
        new("a table of objects that comes before itself", null, () => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(File(Pages, Page(), Stream(Words))).Replace("/Root", "/Prev 9 /Root", StringComparison.Ordinal))),
        new("an inline picture without end", NotReadable, () => File(Pages, Page(), Stream(Words + "BI /W 1 /H 1 ID " + new string('x', 5_000_000)))),
        new("a table of letters of 60,000 lines", null, () => File(Pages, [Page(), Stream(Words), .. new[] { Stream("1 begincodespacerange <0000> <FFFF> endcodespacerange " + Repeat(60_000, "1 beginbfrange <0000> <FFFF> <0000> endbfrange ")) }])),
        new("RunLength without end", TooCostly, () => File(Pages, Page(), Filtered("/RunLengthDecode", [.. Enumerable.Repeat((byte[])[0x81, 0x20], 5_000_000).SelectMany(pair => pair)]))),
        new("LZW without end", TooCostly, () => File(Pages, Page(), Filtered("/LZWDecode", new byte[15_000_000]))),
        new("hexadecimal in hexadecimal", TooCostly, () => File(Pages, Page(), Filtered("[" + Repeat(2_000, "/ASCIIHexDecode ") + "]", Encoding.ASCII.GetBytes(new string('2', 4_000_000))))),
        new("locked", "the PDF is locked with a password; save it without one", () => Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(File(Pages, Page(), Stream(Words))).Replace("/Root", $"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ({new string('a', 32)}) /U ({new string('b', 32)}) >> /ID [(a) (a)] /Root", StringComparison.Ordinal))),
        new("no text", NoText, () => File(Pages, Page(), Stream("0 0 m 9 9 l S"))),
    ];

    private const string Pages = "<< /Type /Pages /Kids [4 0 R] /Count 1 >>";

    private static byte[] Page() => Ascii("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>");

    private static byte[] Form(string content, int next) => Ascii(string.Create(
        CultureInfo.InvariantCulture,
        $"<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> /XObject << /X {next} 0 R >> >> /Length {content.Length} >>\nstream\n{content}\nendstream"));

    private static byte[] PackedForm(string content, int next)
    {
        var packed = Compressed(stream => stream.Write(Ascii(content)));
        return [.. Ascii(string.Create(CultureInfo.InvariantCulture, $"<< /Type /XObject /Subtype /Form /BBox [0 0 612 792] /Filter /FlateDecode /Resources << /Font << /F1 3 0 R >> /XObject << /X {next} 0 R >> >> /Length {packed.Length} >>\nstream\n")), .. packed, .. "\nendstream"u8];
    }

    private static byte[] Stream(string content) => Ascii(string.Create(CultureInfo.InvariantCulture, $"<< /Length {content.Length} >>\nstream\n{content}\nendstream"));

    private static byte[] Filtered(string filter, byte[] bytes) =>
        [.. Ascii(string.Create(CultureInfo.InvariantCulture, $"<< /Length {bytes.Length} /Filter {filter} >>\nstream\n")), .. bytes, .. "\nendstream"u8];

    private static byte[] Packed(long length, int times)
    {
        var bytes = Compressed(stream =>
        {
            var blanks = Enumerable.Repeat((byte)' ', 1_000_000).ToArray();
            for (var written = 0L; written < length; written += blanks.Length)
            {
                stream.Write(blanks);
            }
        });
        for (var time = 1; time < times; time++)
        {
            var inner = bytes;
            bytes = Compressed(stream => stream.Write(inner));
        }

        return Filtered("[" + Repeat(times, "/FlateDecode ") + "]", bytes);
    }

    private static byte[] Compressed(Action<Stream> write)
    {
        using var packed = new MemoryStream();
        using (var deflate = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            write(deflate);
        }

        return packed.ToArray();
    }

    private static byte[] File(string pages, string page, params byte[][] rest) => File(pages, [Ascii(page), .. rest]);

    private static byte[] File(string pages, params byte[][] rest)
    {
        using var file = new MemoryStream();
        var places = new List<long>();
        file.Write("%PDF-1.7\n"u8);
        byte[][] objects = [Ascii("<< /Type /Catalog /Pages 2 0 R >>"), Ascii(pages), Ascii(Font), .. rest];
        foreach (var (index, content) in objects.Index())
        {
            places.Add(file.Position);
            file.Write(Ascii(string.Create(CultureInfo.InvariantCulture, $"{index + 1} 0 obj\n")));
            file.Write(content);
            file.Write("\nendobj\n"u8);
        }

        var start = file.Position;
        var table = new StringBuilder("xref\n").Append(CultureInfo.InvariantCulture, $"0 {objects.Length + 1}\n0000000000 65535 f \n");
        places.ForEach(place => table.Append(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        table.Append(CultureInfo.InvariantCulture, $"trailer\n<< /Size {objects.Length + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF");
        file.Write(Ascii(table.ToString()));
        return file.ToArray();
    }

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(0, count);

    private static byte[] Ascii(string text) => Encoding.Latin1.GetBytes(text);

    private static string Repeat(int count, string text) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    /// <inheritdoc/>
    public override string ToString() => Name;
}
