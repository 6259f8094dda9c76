using System.Globalization;

namespace NewsBot.Retrieval.Lexical;

/// <summary>The fields of an article in the index, and the version of their meaning.</summary>
internal static class IndexFields
{
    /// <summary>Grows with every change of analysis or fields; an index of another version is rebuilt from the store.</summary>
    public const int FormatVersion = 2;

    /// <summary>What an index is made by: one of another making is built anew.</summary>
    public static string FormatOf(RetrievalOptions options) =>
        string.Create(CultureInfo.InvariantCulture, $"{FormatVersion}; title {options.TitleWeight}; lead {options.LeadWeight}");

    /// <summary>The terms of title, lead and body with their weights, as repeated occurrences.</summary>
    public const string Terms = "t";

    /// <summary>The identity in 16 bytes, to replace and delete by. As hexadecimal digits it was half of what writing and merging segments allocated: Lucene makes three objects of each letter.</summary>
    public const string Identity = "i";

    /// <summary>The identity in 16 bytes, to read.</summary>
    public const string IdentityBytes = "b";

    /// <summary>The weighted length in occurrences, words left out of the index included.</summary>
    public const string Length = "l";

    /// <summary>The publication in seconds since 1970, or <see cref="UnknownTime"/>.</summary>
    public const string Published = "p";

    /// <summary>The publication's name in lower case; empty where unknown.</summary>
    public const string Source = "s";

    /// <summary>The language's primary tag; empty where unknown.</summary>
    public const string Language = "g";

    /// <summary>An article without a known time.</summary>
    public const long UnknownTime = long.MinValue;

    /// <summary>In the commit: the version of the format.</summary>
    public const string FormatKey = "format";

    /// <summary>In the commit: the position of the store's log that the index stands at.</summary>
    public const string SequenceKey = "sequence";
}
