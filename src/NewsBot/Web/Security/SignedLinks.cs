using System.Globalization;
using Microsoft.Extensions.Options;
using NewsBot.Archive;

namespace NewsBot.Web.Security;

/// <summary>
/// Links to archived articles. A link into an archive that is not public carries an HMAC-SHA256 over archive, article, version and
/// expiry: who was given it can open that one version until then, and nobody can make one for another article.
/// </summary>
internal sealed class SignedLinks
{
    private readonly HashSet<ArchiveName> _public;
    private readonly SigningKey _key;
    private readonly TimeSpan _lifetime;
    private readonly TimeProvider _clock;

    /// <summary>Reads from the settings which archives are public and how long a link lasts.</summary>
    public SignedLinks(IOptions<WebOptions> options, SigningKey key, TimeProvider clock)
    {
        _public = [.. options.Value.PublicArchiveNames()];
        _key = key;
        _lifetime = options.Value.LinkLifetime;
        _clock = clock;
    }

    /// <summary>Whether everybody may read an archive.</summary>
    public bool IsPublic(ArchiveName archive) => _public.Contains(archive);

    /// <summary>The archive that the pages ask when none is named; null where none is public.</summary>
    public ArchiveName? FirstPublic => _public.Contains(ArchiveName.Default) ? ArchiveName.Default : _public.Order(ByName).FirstOrDefault();

    /// <summary>The path and query that open an article's version, at a range where one is given.</summary>
    public string To(Article article, TextRange? range = null)
    {
        var place = range is { } r ? string.Create(CultureInfo.InvariantCulture, $"&start={r.Start}&end={r.End}") : "";
        var fragment = range is null ? "" : "#quote";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"/articles/{PathSegment(article)}?version={article.Version}{Grant(article.Archive, article.Id, article.Version)}{place}{fragment}");
    }

    /// <summary>The path and query that open the newest version of an article; it can be followed in a public archive only.</summary>
    public string ToCurrent(ArchiveName archive, Guid article) =>
        archive == ArchiveName.Default ? $"/articles/{article}" : $"/articles/{article}?archive={archive}";

    /// <summary>The path and query that show what changed between two versions; the signature is that of the later one.</summary>
    public string ToChanges(Article article, int from, int to) => string.Create(
        CultureInfo.InvariantCulture,
        $"/articles/{PathSegment(article)}/changes?from={from}&version={to}{Grant(article.Archive, article.Id, to)}");

    /// <summary>Whether a request for a version of an article in an archive may be answered.</summary>
    public bool MayOpen(ArchiveName archive, Guid article, int version, string? expires, string? signature)
    {
        if (IsPublic(archive))
        {
            return true;
        }

        return long.TryParse(expires, NumberStyles.None, CultureInfo.InvariantCulture, out var expiry)
            && _key.IsSigned(signature, Lines(archive, article, version, expiry))
            && _clock.GetUtcNow().ToUnixTimeSeconds() <= expiry;
    }

    private static Comparer<ArchiveName> ByName { get; } = Comparer<ArchiveName>.Create((a, b) => string.CompareOrdinal(a.Value, b.Value));

    private string Grant(ArchiveName archive, Guid article, int version)
    {
        if (archive == ArchiveName.Default && IsPublic(archive))
        {
            return "";
        }

        if (IsPublic(archive))
        {
            return $"&archive={archive}";
        }

        var expiry = _clock.GetUtcNow().Add(_lifetime).ToUnixTimeSeconds();
        return string.Create(
            CultureInfo.InvariantCulture,
            $"&archive={archive}&expires={expiry}&signature={_key.Sign(Lines(archive, article, version, expiry))}");
    }

    private static string[] Lines(ArchiveName archive, Guid article, int version, long expiry) =>
        ["article", archive.Value, article.ToString(), version.ToString(CultureInfo.InvariantCulture), expiry.ToString(CultureInfo.InvariantCulture)];

    // A publisher's own id is the nicer address; one with other characters than these would depend on how a proxy reads escapes.
    private static string PathSegment(Article article) =>
        article.PublicId.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_') && article.PublicId.Length is > 0 and <= 100
            ? article.PublicId
            : article.Id.ToString();
}
