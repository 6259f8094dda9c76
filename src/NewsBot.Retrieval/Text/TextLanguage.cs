namespace NewsBot.Retrieval.Text;

/// <summary>The languages whose words are stemmed. Others are analysed without stemming, scripts without spaces as bigrams.</summary>
public enum TextLanguage
{
    /// <summary>English; also where the language is unknown.</summary>
    English,

    /// <summary>German.</summary>
    German,

    /// <summary>French.</summary>
    French,

    /// <summary>Spanish.</summary>
    Spanish,

    /// <summary>Italian.</summary>
    Italian,

    /// <summary>Portuguese.</summary>
    Portuguese,

    /// <summary>Dutch.</summary>
    Dutch,

    /// <summary>Russian.</summary>
    Russian,

    /// <summary>Any other: words are folded but not stemmed.</summary>
    Other,
}

/// <summary>Tags and languages.</summary>
public static class TextLanguages
{
    /// <summary>The language of a BCP 47 tag ("de", "pt-BR"), or null where there is no tag.</summary>
    public static TextLanguage? OfTag(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag))
        {
            return null;
        }

        var primary = tag.AsSpan().Trim();
        var end = primary.IndexOfAny('-', '_');
        primary = end < 0 ? primary : primary[..end];
        return primary switch
        {
            _ when primary.Equals("en", StringComparison.OrdinalIgnoreCase) => TextLanguage.English,
            _ when primary.Equals("de", StringComparison.OrdinalIgnoreCase) => TextLanguage.German,
            _ when primary.Equals("fr", StringComparison.OrdinalIgnoreCase) => TextLanguage.French,
            _ when primary.Equals("es", StringComparison.OrdinalIgnoreCase) => TextLanguage.Spanish,
            _ when primary.Equals("it", StringComparison.OrdinalIgnoreCase) => TextLanguage.Italian,
            _ when primary.Equals("pt", StringComparison.OrdinalIgnoreCase) => TextLanguage.Portuguese,
            _ when primary.Equals("nl", StringComparison.OrdinalIgnoreCase) => TextLanguage.Dutch,
            _ when primary.Equals("ru", StringComparison.OrdinalIgnoreCase) => TextLanguage.Russian,
            _ => TextLanguage.Other,
        };
    }
}
