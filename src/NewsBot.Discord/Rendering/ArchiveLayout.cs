using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Discord.Rendering;

/// <summary>How the archive itself is laid out: what a search found, an article, a timeline, counts, the record of administration.</summary>
internal sealed class ArchiveLayout(ReplyTexts texts, ArticleLines lines, ArticleLinks links, ReplyButtons buttons)
{
    private const int MostHits = 6;
    private const int LongestSnippet = 160;
    private const int LongestLead = 400;
    private const int LongestEcho = 100;

    /// <summary>The articles that a search found, each with the beginning of its best passage.</summary>
    public ReplyLayout Hits(string query, SearchOutcome outcome)
    {
        var echo = DiscordMarkdown.EscapeLine(DiscordMarkdown.Shorten(query, LongestEcho));
        return ReplyLayout.Of(
        [
            new TextPiece(
                outcome.Hits.Count == 0 ? texts["NoHits", outcome.ArticlesSearched, echo] : $"**{texts["HitsFor", echo]}**",
                Importance.Substance),
            .. outcome.Hits.Take(MostHits).Select(hit => new TextPiece(HitLines(hit), Importance.Item)),
            .. outcome.Notes.Select(note => new TextPiece("-# " + DiscordMarkdown.EscapeLine(note), Importance.Remark)),
        ]);
    }

    /// <summary>An article with its beginning, its versions and where to read it.</summary>
    public ReplyLayout Card(Article article)
    {
        var version = article.Version > 1 ? texts["VersionOf", article.Version] : "";
        return ReplyLayout.Of(
        [
            new TextPiece($"**{lines.Of(article)}**", Importance.Substance),
            .. article.Content.Authors.Count == 0 ? [] : new[] { new TextPiece("-# " + DiscordMarkdown.EscapeLine(string.Join(", ", article.Content.Authors)), Importance.Remark) },
            new TextPiece(DiscordMarkdown.Quote(DiscordMarkdown.Shorten(article.Text, LongestLead)), Importance.Item),
            .. version.Length == 0 ? [] : new[] { new TextPiece("-# " + version, Importance.SmallPrint) },
        ]) with
        { Rows = buttons.UnderArticle(article.Id, links.To(article), article.Url) };
    }

    /// <summary>Dated facts, newest first, each with its article.</summary>
    public ReplyLayout Timeline(string topic, IReadOnlyList<Citation> facts)
    {
        var echo = DiscordMarkdown.EscapeLine(DiscordMarkdown.Shorten(topic, LongestEcho));
        return ReplyLayout.Of(
        [
            new TextPiece(facts.Count == 0 ? texts["NoTimeline", echo] : $"**{texts["TimelineOf", echo]}**", Importance.Substance),
            .. facts.Select(fact => new TextPiece($"- {DiscordMarkdown.EscapeLine(fact.Quote)} [{fact.Number}]\n-# {fact.Number}\\. {lines.Of(fact)}", Importance.Item)),
        ]);
    }

    /// <summary>What an archive holds.</summary>
    public ReplyLayout Holdings(ArchiveName archive, ArchiveStatistics statistics) => ReplyLayout.Of(
    [
        new TextPiece($"**{texts["ArchiveNamed", archive.Value]}**", Importance.Substance),
        new TextPiece(texts["ArchiveCounts", statistics.Articles, statistics.Versions, statistics.Passages], Importance.Substance),
        .. statistics is { Oldest: { } oldest, Newest: { } newest }
            ? new[] { new TextPiece(texts["ArchiveDays", DiscordMarkdown.Day(oldest), DiscordMarkdown.Day(newest)], Importance.Item) }
            : [],
    ]);

    /// <summary>What administrators did.</summary>
    public ReplyLayout Audit(IReadOnlyList<AuditEntry> entries) => ReplyLayout.Of(
    [
        new TextPiece(entries.Count == 0 ? texts["NoAudit"] : $"**{texts["Audit"]}**", Importance.Substance),
        .. entries.Select(entry => new TextPiece(
            $"- {DiscordMarkdown.Ago(entry.At)} · <@{entry.User}> · `{entry.Action}` · {DiscordMarkdown.EscapeLine(DiscordMarkdown.Shorten(entry.Detail, LongestSnippet))}",
            Importance.Item)),
    ]);

    private string HitLines(ArticleHit hit)
    {
        if (hit.Evidence is not [var best, ..])
        {
            return "- " + lines.Of(hit.Article);
        }

        var snippet = DiscordMarkdown.EscapeLine(DiscordMarkdown.Shorten(best.Passage.Range.Of(hit.Article.Text), LongestSnippet));
        return $"- {lines.Of(hit.Article, best.Passage.Range)}\n-# {snippet}";
    }
}
