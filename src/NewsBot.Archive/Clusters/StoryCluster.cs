namespace NewsBot.Archive;

/// <summary>Articles that are the same story text. One is shown; the others are "also published by".</summary>
/// <param name="Id">The cluster's name: the smallest identity of its members.</param>
/// <param name="Members">All members, the one to show first: corrected re-issues, then the original, then by time.</param>
public sealed record StoryCluster(Guid Id, IReadOnlyList<ClusterMember> Members)
{
    /// <summary>The member to show.</summary>
    public ClusterMember Shown => Members[0];

    /// <summary>Puts the members into the order in which they are shown.</summary>
    internal static StoryCluster Of(Guid id, IReadOnlyList<ClusterMember> members)
    {
        members = [.. members.Select(member => member with { SyndicatedFrom = member.SyndicatedFrom ?? AgencyAmongAuthors(member, members) })];

        // Copies that name their agency point to the member which that agency published itself.
        var origins = members.Select(member => member.SyndicatedFrom).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return new StoryCluster(id, [.. members
            .OrderBy(member => member.SupersededBy is not null)
            .ThenBy(member => member.SyndicatedFrom is not null)
            .ThenByDescending(member => member.Source is { } source && origins.Any(origin => IsSame(origin, source)))
            .ThenBy(member => member.Published?.Instant ?? DateTimeOffset.MaxValue)
            .ThenBy(member => member.Article.ToString(), StringComparer.Ordinal)]);
    }

    /// <summary>Papers often give an agency as the author of its copy; that it is one shows by another member, which it published itself.</summary>
    private static string? AgencyAmongAuthors(ClusterMember member, IReadOnlyList<ClusterMember> members) => member.Authors.FirstOrDefault(author =>
        members.Any(other => other.Article != member.Article && other.Source is { } source && IsSame(author, source)) && !(member.Source is { } own && IsSame(author, own)));

    private static bool IsSame(string one, string other) => PublisherName.AreSame(one, other);
}

/// <summary>An article in a cluster.</summary>
public sealed record ClusterMember
{
    /// <summary>The article's identity.</summary>
    public required Guid Article { get; init; }

    /// <summary>What people call it.</summary>
    public required string PublicId { get; init; }

    /// <summary>Its headline.</summary>
    public required string Title { get; init; }

    /// <summary>Its publication, if known.</summary>
    public string? Source { get; init; }

    /// <summary>Its address, if known.</summary>
    public string? Url { get; init; }

    /// <summary>When it was published, if known.</summary>
    public NewsTime? Published { get; init; }

    /// <summary>Whom it says to have it from, if it does.</summary>
    public string? SyndicatedFrom { get; init; }

    /// <summary>Its authors as printed.</summary>
    public IReadOnlyList<string> Authors { get; init; } = [];

    /// <summary>The corrected re-issue that replaces it, if there is one.</summary>
    public Guid? SupersededBy { get; init; }
}
