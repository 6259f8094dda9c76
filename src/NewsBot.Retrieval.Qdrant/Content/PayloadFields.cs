namespace NewsBot.Retrieval.Qdrant.Content;

/// <summary>The payload's fields. Every point carries <see cref="Archive"/>, <see cref="Article"/> and <see cref="Published"/>: a formula over a field that one candidate lacks fails the whole query.</summary>
internal static class PayloadFields
{
    /// <summary>The archive's name; the tenant by which the server lays points together.</summary>
    public const string Archive = "archive";

    /// <summary>The article's identity.</summary>
    public const string Article = "article";

    /// <summary>The cluster of the same story text; absent for an article alone.</summary>
    public const string Cluster = "cluster";

    /// <summary>The publication as it calls itself; absent where unknown.</summary>
    public const string Source = "source";

    /// <summary>The language's primary tag in lower case; absent where unknown.</summary>
    public const string Language = "language";

    /// <summary>When it was published; <see cref="PublishedTime.Unknown"/> where nobody knows.</summary>
    public const string Published = "published";

    /// <summary>The number of the version that was indexed.</summary>
    public const string Version = "version";

    /// <summary>The title.</summary>
    public const string Title = "title";

    /// <summary>The canonical address; absent where unknown.</summary>
    public const string Url = "url";

    /// <summary>SHA-256 over title and text, by which indexed and stored articles are compared.</summary>
    public const string Hash = "hash";

    /// <summary>The passage's number inside the version.</summary>
    public const string Ordinal = "ordinal";

    /// <summary>Where the passage begins, in UTF-16 code units of the version's text.</summary>
    public const string Start = "start";

    /// <summary>The code unit after its last.</summary>
    public const string End = "end";

    /// <summary>The passage's text.</summary>
    public const string Text = "text";
}

/// <summary>The names of the vectors.</summary>
internal static class VectorNames
{
    /// <summary>BM25 weights of the terms.</summary>
    public const string Sparse = "bm25";

    /// <summary>The vector of the configured embedding model.</summary>
    public const string Dense = "dense";
}
