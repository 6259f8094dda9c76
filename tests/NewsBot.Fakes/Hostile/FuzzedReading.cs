using NewsBot.Archive;
using NewsBot.Ingestion;
using NewsBot.Ingestion.Extraction;
using NewsBot.Ingestion.Extraction.Sites;
using NewsBot.Ingestion.Formats;
using NewsBot.Ingestion.Sources;

namespace NewsBot.Fakes.Hostile;

/// <summary>Reads a damaged file as ingest does, and tells what of its promises is broken.</summary>
public static class FuzzedReading
{
    /// <summary>A reason is a sentence for a person.</summary>
    private const int ShortestReason = 20, LongestReason = 600;

    private const int LongestTitle = 1_000, LongestAddress = 2_000, LongestName = 200, MostAuthors = 200;

    /// <summary>Nothing is published later than the day after it was fetched, nor before there were papers.</summary>
    private const int EarliestYear = 1_700;

    private const int MostItems = 2_000;

    private static readonly DateTimeOffset FetchedAt = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private static readonly string[] Markup = ["</p>", "<p>", "<div", "</div", "<script", "<a href", "<br>", "<table", "<span"];

    /// <summary>What a page may write so that a tag is text: entities, sections, elements whose content is not parsed; also what nobody sees, or another tag, behind the bracket.</summary>
    private static readonly string[] WaysToWriteTags = ["&lt", "&#60", "&#x3c", "&#060", "<![cdata[", "<plaintext", "<xmp", "<textarea", "<noembed", "<noframes", "\\u003c", "&nvlt"];

    /// <summary>What is wrong with how a file is read, or null if nothing is.</summary>
    public static async Task<string?> WhatIsWrongAsync(FuzzSeed file, string? contentType, CancellationToken cancellationToken)
    {
        var first = await ReadAsync(file, contentType, cancellationToken);
        var second = await ReadAsync(file, contentType, cancellationToken);
        return first.Select(result => WhatIsWrong(result, file)).FirstOrDefault(wrong => wrong is not null)
            ?? (first.Select(Told).SequenceEqual(second.Select(Told), StringComparer.Ordinal) ? null : "it is read in two ways");
    }

    /// <summary>What a file was read as: the kinds of outcome in few words, to be counted.</summary>
    public static async Task<string> OutcomeAsync(FuzzSeed file, string? contentType, CancellationToken cancellationToken) =>
        (await ReadAsync(file, contentType, cancellationToken)).FirstOrDefault() switch
        {
            ExtractionResult.Extracted { Article: var article } => "article by " + article.Extractor,
            ExtractionResult.NotAnArticle refused => refused.Reason.Split([',', ';', '(', ':'])[0],
            _ => "nothing",
        };

    private static async Task<List<ExtractionResult>> ReadAsync(FuzzSeed file, string? contentType, CancellationToken cancellationToken)
    {
        var reader = new FormatReader(new IngestionOptions());
        var content = new SourceContent { Name = file.Name, Stream = new MemoryStream(file.Bytes), ContentType = contentType, Url = "https://example.org/2024/01/02/" + file.Name, FetchedAt = FetchedAt };
        var results = new List<ExtractionResult>();
        await foreach (var item in reader.ReadAsync(content, DocumentKind.Auto, cancellationToken))
        {
            results.Add(item.Read(KnownBoilerplate.None));
            if (results.Count == MostItems)
            {
                break;
            }
        }

        return results;
    }

    private static string Told(ExtractionResult result) => result switch
    {
        ExtractionResult.Extracted { Article: var article } => string.Join('\n', article.Title, article.Text, article.Url, article.Source, article.Published, article.Modified, article.Language, article.SyndicatedFrom, article.IsTruncated, string.Join('|', article.Authors)),
        ExtractionResult.NotAnArticle refused => refused.Reason,
        _ => result.ToString(),
    };

    private static string? WhatIsWrong(ExtractionResult result, FuzzSeed file) => result switch
    {
        ExtractionResult.NotAnArticle { Reason: var reason } => reason.Length is >= ShortestReason and <= LongestReason && reason.Contains(';', StringComparison.Ordinal) && IsNormal(reason) ? null : $"the reason says not what to do: {reason}",
        ExtractionResult.Extracted { Article: var article } => WhatIsWrong(article, file),
        _ => null,
    };

    private static string? WhatIsWrong(ArticleContent article, FuzzSeed file)
    {
        // What people give as JSON is theirs to state; what is read off a page or a file is NewsBot's word.
        var isStated = article.Extractor.StartsWith("json", StringComparison.Ordinal);
        return article switch
        {
            { Text.Length: 0 } => "an article without text",
            _ when !IsNormal(article.Text) => "the text is not in its normal form",
            _ when isStated => null,
            _ when !IsNormal(article.Title) || !article.Authors.All(IsNormal) || !IsNormal(article.Source ?? "") || !IsNormal(article.SyndicatedFrom ?? "") => $"metadata not in its normal form: {article.Title} | {string.Join('|', article.Authors)} | {article.Source} | {article.SyndicatedFrom}",
            _ when article.Title.Length > LongestTitle || (article.Url ?? "").Length > LongestAddress || article.Authors.Count > MostAuthors || article.Authors.Any(name => name.Length > LongestName) || (article.Source ?? "").Length > LongestName => "metadata without bounds",
            _ when !IsPlausible(article.Published) || !IsPlausible(article.Modified) => $"dates that cannot be: {article.Published}, {article.Modified}",
            _ when article.Language is { } language && !(language.Length is 2 or 3 && language.All(char.IsAsciiLetterLower)) => $"no language: {language}",
            _ when article.Extractor.StartsWith("html", StringComparison.Ordinal) && HoldsMarkup(article.Text, file) => "markup in the text",
            _ => null,
        };
    }

    private static bool IsNormal(string text) => ArticleText.Normalise(text) == text;

    private static bool IsPlausible(NewsTime? time) => time is not { } known || (known.Instant.Year >= EarliestYear && known.Instant <= FetchedAt + TimeSpan.FromDays(1));

    private static bool HoldsMarkup(string text, FuzzSeed file)
    {
        var source = System.Text.Encoding.Latin1.GetString(file.Bytes);
        return Markup.Any(tag => text.Contains(tag, StringComparison.OrdinalIgnoreCase))
            && !WaysToWriteTags.Any(way => source.Contains(way, StringComparison.OrdinalIgnoreCase))
            && !source.Zip(source[1..]).Any(pair => pair.First == '<' && (char.IsControl(pair.Second) || pair.Second is > '\u007F' or '<' or '&'));
    }
}
