using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using NewsBot.Answering.Generative;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Retrieval.Dense;
using NewsBot.Retrieval.Dense.Embedding;
using NewsBot.Retrieval.Qdrant;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary><c>stats</c>: what an archive holds, and what a language model costs it today.</summary>
internal static class StatsCommand
{
    public static Command Create(CommonOptions common)
    {
        var command = new Command("stats", "Tell what the archive holds.");
        Verb.SetAction(command, common, StoreAccess.Read, (verb, _, _) =>
        {
            var archive = verb.ExistingArchive();
            var statistics = verb.Get<IArchiveReader>().Statistics(archive);
            var budget = verb.Get<TokenBudget>();
            if (verb.Json)
            {
                Console.WriteLine(JsonSerializer.Serialize(StatsJson.From(archive, statistics, budget), ContractJson.ForTerminals.StatsJson));
            }
            else
            {
                Write(TerminalText.StandardOutput(), archive, statistics, verb.Find<IArticleEmbedding>()?.ProgressOf(archive));
                TellModel(budget.UsedToday(archive), budget.CostToday(archive));
                TellBacklog(verb, archive);
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }

    /// <summary>How far Qdrant is, where it is behind.</summary>
    public static void TellBacklog(Verb verb, ArchiveName archive)
    {
        if (verb.Find<QdrantIndex>()?.BacklogOf(archive) is { IsBehind: true } backlog)
        {
            TerminalText.StandardOutput().Paragraph($"{backlog} of archive {archive}", "  ");
        }
    }

    private static void TellModel(ModelTokens today, decimal cost)
    {
        if (today.Total > 0)
        {
            TerminalText.StandardOutput().Paragraph(string.Create(CultureInfo.InvariantCulture, $"language model today (UTC): {today.Input:N0} tokens read, {today.Output:N0} written, cost {cost:0.00##}"), "  ");
        }
    }

    private static void Write(TerminalText output, ArchiveName archive, ArchiveStatistics statistics, EmbeddingProgress? embedding)
    {
        output.Heading($"Archive {archive}");
        output.Paragraph(AnswerText.Counted(statistics.Articles, "article") + " in " + AnswerText.Counted(statistics.Versions, "version"), "  ");
        output.Paragraph(AnswerText.Counted(statistics.Passages, "passage"), "  ");
        output.Paragraph(string.Create(CultureInfo.InvariantCulture, $"{statistics.Characters:N0} characters of text"), "  ");
        if (statistics is { Oldest: { } oldest, Newest: { } newest })
        {
            output.Paragraph($"published {AnswerText.Day(oldest)} to {AnswerText.Day(newest)}", "  ");
        }

        if (embedding is not null)
        {
            output.Paragraph(embedding.ToString(), "  ");
        }
    }
}
