using NewsBot.Answering;
using NewsBot.Archive;

namespace NewsBot.Discord.Rendering;

/// <summary>An article on one line: title with a link, publication, day.</summary>
internal sealed class ArticleLines(ReplyTexts texts, ArticleLinks links)
{
    private const int LongestTitle = 120;

    /// <summary>An article.</summary>
    public string Of(Article article) => Of(article, links.To(article));

    /// <summary>A citation's article, linked to the quote, and who else published it.</summary>
    public string Of(Citation citation)
    {
        var also = citation.AlsoPublishedBy.Count == 0
            ? ""
            : " · " + texts["AlsoIn", DiscordMarkdown.EscapeLine(string.Join(", ", citation.AlsoPublishedBy))];
        return Of(citation.Article, links.To(citation)) + also;
    }

    /// <summary>An article, linked to a range of it.</summary>
    public string Of(Article article, TextRange range) => Of(article, links.To(article, range));

    private string Of(Article article, string? url)
    {
        var title = DiscordMarkdown.Shorten(article.Title.Length > 0 ? article.Title : article.PublicId, LongestTitle);
        var parts = new List<string> { url is null ? DiscordMarkdown.EscapeLine(title) : DiscordMarkdown.Link(title, url) };
        if (article.Source is { Length: > 0 } source)
        {
            parts.Add(DiscordMarkdown.EscapeLine(source));
        }

        if (article.Published is { } published)
        {
            parts.Add(DiscordMarkdown.Day(published));
        }

        if (article.Standing.Correction is { } correction)
        {
            parts.Add(texts["CorrectedOn", DiscordMarkdown.Day(correction.At)]);
        }

        return string.Join(" · ", parts);
    }
}
