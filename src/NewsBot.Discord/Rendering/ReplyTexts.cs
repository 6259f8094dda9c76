using System.Globalization;
using System.Resources;

namespace NewsBot.Discord.Rendering;

/// <summary>NewsBot's own words in the language of the reader: English, or German where Discord says so.</summary>
public sealed class ReplyTexts
{
    private static readonly ResourceManager Resources = new("NewsBot.Discord.Texts.Replies", typeof(ReplyTexts).Assembly);

    private ReplyTexts(CultureInfo culture) => Culture = culture;

    /// <summary>The reader's language, for numbers and lists.</summary>
    public CultureInfo Culture { get; }

    /// <summary>The texts for a locale as Discord names it; what is not known reads as English.</summary>
    public static ReplyTexts For(string locale) => new(CultureInfo.GetCultureInfo(locale switch
    {
        "de" => "de-DE",
        "en-GB" => "en-GB",
        _ => "en-US",
    }));

    /// <summary>A text with its places filled in. Numbers are written in the reader's way; texts are taken as they are.</summary>
    public string this[string name, params object[] values]
    {
        get
        {
            var text = Resources.GetString(name, Culture) ?? throw new ArgumentException($"There is no text '{name}'.", nameof(name));
            return values.Length == 0 ? text : string.Format(Culture, text, values);
        }
    }
}
