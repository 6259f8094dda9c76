using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsBot.Archive;
using NewsBot.Web.Pages;

namespace NewsBot.Web.Reading;

/// <summary>
/// An article as others cite it. Text from the article is escaped for each form, so that a headline can neither break the form nor
/// become a link or an entry of its own.
/// </summary>
internal static class CitationText
{
    /// <summary>A sentence: quote, authors, title, source, day, address.</summary>
    public static string Plain(Article article, string? quote)
    {
        var parts = new[] { Authors(article), $"“{Titles.Of(article)}”", article.Source, Day(article), article.Url, Archived(article) };
        var reference = string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part))) + ".";
        return quote is null ? reference : $"“{quote}” — {reference}";
    }

    /// <summary>Markdown: the quote as a block quote, the title as a link where the address can be opened.</summary>
    public static string Markdown(Article article, string? quote)
    {
        var title = EscapeMarkdown(Titles.Of(article));
        var linked = OriginalLink.IsOpenable(article.Url) ? $"[{title}](<{EscapeAddress(article.Url!)}>)" : title;
        var parts = new[] { EscapeMarkdown(Authors(article)), linked, EscapeMarkdown(article.Source ?? ""), Day(article), Archived(article) };
        var reference = string.Join(", ", parts.Where(part => part.Length > 0)) + ".";
        return quote is null ? reference : "> " + EscapeMarkdown(quote).ReplaceLineEndings("\n").Replace("\n", "\n> ", StringComparison.Ordinal) + "\n\n" + reference;
    }

    /// <summary>A BibTeX entry of type <c>online</c>.</summary>
    public static string BibTex(Article article, string? quote)
    {
        var entry = new StringBuilder().Append(CultureInfo.InvariantCulture, $"@online{{article-{article.Id:N}-{article.Version},\n");
        Field("title", Titles.Of(article));
        Field("author", string.Join(" and ", article.Content.Authors.Select(author => "{" + EscapeTex(author) + "}")), isEscaped: true);
        Field("organization", article.Source);
        Field("date", article.Published?.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Field("url", OriginalLink.IsOpenable(article.Url) ? EscapeAddress(article.Url!) : null, isEscaped: true);
        Field("urldate", article.StoredAt.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Field("language", article.Content.Language);
        Field("note", quote is null ? null : $"“{quote}”");
        return entry.Append('}').ToString();

        void Field(string name, string? value, bool isEscaped = false)
        {
            if (!string.IsNullOrEmpty(value))
            {
                entry.Append(CultureInfo.InvariantCulture, $"  {name} = {{{(isEscaped ? value : EscapeTex(value))}}},\n");
            }
        }
    }

    /// <summary>CSL-JSON, as Zotero and others read it: an array with one item.</summary>
    public static string CslJson(Article article, string? quote)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
        {
            json.WriteStartArray();
            json.WriteStartObject();
            json.WriteString("id", $"{article.Id:N}-{article.Version.ToString(CultureInfo.InvariantCulture)}");
            json.WriteString("type", "article-newspaper");
            json.WriteString("title", Titles.Of(article));
            WriteAuthors(json, article.Content.Authors);
            WriteWhereKnown(json, "container-title", article.Source);
            WriteWhereKnown(json, "URL", article.Url);
            WriteWhereKnown(json, "language", article.Content.Language);
            WriteDay(json, "issued", article.Published?.Day);
            WriteDay(json, "accessed", DateOnly.FromDateTime(article.StoredAt.UtcDateTime));
            json.WriteString("version", article.Version.ToString(CultureInfo.InvariantCulture));
            WriteWhereKnown(json, "note", quote);
            json.WriteEndObject();
            json.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static string Authors(Article article) => string.Join(", ", article.Content.Authors);

    private static string Day(Article article) => article.Published?.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) ?? "";

    private static string Archived(Article article) => string.Create(
        CultureInfo.InvariantCulture, $"archived {article.StoredAt:d MMMM yyyy} (version {article.Version})");

    private static string EscapeMarkdown(string text) => Escape(text, c => "\\`*_{}[]<>()#+-.!|~@:&".Contains(c) ? $"\\{c}" : null);

    private static string EscapeTex(string text) => Escape(text, c => c switch
    {
        '\\' => "\\textbackslash{}",
        '~' => "\\textasciitilde{}",
        '^' => "\\textasciicircum{}",
        '&' or '%' or '$' or '#' or '_' or '{' or '}' => $"\\{c}",
        '\n' => " ",
        _ => null,
    });

    // Within the address of a link only these could end it early.
    private static string EscapeAddress(string address) => Escape(address, c => c is '<' or '>' or '{' or '}' or '\\' or '%' or ' '
        ? c == '%' ? "%" : Uri.EscapeDataString(c.ToString())
        : null);

    private static string Escape(string text, Func<char, string?> escaped)
    {
        var result = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            _ = escaped(c) is { } replacement ? result.Append(replacement) : result.Append(c);
        }

        return result.ToString();
    }

    private static void WriteAuthors(Utf8JsonWriter json, IReadOnlyList<string> authors)
    {
        if (authors.Count == 0)
        {
            return;
        }

        json.WriteStartArray("author");
        foreach (var author in authors)
        {
            json.WriteStartObject();
            json.WriteString("literal", author);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteWhereKnown(Utf8JsonWriter json, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteDay(Utf8JsonWriter json, string name, DateOnly? day)
    {
        if (day is not { } known)
        {
            return;
        }

        json.WriteStartObject(name);
        json.WriteStartArray("date-parts");
        json.WriteStartArray();
        json.WriteNumberValue(known.Year);
        json.WriteNumberValue(known.Month);
        json.WriteNumberValue(known.Day);
        json.WriteEndArray();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
