using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace NewsBot.Ingestion.Extraction.Pdf;

/// <summary>
/// How often the drawings of a PDF are drawn. A form that draws ten others, each of which draws ten others, takes a billion steps at nine levels,
/// and the library takes every one of them; so it is counted before, each form once.
/// </summary>
internal sealed class FormGraph
{
    /// <summary>Pages of maps and charts draw some thousands.</summary>
    private const long MostDrawings = 20_000;

    /// <summary>No drawing needs more in each other.</summary>
    private const int DeepestDrawing = 64;

    private readonly Dictionary<IndirectReference, Form> forms = [];
    private readonly Dictionary<IndirectReference, long> drawings = [];

    private FormGraph()
    {
    }

    /// <summary>Whether a form of the file draws more than any page does.</summary>
    /// <param name="pdf">The opened file.</param>
    /// <param name="filters">The bounds within which its streams are unpacked.</param>
    public static bool IsTooCostly(PdfDocument pdf, BoundedFilters filters)
    {
        var graph = new FormGraph();
        foreach (var reference in pdf.Structure.CrossReferenceTable.ObjectOffsets.Keys)
        {
            if (pdf.Structure.GetObject(reference)?.Data is StreamToken stream && stream.StreamDictionary.TryGet(NameToken.Subtype, out NameToken subtype) && subtype == NameToken.Form)
            {
                graph.forms[reference] = new Form(DrawsOf(stream, filters), [.. DrawnBy(pdf, stream.StreamDictionary)]);
            }
        }

        return graph.forms.Keys.Any(form => graph.DrawingsOf(form, depth: 0) > MostDrawings);
    }

    private long DrawingsOf(IndirectReference reference, int depth)
    {
        if (!forms.TryGetValue(reference, out var form))
        {
            return 0;
        }

        if (depth > DeepestDrawing)
        {
            return MostDrawings + 1;
        }

        // A circle counts once; the library breaks it.
        if (!drawings.TryAdd(reference, 1))
        {
            return drawings[reference];
        }

        var most = form.Drawn.Select(drawn => DrawingsOf(drawn, depth + 1)).DefaultIfEmpty(0).Max();
        return drawings[reference] = 1 + Math.Min(form.Draws * most, MostDrawings + 1);
    }

    private static long DrawsOf(StreamToken form, IFilterProvider filters)
    {
        var content = form.Decode(filters).Span;
        var count = 0L;
        while (content.IndexOf("Do"u8) is >= 0 and var next)
        {
            count++;
            content = content[(next + 2)..];
        }

        return count;
    }

    private static IEnumerable<IndirectReference> DrawnBy(PdfDocument pdf, DictionaryToken form) =>
        form.TryGet(NameToken.Resources, out var resources) && Resolved(pdf, resources) is { } named && named.TryGet(NameToken.Xobject, out var drawn) && Resolved(pdf, drawn) is { } all
            ? all.Data.Values.OfType<IndirectReferenceToken>().Select(reference => reference.Data)
            : [];

    private static DictionaryToken? Resolved(PdfDocument pdf, IToken token) =>
        token as DictionaryToken ?? (token is IndirectReferenceToken reference ? pdf.Structure.GetObject(reference.Data)?.Data as DictionaryToken : null);

    private sealed record Form(long Draws, IReadOnlyList<IndirectReference> Drawn);
}
