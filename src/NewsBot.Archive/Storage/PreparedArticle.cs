using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace NewsBot.Archive;

/// <summary>
/// An article with all that the store derives from it. Made outside the transaction, on several threads, so that the writer only writes.
/// </summary>
internal sealed record PreparedArticle
{
    /// <summary>The archive it was prepared for.</summary>
    public required ArchiveName Archive { get; init; }

    /// <summary>The content in its normal form.</summary>
    public required ArticleContent Content { get; init; }

    /// <summary>The bytes it was extracted from, where they are kept.</summary>
    public Document? Document { get; init; }

    /// <summary>When the version was first stored elsewhere, or null for now.</summary>
    public DateTimeOffset? StoredAt { get; init; }

    /// <summary>The least number that the version gets, or null for the next one.</summary>
    public int? Version { get; init; }

    /// <summary>The identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>A hash of everything that makes a version: equal means unchanged.</summary>
    public required byte[] Fingerprint { get; init; }

    /// <summary>By what its copies are found; null where none are looked for.</summary>
    public required StoryPrint? Print { get; init; }

    /// <summary>Whether the headline says that this is a corrected re-issue.</summary>
    public required bool IsReissue { get; init; }

    /// <summary>The editor's note about a correction, if the text holds one.</summary>
    public required string? CorrectionNote { get; init; }

    /// <summary>The passages of the text.</summary>
    public required IReadOnlyList<Passage> Passages { get; init; }

    /// <summary>Prepares an article for an archive.</summary>
    public static PreparedArticle From(ArchiveName archive, ArticleDraft draft)
    {
        var content = Normalised(draft.Content);
        return new PreparedArticle
        {
            Archive = archive,
            Content = content,
            Document = draft.Document,
            StoredAt = draft.StoredAt,
            Version = draft.Version,
            Id = ArticleIdentity.Of(archive, content),
            Fingerprint = FingerprintOf(content),
            Print = draft.IsCompared ? StoryPrint.Of(content.Text, archive.Value) : null,
            IsReissue = CorrectionMarks.IsCorrectedHeadline(content.Title),
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
    private static byte[] FingerprintOf(ArticleContent content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(hash, content.Title);
        Add(hash, content.Text);
        Add(hash, content.Url is null ? null : CanonicalUrl.Key(content.Url));
        Add(hash, content.Authors.Count == 0 ? null : string.Join('\u0002', content.Authors));
        Add(hash, content.Source);
        Add(hash, content.Published?.ToString());
        Add(hash, content.Language);
        AddPart(hash, content.SyndicatedFrom);
        AddLabelled(hash, "section", content.Section);
        AddLabelled(hash, "tags", content.Tags.Count == 0 ? null : string.Join('\u0002', content.Tags.Order(StringComparer.Ordinal)));
        AddLabelled(hash, "note", content.AuthorNote);
        return hash.GetHashAndReset()[..16];
    }

    private static void Add(IncrementalHash hash, string? part)
    {
        AddPart(hash, part);
        hash.AppendData("\u0001"u8);
    }

    /// <summary>Parts that articles of earlier programs lack leave no trace where they are unknown, so that those stay unchanged.</summary>
    private static void AddLabelled(IncrementalHash hash, string label, string? part)
    {
        if (!string.IsNullOrEmpty(part))
        {
            AddPart(hash, "\u0003" + label + "\u0003" + part);
        }
    }

    private static void AddPart(IncrementalHash hash, string? part)
    {
        if (string.IsNullOrEmpty(part))
        {
            return;
        }

        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(part.Length));
        hash.AppendData(bytes, 0, Encoding.UTF8.GetBytes(part, bytes));
        ArrayPool<byte>.Shared.Return(bytes);
    }
}
