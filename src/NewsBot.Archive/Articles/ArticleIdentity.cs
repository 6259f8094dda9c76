using System.Security.Cryptography;
using System.Text;

namespace NewsBot.Archive;

/// <summary>
/// Which article a text is: archive and external id if one is given, else archive and canonical address, else archive and
/// content. Deterministic, so that ingesting twice changes nothing and no order of ingest matters.
/// </summary>
public static class ArticleIdentity
{
    private static readonly Guid Space = new("6f1cb2f6-3c0e-5b4e-9f65-1d3a2b7f8a10");

    /// <summary>The identity of a text in an archive.</summary>
    public static Guid Of(ArchiveName archive, ArticleContent content)
    {
        return content switch
        {
            { ExternalId: { Length: > 0 } id } => OfExternalId(archive, id),
            { Url: { Length: > 0 } url } => OfUrl(archive, url),
            _ => NameBasedGuid.Create(Space, archive.Value + "\ncontent\n" + ContentHash(content)),
        };
    }

    /// <summary>The identity of the article that has an external id.</summary>
    public static Guid OfExternalId(ArchiveName archive, string id) => NameBasedGuid.Create(Space, archive.Value + "\nid\n" + id);

    /// <summary>The identity of the article at an address, if it has no external id.</summary>
    public static Guid OfUrl(ArchiveName archive, string url) => NameBasedGuid.Create(Space, archive.Value + "\nurl\n" + CanonicalUrl.Key(url));

    /// <summary>SHA-256 over title and text, in lower-case hexadecimal: equal exactly when both are equal.</summary>
    public static string ContentHash(ArticleContent content)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(content.Title + "\n\n" + content.Text));
        return Convert.ToHexStringLower(hash);
    }
}
