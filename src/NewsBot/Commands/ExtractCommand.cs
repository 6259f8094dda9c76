using System.CommandLine;
using System.Text.Json;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Ingestion;
using NewsBot.Ingestion.Extraction;
using NewsBot.Ingestion.Extraction.Sites;
using NewsBot.Ingestion.Sources;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary><c>extract FILE|URL</c>: the article of a document, without storing it; <c>--jsonl FILE</c>: of many.</summary>
internal static class ExtractCommand
{
    public static Command Create(CommonOptions common)
    {
        var target = new Argument<string?>("FILE_OR_URL") { Description = "The document.", Arity = ArgumentArity.ZeroOrOne };
        var url = new Option<string?>("--url") { Description = "The address that the file was saved from.", HelpName = "URL" };
        var lines = new Option<string?>("--jsonl") { Description = "Extract for every line {\"id\",\"file\",\"url\"} (file relative to the JSONL), one result line each.", HelpName = "FILE" };
        var command = new Command("extract", "Show the article of a page or file without storing it.") { target, url, lines };
        command.Validators.Add(result =>
        {
            if (result.GetValue(target) is null == result.GetResult(lines) is null)
            {
                result.AddError("Say either a FILE_OR_URL or --jsonl FILE.");
            }
        });

        Verb.SetAction(command, common, StoreAccess.Read, (verb, parsed, cancellationToken) => parsed.GetValue(lines) is { } file
            ? ExtractLinesAsync(verb, file, cancellationToken)
            : ExtractOneAsync(verb, parsed.GetValue(target)!, parsed.GetValue(url), cancellationToken));
        return command;
    }

    private static async Task<ExitCode> ExtractOneAsync(Verb verb, string target, string? url, CancellationToken cancellationToken)
    {
        switch (await ReadFirstAsync(verb, target, url, cancellationToken))
        {
            case ExtractionResult.Extracted found when verb.Json:
                Console.WriteLine(JsonSerializer.Serialize(ExtractJson.From(found.Article), ContractJson.ForTerminals.ExtractJson));
                return ExitCode.Done;
            case ExtractionResult.Extracted found:
                Write(TerminalText.StandardOutput(), found.Article);
                return ExitCode.Done;
            case ExtractionResult.NotAnArticle refused:
                throw CommandFailure.Failed($"{AddressText.WithoutLogin(target)}: {refused.Reason}");
            default:
                throw new InvalidOperationException("Extraction gave neither an article nor a reason.");
        }
    }

    private static async Task<ExitCode> ExtractLinesAsync(Verb verb, string file, CancellationToken cancellationToken)
    {
        var folder = file == "-" ? Environment.CurrentDirectory : Path.GetDirectoryName(Path.GetFullPath(file))!;
        await JsonLines.ProcessAsync(file, ExtractLineAsync, cancellationToken);
        return ExitCode.Done;

        async Task<string> ExtractLineAsync(string line, CancellationToken token)
        {
            if (JsonLines.Read(line, ContractJson.Default.ExtractRequestJson) is not { } asked || (asked.File ?? asked.Url) is null)
            {
                return JsonLines.Failed(null, "The line is no JSON object with a \"file\" or a \"url\".");
            }

            var target = asked.File is { } name ? Path.Combine(folder, name) : asked.Url!;
            return await ReadFirstAsync(verb, target, asked.Url, token) switch
            {
                ExtractionResult.Extracted found => JsonSerializer.Serialize(ExtractLineJson.From(asked.Id, found.Article), ContractJson.ForTerminals.ExtractLineJson),
                ExtractionResult.NotAnArticle refused => JsonLines.Failed(asked.Id, refused.Reason),
                _ => throw new InvalidOperationException("Extraction gave neither an article nor a reason."),
            };
        }
    }

    private static async Task<ExtractionResult> ReadFirstAsync(Verb verb, string target, string? url, CancellationToken cancellationToken)
    {
        var kind = TargetKinds.Parse(TargetKinds.Auto);
        await foreach (var item in verb.Get<TargetReader>().ReadAsync(target, kind, url, static _ => { }, cancellationToken))
        {
            return item.Read(KnownBoilerplate.None);
        }

        return new ExtractionResult.NotAnArticle("it holds no article");
    }

    private static void Write(TerminalText output, ArticleContent article)
    {
        output.Heading(article.Title);
        output.Faint(AnswerText.Byline(string.Join(", ", article.Authors), article.Source, article.Published));
        if (article.Url is { } url)
        {
            output.Address(url, "");
        }

        foreach (var fact in Facts(article))
        {
            output.Faint(fact);
        }

        foreach (var paragraph in article.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            output.Blank();
            output.Paragraph(paragraph);
        }
    }

    private static IEnumerable<string> Facts(ArticleContent article)
    {
        if (article.SyndicatedFrom is { } origin)
        {
            yield return $"First published by {origin}";
        }

        if (article.Section is not null || article.Tags.Count > 0)
        {
            yield return string.Join(": ", new[] { article.Section ?? "Tags", string.Join(", ", article.Tags) }.Where(part => part.Length > 0));
        }

        if (article.AuthorNote is { } note)
        {
            yield return $"Of the author: {note}";
        }

        if (article.IsTruncated)
        {
            yield return "Only the beginning; the publisher shows the rest to subscribers.";
        }
    }
}
