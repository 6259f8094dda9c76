namespace NewsBot.Ingestion.Extraction.Metadata;

/// <summary>What a page's site is called: as it states itself, and as its host does where it states nothing or something longer.</summary>
/// <param name="Stated">The publication's name as the page states it, or null.</param>
/// <param name="Address">Where the page came from, or null.</param>
internal sealed record SiteName(string? Stated, Uri? Address)
{
    /// <summary>A shorter label of a host is a word ("news.example.org"), not a name.</summary>
    private const int ShortestLabel = 4;

    private static readonly string[] Articles = ["the", "der", "die", "das", "le", "la", "el", "il", "de", "het"];

    /// <summary>Whether the words are the site's name and nothing else: "La Stampa" of lastampa.it, "Die Furche" of furche.at, "chadim.net" of chadim.net.</summary>
    public bool Is(string words) => IsLetters(Letters(words)) || (words.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank && Articles.Contains(words[..blank].ToLowerInvariant()) && IsLetters(Letters(words[blank..])));

    private bool IsLetters(string letters) => letters.Length > 0 && (Equal(letters, Stated is null ? "" : Letters(Stated)) || IsHost(letters));

    private bool IsHost(string letters)
    {
        if (Address is null || letters.Length < ShortestLabel)
        {
            return false;
        }

        var labels = Address.IdnHost.Split('.');
        return Enumerable.Range(0, labels.Length - 1).Any(first => Equal(letters, Letters(labels[first])) || Equal(letters, Letters(string.Concat(labels[first..]))));
    }

    private static bool Equal(string one, string other) => string.Equals(one, other, StringComparison.OrdinalIgnoreCase);

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));
}
