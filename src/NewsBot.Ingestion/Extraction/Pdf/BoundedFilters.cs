using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace NewsBot.Ingestion.Extraction.Pdf;

/// <summary>
/// Unpacks the streams of one PDF within bounds: a file of a few kilobytes can name streams of gigabytes, streams packed many times, and
/// drawings that draw each other. Every packed stream comes through here each time it is read. For one document, by one thread.
/// </summary>
internal sealed class BoundedFilters : IFilterProvider
{
    /// <summary>A page's content has up to 2 MB, a font of all Chinese signs up to 20.</summary>
    private const int LongestStream = 24 * 1024 * 1024;

    private const long MostBytes = 128L * 1024 * 1024;

    /// <summary>Real files read each page's content and a few drawings on it.</summary>
    private const int MostReadings = 20_000;

    /// <summary>Files pack a stream once, some write the result as text.</summary>
    private const int MostFilters = 4;

    /// <summary>The library unpacks LZW, which nobody writes since 1996, in many small pieces.</summary>
    private const int MemoryOfLzw = 20;

    /// <summary>In the content of all streams; 200 full pages have a million.</summary>
    private const int MostTextBytes = 4_000_000;

    private static readonly IFilterProvider Inner = DefaultFilterProvider.Instance;

    private int readings;
    private long bytes;
    private int textBytes;

    /// <summary>Whether a limit was passed. The library bears with streams that cannot be read and goes on, so it is to be asked in the end.</summary>
    public bool IsTooCostly { get; private set; }

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bounded(Inner.GetFilters(dictionary));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bounded(Inner.GetNamedFilters(names));

    /// <inheritdoc/>
    public IReadOnlyList<IFilter> GetAllFilters() => Inner.GetAllFilters();

    private List<IFilter> Bounded(IReadOnlyList<IFilter> filters)
    {
        readings++;
        Require(readings <= MostReadings && filters.Count <= MostFilters);
        return [.. filters.Select(IFilter (filter, index) => new Bound(filter, isLast: index == filters.Count - 1, this))];
    }

    private void Spend(long count)
    {
        bytes += count;
        Require(count <= LongestStream && bytes <= MostBytes);
    }

    private void Spend(PageContent content)
    {
        textBytes += content.TextBytes;
        Require(!content.IsTooCostly && textBytes <= MostTextBytes);
    }

    private void Require(bool isWithin)
    {
        // Once passed, nothing is read any more.
        IsTooCostly |= !isWithin;
        if (IsTooCostly)
        {
            throw new InvalidDataException("The PDF passes a limit.");
        }
    }

    /// <summary>Fonts, pictures and tables of objects say what they are; content and what is drawn as content do not.</summary>
    private static bool MayBeContent(DictionaryToken dictionary) =>
        !dictionary.ContainsKey(NameToken.Length1)
        && (!dictionary.TryGet(NameToken.Subtype, out NameToken subtype) || subtype == NameToken.Form)
        && (!dictionary.TryGet(NameToken.Type, out NameToken type) || type == NameToken.Xobject);

    private sealed class Bound(IFilter inner, bool isLast, BoundedFilters bounds) : IFilter
    {
        public bool IsSupported => inner.IsSupported;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken streamDictionary, IFilterProvider filterProvider, int filterIndex)
        {
            bounds.Spend(inner switch
            {
                FlateFilter => UnpackedLength.OfFlate(input, LongestStream),
                LzwFilter => MemoryOfLzw * UnpackedLength.OfLzw(input.Span),
                RunLengthFilter => UnpackedLength.OfRunLength(input.Span),
                _ => input.Length,
            });
            var output = inner.Decode(input, streamDictionary, filterProvider, filterIndex);
            if (isLast && MayBeContent(streamDictionary))
            {
                bounds.Spend(PageContent.Of(output.Span));
            }

            return output;
        }
    }
}
