using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using NewsBot.Answering.Claims.Reading;
using NewsBot.Archive;

namespace NewsBot.Answering.Citations;

/// <summary>
/// Writes checks as one self-contained page: each claim beside what the sources say, the words that were not found marked on the left, the
/// words that were found marked on the right. Everything that comes from a text is encoded; the page has no script and loads nothing.
/// </summary>
public static class CheckReport
{
    private const string Style =
        """
        :root { color-scheme: light dark; --ink: #1c1c1a; --paper: #fdfcf9; --line: #d9d5cc; --quiet: #66625a; --good: #14693f; --warn: #8a5a00; --bad: #a4262c; --found: #fff0a8; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e9e6df; --paper: #171716; --line: #3a3834; --quiet: #a5a097; --good: #6fcf97; --warn: #e6b450; --bad: #ff8f8f; --found: #4d4310; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 72rem; padding: 1.5rem 1rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.55 Georgia, 'Times New Roman', serif; overflow-wrap: anywhere; }
        h1 { font-size: 1.5rem; margin: 0 0 .25rem; }
        .summary { color: var(--quiet); margin: 0 0 1.5rem; }
        article { display: grid; grid-template-columns: 1fr 1fr; gap: .5rem 2rem; border-top: 1px solid var(--line); padding: 1rem 0; }
        header { grid-column: 1 / -1; font-size: .9rem; color: var(--quiet); }
        .verdict { font-weight: bold; }
        .supported { color: var(--good); } .partly, .outdated { color: var(--warn); } .contradicted, .fabricated_quote, .misattributed { color: var(--bad); }
        p, blockquote { margin: 0 0 .5rem; } blockquote { border-left: 3px solid var(--line); padding-left: .75rem; }
        .reasons { grid-column: 1 / -1; margin: 0; color: var(--quiet); font-size: .95rem; }
        mark { background: var(--found); color: inherit; } del { color: var(--bad); text-decoration: underline wavy; }
        cite { display: block; font-size: .85rem; color: var(--quiet); } a { color: inherit; }
        @media (max-width: 40rem) { article { grid-template-columns: 1fr; } }
        """;

    /// <summary>Writes the page.</summary>
    /// <param name="output">Where to; it stays open.</param>
    /// <param name="checks">The checks, in the order of the text.</param>
    /// <param name="title">What was checked, for instance the file's name.</param>
    public static void Write(TextWriter output, IReadOnlyList<ClaimCheck> checks, string title)
    {
        output.Write($"<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Check: {Encoded(title)}</title>\n");
        output.Write($"<style>\n{Style}\n</style>\n</head>\n<body>\n<main>\n<h1>Check: {Encoded(title)}</h1>\n<p class=\"summary\">{Encoded(Summary(checks))}</p>\n");
        var reader = new ComparisonReader(new WordStems());
        for (var number = 1; number <= checks.Count; number++)
        {
            WriteCheck(output, reader, checks[number - 1], number);
        }

        output.Write("</main>\n</body>\n</html>\n");
    }

    private static string Summary(IReadOnlyList<ClaimCheck> checks)
    {
        var counts = checks.GroupBy(check => check.Verdict).OrderBy(group => group.Key).Select(group => string.Create(CultureInfo.InvariantCulture, $"{Words(group.Key)} {group.Count()}"));
        return string.Create(CultureInfo.InvariantCulture, $"{checks.Count} {(checks.Count == 1 ? "claim" : "claims")}: {string.Join(" · ", counts)}. Words were compared; whether a source is right was not. Underlined in a claim: what was not found where the rest of it stands, or stands otherwise. Highlighted in a source: the claim's words.");
    }

    private static void WriteCheck(TextWriter output, ComparisonReader reader, ClaimCheck check, int number)
    {
        var name = check.Verdict.JsonName();
        output.Write(string.Create(CultureInfo.InvariantCulture, $"<article>\n<header>{number}. <span class=\"verdict {name}\">{Encoded(Words(check.Verdict))}</span> · score {check.Score:0.00}</header>\n"));
        output.Write(string.Concat(check.Reasons.Select(reason => $"<p class=\"reasons\">{Encoded(reason)}</p>\n")));
        output.Write($"<p>{WithUnfoundMarked(check)}</p>\n<div>\n");
        var found = reader.Read(check.Claim).Where(word => word.IsContent).Select(word => word.Stem).ToHashSet(StringComparer.Ordinal);
        for (var at = 0; at < check.Support.Count; at++)
        {
            var support = check.Support[at];
            var isLastOfArticle = at + 1 == check.Support.Count || check.Support[at + 1].Article != support.Article;
            output.Write($"<blockquote>{WithFoundMarked(reader, support.Quote, found)}{(isLastOfArticle ? Origin(support) : "")}</blockquote>\n");
        }

        output.Write(check.Support.Count == 0 ? "<p class=\"summary\">No passage to show.</p>\n</div>\n" : "</div>\n");
        output.Write("</article>\n");
    }

    private static string Words(Verdict verdict) => verdict switch
    {
        Verdict.FabricatedQuote => "quotation not in the source",
        Verdict.Misattributed => "stands in another article",
        Verdict.Contradicted => "the source says otherwise",
        Verdict.Outdated => "outdated",
        Verdict.Supported => "found in the source",
        Verdict.Partly => "found in part",
        Verdict.NotFound => "not found",
        _ => "cannot be checked",
    };

    private static string WithUnfoundMarked(ClaimCheck check) => Marked(check.Claim, check.Unfound, "del");

    private static string WithFoundMarked(ComparisonReader reader, string quote, HashSet<string> found) =>
        Marked(quote, Runs(quote, reader.Read(quote).Where(word => found.Contains(word.Stem))), "mark");

    // Neighbours are highlighted as one, so that the eye meets phrases.
    private static List<TextRange> Runs(string text, IEnumerable<Word> words)
    {
        var runs = new List<TextRange>();
        foreach (var word in words)
        {
            if (runs.Count > 0 && word.Start >= runs[^1].End && string.IsNullOrWhiteSpace(text[runs[^1].End..word.Start]))
            {
                runs[^1] = new TextRange(runs[^1].Start, word.End);
            }
            else
            {
                runs.Add(new TextRange(word.Start, word.End));
            }
        }

        return runs;
    }

    private static string Marked(string text, IReadOnlyList<TextRange> ranges, string element)
    {
        var marked = new StringBuilder();
        var at = 0;
        foreach (var range in ranges.Where(range => range.Length > 0))
        {
            if (range.Start < at)
            {
                continue;
            }

            marked.Append(Encoded(text[at..range.Start])).Append('<').Append(element).Append('>').Append(Encoded(range.Of(text))).Append("</").Append(element).Append('>');
            at = range.End;
        }

        return marked.Append(Encoded(text[at..])).ToString();
    }

    private static string Origin(Support support)
    {
        if (support.Article is not { } article)
        {
            return "";
        }

        var parts = new[] { article.Title, article.Source, article.Published?.Day.ToString("d MMMM yyyy", CultureInfo.InvariantCulture) }.Where(part => !string.IsNullOrEmpty(part));
        var name = Encoded(string.Join(", ", parts));
        var isWebAddress = Uri.TryCreate(article.Url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
        return isWebAddress ? $"<cite><a href=\"{Encoded(article.Url!)}\" rel=\"noopener noreferrer\">{name}</a></cite>" : $"<cite>{name}</cite>";
    }

    private static string Encoded(string text) => HtmlEncoder.Default.Encode(text);
}
