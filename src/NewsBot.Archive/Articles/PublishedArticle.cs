namespace NewsBot.Archive;

/// <summary>An article of a time.</summary>
/// <param name="Id">The identity.</param>
/// <param name="Source">The publication, or null.</param>
/// <param name="Language">The language tag, or null.</param>
/// <param name="Copies">How many articles tell the story with it, at least 1: more where several publications carried it.</param>
public sealed record PublishedArticle(Guid Id, string? Source, string? Language, int Copies);
