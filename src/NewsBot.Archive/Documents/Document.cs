using System.Security.Cryptography;

namespace NewsBot.Archive;

/// <summary>Bytes as they were fetched, with where, when and as what.</summary>
public sealed record Document
{
    /// <summary>The bytes, after transfer and content encodings were undone.</summary>
    public required byte[] Bytes { get; init; }

    /// <summary>The address they came from, if any.</summary>
    public string? Url { get; init; }

    /// <summary>The media type with its parameters as the sender stated it, if any.</summary>
    public string? ContentType { get; init; }

    /// <summary>When they were fetched.</summary>
    public required DateTimeOffset FetchedAt { get; init; }

    /// <summary>What an operator calls this item in a list of outcomes: a path or an address.</summary>
    public required string Name { get; init; }

    /// <summary>SHA-256 of the bytes in lower-case hexadecimal.</summary>
    public string Sha256 => Convert.ToHexStringLower(SHA256.HashData(Bytes));
}
