using System.Text;
using Lucene.Net.Index;
using Lucene.Net.Util;

namespace NewsBot.Retrieval.Lexical;

/// <summary>Which articles exist for a query: never one from after its moment, and only those of the days, source and language it names.</summary>
internal sealed class ArticleFilter
{
    private readonly long latest;
    private readonly long? earliest;
    private readonly bool needsDate;
    private readonly string? source;
    private readonly string? language;

    public ArticleFilter(ArchiveQuery query)
    {
        var untilEnd = query.Until is { } until ? SecondsAt(until) + (24 * 60 * 60) - 1 : long.MaxValue;
        latest = Math.Min(query.AsOf.ToUnixTimeSeconds(), untilEnd);
        earliest = query.Since is { } since ? SecondsAt(since) : null;
        needsDate = query.Since is not null || query.Until is not null;
        source = Normalised(query.Source);
        language = Normalised(query.Language);
    }

    /// <summary>The same filter over one segment's columns.</summary>
    public Segment In(IndexSegment segment) => new(this, segment);

    /// <summary>Whether a publication, in seconds since 1970, lies before the query's moment and within its days.</summary>
    public static bool IsInTime(ArchiveQuery query, long published) => new ArticleFilter(query).IsInTime(published);

    /// <summary>Whether an article's publication and language are those that the query names, if it names any.</summary>
    public static bool IsOf(ArchiveQuery query, string? source, string? language) => BeginsWith(source, query.Source) && BeginsWith(language, query.Language);

    private static bool BeginsWith(string? value, string? wanted) =>
        Normalised(wanted) is not { } begin || (value is not null && value.StartsWith(begin, StringComparison.OrdinalIgnoreCase));

    private bool IsInTime(long published) =>
        published == IndexFields.UnknownTime ? !needsDate : published <= latest && (earliest is null || published >= earliest);

    private static long SecondsAt(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero).ToUnixTimeSeconds();

    private static string? Normalised(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim().ToLowerInvariant();

    public readonly struct Segment
    {
        private readonly ArticleFilter filter;
        private readonly long[] published;
        private readonly IBits? liveDocs;
        private readonly SortedDocValues? sources;
        private readonly bool[]? wantedSources;
        private readonly SortedDocValues? languages;
        private readonly bool[]? wantedLanguages;

        public Segment(ArticleFilter filter, IndexSegment segment)
        {
            this.filter = filter;
            published = segment.Published;
            liveDocs = segment.LiveDocs;
            if (filter.source is { } source)
            {
                sources = segment.Reader.GetSortedDocValues(IndexFields.Source);
                wantedSources = Wanted(sources, source);
            }

            if (filter.language is { } language)
            {
                languages = segment.Reader.GetSortedDocValues(IndexFields.Language);
                wantedLanguages = Wanted(languages, language);
            }
        }

        /// <summary>The publication of every document of the segment.</summary>
        public ReadOnlySpan<long> Published => published;

        public bool Accepts(int document)
        {
            return filter.IsInTime(published[document])
                && (liveDocs is null || liveDocs.Get(document))
                && (wantedSources is null || wantedSources[sources!.GetOrd(document)])
                && (wantedLanguages is null || wantedLanguages[languages!.GetOrd(document)]);
        }

        /// <summary>Which of the values begin with the wanted one ("harbor herald" names "Harbor Herald (invented sample)" too).</summary>
        private static bool[] Wanted(SortedDocValues values, string wanted)
        {
            var accepted = new bool[values.ValueCount];
            var bytes = new BytesRef();
            for (var ord = 0; ord < accepted.Length; ord++)
            {
                values.LookupOrd(ord, bytes);
                accepted[ord] = Encoding.UTF8.GetString(bytes.Bytes, bytes.Offset, bytes.Length).StartsWith(wanted, StringComparison.Ordinal);
            }

            return accepted;
        }
    }
}
