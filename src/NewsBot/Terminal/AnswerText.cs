using System.Globalization;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Discord.Rendering;

namespace NewsBot.Terminal;

/// <summary>An answer as people read it in a terminal: the sentences, the numbered sources with their quotes, what to know.</summary>
internal static class AnswerText
{
    private const string Indent = "    ";

    /// <summary>Writes the whole answer.</summary>
    public static void Write(TerminalText output, Answer answer)
    {
        if (answer.Outcome == AnswerOutcome.Answered)
        {
            WriteAnswered(output, answer);
        }
        else
        {
            WriteNotInArchive(output, answer);
        }

        foreach (var note in answer.Notes.Concat(AnswerCorrections.Of(answer)))
        {
            output.Faint(note);
        }
    }

    private static void WriteAnswered(TerminalText output, Answer answer)
    {
        if (answer.ShortAnswer is { } shortAnswer)
        {
            output.Heading(shortAnswer);
        }

        foreach (var line in AnswerLines.Of(answer.Claims))
        {
            output.Paragraph(string.Join(' ', line.Select(claim => claim.TextWithMarkers)));
        }

        output.Blank();
        output.Heading("Sources");
        for (var i = 0; i < answer.Citations.Count; i++)
        {
            var isFirstOfArticle = i == 0 || !IsSameArticle(answer.Citations[i - 1], answer.Citations[i]);
            var isLastOfArticle = i == answer.Citations.Count - 1 || !IsSameArticle(answer.Citations[i], answer.Citations[i + 1]);
            WriteCitation(output, answer.Citations[i], isFirstOfArticle, isLastOfArticle);
        }

        output.Blank();
        output.Faint(Summary(answer));
    }

    // Several quotes from one article stand under one heading, so that the list shows at a glance how many articles were read.
    private static void WriteCitation(TerminalText output, Citation citation, bool isFirstOfArticle, bool isLastOfArticle)
    {
        var number = string.Create(CultureInfo.InvariantCulture, $"{citation.Number,2}. ");
        if (isFirstOfArticle)
        {
            output.Paragraph(Byline(citation.Article), Indent, number);
            number = Indent;
        }

        output.Paragraph("“" + citation.Quote + "”", Indent, number);
        if (isLastOfArticle && citation.AlsoPublishedBy.Count > 0)
        {
            output.Faint("Also published by " + string.Join(", ", citation.AlsoPublishedBy), Indent);
        }

        if (isLastOfArticle && citation.Article.Url is { } url)
        {
            output.Address(url, Indent);
        }
    }

    private static bool IsSameArticle(Citation one, Citation other) => one.Article.Id == other.Article.Id && one.Article.Version == other.Article.Version;

    private static void WriteNotInArchive(TerminalText output, Answer answer)
    {
        output.Heading("Not in the archive.");
        output.Paragraph(string.Create(
            CultureInfo.InvariantCulture,
            $"I searched {Counted(answer.ArticlesSearched, "article")} as of {Day(answer.AsOf)} and found nothing that answers this."));
        if (answer.Leads.Count > 0)
        {
            output.Blank();
            output.Heading("Closest");
            foreach (var lead in answer.Leads)
            {
                output.Paragraph(Byline(lead.Article), Indent, "  · ");
            }
        }
    }

    /// <summary>"Title · Harbor Herald · 12 Mar 2024", leaving out what is not known.</summary>
    public static string Byline(Article article) => Byline(article.Title, article.Source, article.Published);

    /// <summary>The same from its parts.</summary>
    public static string Byline(string title, string? source, NewsTime? published) =>
        string.Join(" · ", new[] { title, source, published is { } time ? Day(time) : null }.Where(part => !string.IsNullOrEmpty(part)));

    /// <summary>"1 article", "12,408 articles".</summary>
    public static string Counted(long count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>"12 Mar 2024".</summary>
    public static string Day(NewsTime time) => time.Day.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    private static string Summary(Answer answer)
    {
        var newest = answer.Citations.Max(citation => citation.Article.Published?.Instant);
        var parts = new List<string>
        {
            string.Create(CultureInfo.InvariantCulture, $"{answer.Citations.Count} of {Counted(answer.Citations.Count, "citation")} checked"),
        };
        if (newest is { } instant)
        {
            parts.Add("newest source " + instant.ToString("d MMM yyyy", CultureInfo.InvariantCulture));
        }

        parts.Add(Counted(answer.ArticlesSearched, "article") + " searched");
        return string.Join(" · ", parts);
    }
}
