using Google.Protobuf.WellKnownTypes;
using NewsBot.Archive;
using NewsBot.Retrieval.Qdrant.Content;
using Qdrant.Client.Grpc;

namespace NewsBot.Retrieval.Qdrant.Wire;

/// <summary>
/// Which points a call may see: always those of one archive, perhaps fewer. There is no way to make one without an archive.
/// </summary>
internal sealed class ArchiveScope
{
    private ArchiveScope(Filter filter) => Filter = filter;

    public Filter Filter { get; }

    /// <summary>All points of an archive.</summary>
    public static ArchiveScope Of(ArchiveName archive) => new(new Filter { Must = { Keyword(PayloadFields.Archive, archive.Value) } });

    /// <summary>Of these, the points of some articles.</summary>
    public ArchiveScope OfArticles(IEnumerable<Guid> articles) => With(AnyOf(PayloadFields.Article, articles.Select(article => article.ToString())));

    /// <summary>Of these, the points with one of the values.</summary>
    public ArchiveScope WhereAny(string field, IEnumerable<string> values) => With(AnyOf(field, values));

    /// <summary>Of these, the points published between two moments, both included.</summary>
    public ArchiveScope Published(DateTimeOffset? first, DateTimeOffset last)
    {
        var range = new DatetimeRange { Lte = Timestamp.FromDateTimeOffset(last) };
        if (first is { } earliest)
        {
            range.Gte = Timestamp.FromDateTimeOffset(earliest);
        }

        return With(new Condition { Field = new FieldCondition { Key = PayloadFields.Published, DatetimeRange = range } });
    }

    /// <summary>Of these, the points that do not have a vector yet.</summary>
    public ArchiveScope Without(string vector)
    {
        var filter = Filter.Clone();
        filter.MustNot.Add(new Condition { HasVector = new HasVectorCondition { HasVector = vector } });
        return new ArchiveScope(filter);
    }

    /// <summary>A query that sees only these points. The filter at the top of a query holds inside its prefetches too.</summary>
    public ScopedQuery Query(QueryPoints query)
    {
        query.Filter = Filter;
        return new ScopedQuery(query);
    }

    private ArchiveScope With(Condition condition)
    {
        var filter = Filter.Clone();
        filter.Must.Add(condition);
        return new ArchiveScope(filter);
    }

    private static Condition Keyword(string field, string value) =>
        new() { Field = new FieldCondition { Key = field, Match = new Match { Keyword = value } } };

    private static Condition AnyOf(string field, IEnumerable<string> values) =>
        new() { Field = new FieldCondition { Key = field, Match = new Match { Keywords = new RepeatedStrings { Strings = { values } } } } };
}

/// <summary>A query with its archive's filter; only an <see cref="ArchiveScope"/> makes one.</summary>
internal sealed class ScopedQuery
{
    internal ScopedQuery(QueryPoints request) => Request = request;

    public QueryPoints Request { get; }
}
