namespace NewsBot.Archive;

/// <summary>
/// A range of one article version: about 200 words of whole sentences, the unit of evidence and of embedding.
/// </summary>
/// <param name="Ordinal">The passage's number inside the version, from 0.</param>
/// <param name="Range">Where it stands in the version's text.</param>
public readonly record struct Passage(int Ordinal, TextRange Range)
{
    /// <summary>The passage's identity: a UUIDv5 of the article, the version and the ordinal.</summary>
    public Guid IdIn(Guid article, int version) =>
        NameBasedGuid.Create(article, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{version}/{Ordinal}"));
}
