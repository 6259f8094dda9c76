using System.Text.RegularExpressions;
using NewsBot.Ingestion.Extraction.Body;

namespace NewsBot.Ingestion.Extraction.Metadata;

/// <summary>
/// What a publication says of the author below the article: "Ada Finch covers the harbour for the Example Post." It is kept beside the article and is no part of
/// its text, or it would answer questions about the harbour.
/// </summary>
internal static partial class AuthorNote
{
    /// <summary>Such a note is a few sentences.</summary>
    private const int ShortestNote = 30, LongestNote = 700;

    /// <summary>It stands among the last paragraphs.</summary>
    private const int LastParagraphs = 3;

    private static readonly string[] BoxNames = ["author-bio", "author_bio", "authorbio", "author-box", "authorbox", "author-info", "about-author", "about-the-author", "bio", "contributor", "author-description"];

    /// <summary>Takes the note off the paragraphs, or finds it in its box beside them; the note is null where there is none.</summary>
    /// <param name="paragraphs">The article's paragraphs.</param>
    /// <param name="authors">The authors' names; without one no paragraph is a note.</param>
    /// <param name="page">The page's blocks.</param>
    public static (IReadOnlyList<string> Paragraphs, string? Note) Read(IReadOnlyList<string> paragraphs, IReadOnlyList<string> authors, PageBlocks page)
    {
        var first = Math.Max(1, paragraphs.Count - LastParagraphs);
        for (var i = first; i < paragraphs.Count; i++)
        {
            if (authors.Any(author => Presents(paragraphs[i], author) && !paragraphs.Take(first).Any(paragraph => paragraph.Contains(author, StringComparison.Ordinal))))
            {
                return ([.. paragraphs.Where((_, index) => index != i)], paragraphs[i]);
            }
        }

        return (paragraphs, InBox(page, authors, paragraphs));
    }

    private static bool Presents(string paragraph, string author) =>
        paragraph.Length is >= ShortestNote and <= LongestNote
        && author.Contains(' ', StringComparison.Ordinal)
        && (paragraph.StartsWith(author, StringComparison.OrdinalIgnoreCase) || Lead().Match(paragraph) is { Success: true } lead && paragraph.AsSpan(lead.Length).StartsWith(author, StringComparison.OrdinalIgnoreCase))
        && Occupation().IsMatch(paragraph);

    private static string? InBox(PageBlocks page, IReadOnlyList<string> authors, IReadOnlyList<string> paragraphs) => page.Blocks
        .Where(block => block.IsProse && block.Text.Length is >= ShortestNote and <= LongestNote && IsInBox(block.Section) && !paragraphs.Contains(block.Text))
        .Select(block => block.Text)
        .FirstOrDefault(text => authors.Count == 0 || authors.Any(author => text.Contains(author.Split(' ')[^1], StringComparison.OrdinalIgnoreCase)));

    private static bool IsInBox(Section section) => section.Ancestors().Prepend(section).Take(3).Any(around =>
        around.Element.ClassName is { } names && names.Split(' ').Any(name => BoxNames.Any(box => name.Equals(box, StringComparison.OrdinalIgnoreCase) || name.EndsWith("__" + box, StringComparison.OrdinalIgnoreCase) || name.EndsWith("-" + box, StringComparison.OrdinalIgnoreCase))));

    [GeneratedRegex(@"^(?:about\s+(?:the\s+author\W+)?|(?:über\s+den|zur)\s+autor(?:in)?\W+)", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Lead();

    /// <summary>What people who write do, in the tense of a note: "is a reporter", "covers", "lives in".</summary>
    [GeneratedRegex("""
        \b(?:
            (?:is|was|ist|est|es|è|é)\ (?:(?:a|an|the|ein|eine|un|une|una|um|uma|[\w’']+'?s)\ )?(?:[\w-]+\ ){0,5}?
              (?:reporter|writer|journalist|correspondent|columnist|editor|contributor|author|producer|critic|blogger|curator|professor|fellow|researcher|analyst|freelancer?|redakteur(?:in)?|journalist(?:in)?|autor(?:in)?|korrespondent(?:in)?|journaliste|rédact(?:eur|rice)|periodista|redactor(?:a)?|giornalista|jornalista|redacteur|journaliste)
          | covers|writes\ (?:about|for|on)|reports\ (?:on|for|from)|has\ (?:written|reported|covered)|contributes\ to|joined\ the\ \w+|schreibt\ (?:über|für)|berichtet\ (?:über|aus|für)|écrit\ (?:sur|pour)|escribe\ (?:sobre|para)|scrive\ (?:di|per)|schrijft\ (?:over|voor)
          | can\ be\ reached\ at|follow\ (?:him|her|them)\ on
        )\b
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Occupation();
}
