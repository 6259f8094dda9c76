using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Retrieval;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary><c>search QUERY</c>: the articles that fit best, each with its best passage.</summary>
internal static class SearchCommand
{
    private const int MostResults = 100;

    public static Command Create(CommonOptions common)
    {
        var query = new Argument<string?>("QUERY") { Description = "The words to look for.", Arity = ArgumentArity.ZeroOrOne };
        var limit = new Option<int>("--limit") { Description = "At most so many articles, 1 to 100.", HelpName = "N", DefaultValueFactory = _ => 10 };
        var explain = new Option<bool>("--explain") { Description = "Tell for each article what made its rank." };
        var lines = new Option<string?>("--jsonl") { Description = "Search for every line {\"id\",\"question\",\"as_of\"?} of a file ('-': standard input), one result line each.", HelpName = "FILE" };
        var dates = new DateOptions();
        var command = new Command("search", "Find articles.") { query, limit, explain, lines };
        dates.AddTo(command);
        command.Validators.Add(result =>
        {
            if (string.IsNullOrWhiteSpace(result.GetValue(query)) && result.GetResult(lines) is null)
            {
                result.AddError("Say what to look for: a QUERY, or --jsonl FILE.");
            }
        });
        limit.Accept(1, MostResults);

        Verb.SetAction(command, common, StoreAccess.Read, async (verb, parsed, cancellationToken) =>
        {
            var template = new ArchiveQuery
            {
                Archive = verb.ExistingArchive(),
                Text = parsed.GetValue(query) ?? "",
                AsOf = LastInstantOf(dates.AsOf(parsed), verb),
                Since = dates.Since(parsed),
                Until = dates.Until(parsed),
                Source = dates.Source(parsed),
                Limit = parsed.GetValue(limit),
                PassagesPerArticle = 1,
                Explain = parsed.GetValue(explain),
            };
            await verb.BringIndexUpToDateIfPossibleAsync(cancellationToken);
            var search = new Search(verb, template);
            return parsed.GetValue(lines) is { } file
                ? await search.RunLinesAsync(file, cancellationToken)
                : await search.RunOneAsync(cancellationToken);
        });
        return command;
    }

    private static DateTimeOffset LastInstantOf(NewsTime? asOf, Verb verb) => asOf?.LastInstant ?? verb.Get<TimeProvider>().GetUtcNow();

    private sealed class Search(Verb verb, ArchiveQuery template)
    {
        private readonly IArchiveIndex _index = verb.Get<IArchiveIndex>();

        public async Task<ExitCode> RunOneAsync(CancellationToken cancellationToken)
        {
            var outcome = await _index.SearchAsync(template, cancellationToken);
            if (verb.Json)
            {
                Console.WriteLine(ToJson(outcome, id: null));
            }
            else
            {
                Write(TerminalText.StandardOutput(), outcome);
            }

            return ExitCode.Done;
        }

        public async Task<ExitCode> RunLinesAsync(string file, CancellationToken cancellationToken)
        {
            await JsonLines.ProcessAsync(file, SearchLineAsync, cancellationToken);
            return ExitCode.Done;
        }

        private async Task<string> SearchLineAsync(string line, CancellationToken token)
        {
            if (JsonLines.Read(line, ContractJson.Default.QuestionLineJson) is not { Question: { } text } asked)
            {
                return JsonLines.Failed(null, "The line is no JSON object with a \"question\".");
            }

            if (asked.AsOf is not null && !NewsTime.TryParse(asked.AsOf, out var _))
            {
                return JsonLines.Failed(asked.Id, $"'{asked.AsOf}' is no date; write \"as_of\" as YYYY-MM-DD.");
            }

            var asOf = NewsTime.TryParse(asked.AsOf, out var stated) ? stated.LastInstant : template.AsOf;
            return ToJson(await _index.SearchAsync(template with { Text = text, AsOf = asOf }, token), asked.Id);
        }

        private string ToJson(SearchOutcome outcome, string? id)
        {
            var also = verb.Get<IArchiveReader>().FindMany(template.Archive, [.. outcome.Hits.SelectMany(hit => hit.Also)]).ToDictionary(article => article.Id);
            var results = outcome.Hits.Select(hit => SearchResultJson.From(hit, [.. hit.Also.Where(also.ContainsKey).Select(other => also[other].PublicId)])).ToList();
            return id is null
                ? JsonSerializer.Serialize(new SearchJson(results), ContractJson.ForTerminals.SearchJson)
                : JsonSerializer.Serialize(new SearchLineJson(id, results), ContractJson.ForTerminals.SearchLineJson);
        }

        private List<string> OtherPublishersOf(ArticleHit hit) => hit.Also.Count == 0
            ? []
            : [.. verb.Get<IArchiveReader>().FindMany(template.Archive, hit.Also).Select(other => other.Source).OfType<string>().Where(source => source != hit.Article.Source).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

        private void Write(TerminalText output, SearchOutcome outcome)
        {
            var explanation = new SearchExplanation(output, outcome.Reading);
            if (outcome.Hits.Count == 0)
            {
                output.Paragraph($"Nothing found in {AnswerText.Counted(outcome.ArticlesSearched, "article")}. {outcome.WhatWasSearched}");
            }
            else if (outcome.Hits[0].Explanation is not null)
            {
                explanation.WriteReading();
            }

            foreach (var (hit, number) in outcome.Hits.Select((hit, i) => (hit, i + 1)))
            {
                output.Paragraph(AnswerText.Byline(hit.Article), "    ", string.Create(CultureInfo.InvariantCulture, $"{number,2}. "));
                output.Faint(SearchResultJson.SnippetOf(hit), "    ");
                if (OtherPublishersOf(hit) is { Count: > 0 } others)
                {
                    output.Faint("Also published by " + string.Join(", ", others), "    ");
                }

                if (hit.Explanation is { } why)
                {
                    explanation.Write(hit, why, [.. outcome.Hits.Take(number - 1)]);
                }

                if (hit.Article.Url is { } url)
                {
                    output.Address(url, "    ");
                }
            }

            foreach (var note in outcome.Notes)
            {
                output.Faint(note);
            }
        }
    }
}
