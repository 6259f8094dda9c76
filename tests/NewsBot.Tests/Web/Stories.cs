using NewsBot.Archive;

namespace NewsBot.Tests.Web;

/// <summary>An article's content and the archive that it belongs into.</summary>
internal sealed record Story(ArchiveName Archive, ArticleContent Content)
{
    /// <summary>Where some words stand in the text.</summary>
    public TextRange RangeOf(string words)
    {
        var start = Content.Text.IndexOf(words, StringComparison.Ordinal);
        return new TextRange(start, start + words.Length);
    }
}

/// <summary>The articles that the specifications of the pages are about.</summary>
internal static class Stories
{
    public const string Approved = "The council of Hollen approved 355 million crowns for the new bridge on Tuesday.";

    public const string BridgeText =
        Approved + "\n\n"
        + "Work starts in March, the mayor said. “We have waited long enough,” she told reporters.\n\n"
        + "The old bridge stays open to cyclists.";

    public const string AskingForTheBridge = "How much did the council of Hollen approve for the new bridge?";

    public const string AskingForTheMoon = "Which astronaut walked on the moon first?";

    public static Story Bridge { get; } = Of("bridge", "Council approves bridge", BridgeText);

    public static Story Of(string id, string title, string text, string archive = "default", string? url = "https://herald.example/bridge") => new(
        ArchiveName.Parse(archive),
        new ArticleContent
        {
            Title = title,
            Text = ArticleText.Normalise(text),
            ExternalId = id,
            Url = url,
            Source = "Harbor Herald",
            Authors = ["Ada Lind"],
            Published = NewsTime.OfDay(new DateOnly(2024, 9, 20)),
            Language = "en",
        });

    /// <summary>A stored version of a story, for what needs no store.</summary>
    public static Article Stored(this Story story) => new()
    {
        Id = ArticleIdentity.Of(story.Archive, story.Content),
        Archive = story.Archive,
        Version = 1,
        Sequence = 1,
        StoredAt = new DateTimeOffset(2024, 9, 21, 8, 0, 0, TimeSpan.Zero),
        Content = story.Content,
    };
}
