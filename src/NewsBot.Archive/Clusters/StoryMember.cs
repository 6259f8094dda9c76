namespace NewsBot.Archive;

/// <summary>What the standing of an article depends on, and its standing as it is kept.</summary>
/// <param name="Key">The key of its row.</param>
/// <param name="Id">Its identity.</param>
/// <param name="PublishedAt">When it was published, in seconds since 1970, if known.</param>
/// <param name="IsReissue">Whether its headline says that it is a corrected re-issue.</param>
/// <param name="Cluster">Its cluster, if it is in one.</param>
/// <param name="SupersededBy">The correction that replaces it, if there is one.</param>
internal sealed record StoryMember(long Key, Guid Id, long? PublishedAt, bool IsReissue, Guid? Cluster, Guid? SupersededBy);
