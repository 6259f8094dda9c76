using NewsBot.Answering;
using NewsBot.Answering.Citations;

namespace NewsBot.Discord.Rendering;

/// <summary>How evidence is laid out: quotes, the paragraph around one, claims with their verdicts. A quote is shown whole or not at all.</summary>
internal sealed class EvidenceLayout(ReplyTexts texts, ArticleLines lines, ReplyButtons buttons)
{
    private const int LongestClaim = 200;
    private const int MostSupport = 2;

    /// <summary>The quotes behind an answer, each under its article.</summary>
    public ReplyLayout Quotes(Reply.Quotes quotes) => new(
        [
            .. quotes.Citations.SelectMany((citation, i) => new[]
            {
                new TextPiece($"{citation.Number}\\. {lines.Of(citation)}", Importance.Item, i == 0 ? "" : "\n\n"),
                new TextPiece(DiscordMarkdown.Quote(citation.Quote), Importance.Substance),
            }),
            .. quotes.Citations.Count == 0 ? new[] { new TextPiece(texts["CitationsGone"], Importance.Substance) } : [],
        ],
        buttons.ContextMenu(quotes.Answer, quotes.Citations),
        []);

    /// <summary>The paragraph in which a quote stands, the quote in bold; where that is too long, the quote alone.</summary>
    public ReplyLayout Surroundings(Citation citation)
    {
        var (before, after) = ParagraphAround(citation);
        var paragraph = string.Concat(
            DiscordMarkdown.Escape(before), "**", DiscordMarkdown.Escape(citation.Quote), "**", DiscordMarkdown.Escape(after));
        var whole = new TextPiece("> " + paragraph.Replace("\n", "\n> ", StringComparison.Ordinal), Importance.Remark);
        var heading = new TextPiece($"{citation.Number}\\. {lines.Of(citation)}", Importance.Substance);
        var quote = new TextPiece(DiscordMarkdown.Quote(citation.Quote), Importance.Substance);
        return ReplyLayout.Join([heading, whole]).Length <= ReplySkins.ClassicCharacters ? ReplyLayout.Of(heading, whole) : ReplyLayout.Of(heading, quote);
    }

    /// <summary>Each claim with its verdict in words and by a sign, and what the source says.</summary>
    public ReplyLayout Checked(Reply.Checked check) => new(
        [
            new TextPiece($"**{texts[check.Answer is null ? "CheckOfMessage" : "CheckOfAnswer"]}**", Importance.Heading),
            .. check.Checks.Count == 0 ? new[] { new TextPiece(texts["NothingToCheck"], Importance.Substance) } : [],
            .. check.Checks.SelectMany((item, i) => PiecesOf(item, isFirst: i == 0)),
            new TextPiece("-# " + texts["CheckedByWords"], Importance.SmallPrint, "\n\n"),
        ],
        check.Answer is { } answer ? buttons.ContextMenu(answer, check.Citations) : [],
        []);

    private IEnumerable<TextPiece> PiecesOf(NumberedCheck item, bool isFirst)
    {
        var check = item.Check;
        var numbers = string.Concat(item.Numbers.Select(number => $"[{number}] "));
        var claim = DiscordMarkdown.EscapeLine(DiscordMarkdown.Shorten(check.Claim, LongestClaim));
        yield return new TextPiece(
            $"{SignOf(check.Verdict)} {numbers}{claim} · **{texts["Verdict_" + check.Verdict.JsonName()]}**", Importance.Substance, isFirst ? "\n" : "\n\n");
        foreach (var reason in check.Reasons)
        {
            yield return new TextPiece("-# " + DiscordMarkdown.EscapeLine(reason), Importance.Remark);
        }

        foreach (var support in check.Support.Take(MostSupport))
        {
            var place = support.Article is { } article ? "\n-# " + lines.Of(article, support.Range) : "";
            yield return new TextPiece(DiscordMarkdown.Quote(support.Quote) + place, Importance.Item);
        }
    }

    // A sign and a word each: never colour alone.
    private static string SignOf(Verdict verdict) => verdict switch
    {
        Verdict.Supported => "✔",
        Verdict.Partly => "◐",
        Verdict.Outdated => "⌛",
        Verdict.NotFound => "？",
        Verdict.NotCheckable => "–",
        _ => "✖",
    };

    private static (string Before, string After) ParagraphAround(Citation citation)
    {
        const string Break = "\n\n";
        var text = citation.Article.Text;
        var start = citation.Range.Start == 0 ? -1 : text.LastIndexOf(Break, citation.Range.Start - 1, StringComparison.Ordinal);
        var end = text.IndexOf(Break, citation.Range.End, StringComparison.Ordinal);
        var from = start < 0 ? 0 : start + Break.Length;
        return (text[from..citation.Range.Start], text[citation.Range.End..(end < 0 ? text.Length : end)]);
    }
}
