using System.Security.Cryptography;
using System.Text;

namespace NewsBot.Archive;

/// <summary>
/// An article with all that the store derives from it. Made outside the transaction, on several threads, so that the writer only writes.
/// </summary>
internal sealed record PreparedArticle
{
    /// <summary>The content in its normal form.</summary>
    public required ArticleContent Content { get; init; }

    /// <summary>The bytes it was extracted from, where they are kept.</summary>
    public Document? Document { get; init; }

    /// <summary>When the version was first stored elsewhere, or null for now.</summary>
    public DateTimeOffset? StoredAt { get; init; }

    /// <summary>The identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>A hash of everything that makes a version: equal means unchanged.</summary>
    public required byte[] Fingerprint { get; init; }

    /// <summary>What is compared to find other articles with the same story.</summary>
    public required StoryFeatures Features { get; init; }

    /// <summary>The keys under which they find each other.</summary>
    public required long[] Bands { get; init; }

    /// <summary>The editor's note about a correction, if the text holds one.</summary>
    public required string? CorrectionNote { get; init; }

    /// <summary>The passages of the text.</summary>
    public required IReadOnlyList<Passage> Passages { get; init; }

    /// <summary>Prepares an article for an archive.</summary>
    public static PreparedArticle From(ArchiveName archive, ArticleDraft draft)
    {
        var content = Normalised(draft.Content);
        var features = StoryFeatures.Of(content.Title, content.Text);
        return new PreparedArticle
        {
            Content = content,
            Document = draft.Document,
            StoredAt = draft.StoredAt,
            Id = ArticleIdentity.Of(archive, content),
            Fingerprint = FingerprintOf(content),
            Features = features,
            Bands = StoryBands.Of(features.Shingles, archive.Value),
            CorrectionNote = CorrectionMarks.FindNote(content.Text),
            Passages = PassageCutter.Cut(content.Text),
        };
    }

    private static ArticleContent Normalised(ArticleContent content) => content with
    {
        Title = ArticleText.Normalise(content.Title).Trim(),
        Text = ArticleText.Normalise(content.Text),
        Url = content.Url is { } url ? CanonicalUrl.Clean(url) : null,
        ExternalId = string.IsNullOrWhiteSpace(content.ExternalId) ? null : content.ExternalId,
    };

    /// <summary>
    /// What a reader sees. Left out are the extractor, how the address is written, and the publisher's time of change: a page that only restamps itself is the same version.
    /// </summary>
    private static byte[] FingerprintOf(ArticleContent content) => Hash(string.Join('\u0001', [
        content.Title,
        content.Text,
        content.Url is null ? "" : CanonicalUrl.Key(content.Url),
        string.Join('\u0002', content.Authors),
        content.Source,
        content.Published?.ToString(),
        content.Language,
        content.SyndicatedFrom,
    ]));

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text))[..16];
}
