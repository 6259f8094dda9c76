using System.Text.Json;
using NewsBot.Answering.Stored;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary>Is a given answer still supported? Each of its sentences against the articles it cites, as they are now.</summary>
internal static class GivenAnswerCheck
{
    /// <summary>Prints a verdict for each sentence.</summary>
    public static ExitCode Run(Verb verb, Guid id)
    {
        var archive = verb.ExistingArchive();
        var answer = verb.Get<IAnswerStore>().Find(archive, id)
            ?? throw CommandFailure.Failed(WhyAbsent(verb, archive, id));
        var claims = verb.Get<AnswerRecheck>().Check(archive, answer);
        if (verb.Json)
        {
            WriteLines(verb.Get<IArchiveReader>(), archive, answer, claims);
            return ExitCode.Done;
        }

        var output = TerminalText.StandardOutput();
        output.Heading(answer.Question);
        foreach (var claim in claims)
        {
            CheckText.Write(output, claim);
        }

        if (claims.Count == 0)
        {
            output.Paragraph("The answer was \"not in the archive\": there is nothing to check.");
        }

        return ExitCode.Done;
    }

    private static string WhyAbsent(Verb verb, ArchiveName archive, Guid id)
    {
        var gone = verb.Get<ArchiveStore>().Answers.WithdrawnSourcesOf(archive, id);
        var reasons = string.Join("; ", gone.Select(source => FormattableString.Invariant($"{source.PublicId}, {source.RemovedAt:d MMMM yyyy}: {source.Reason}")));
        return gone.Count > 0
            ? $"The answer {id} was taken back, since what it cited is no longer in archive '{archive}' ({reasons}). Its words went with the article; ask again, other articles may say the same."
            : $"There is no answer {id} in archive '{archive}'. 'newsbot ask … --json' prints the id of each answer.";
    }

    private static void WriteLines(IArchiveReader articles, ArchiveName archive, StoredAnswer answer, IReadOnlyList<RecheckedClaim> claims)
    {
        foreach (var line in AnswerCheckJson.LinesOf(articles, archive, answer, claims))
        {
            Console.WriteLine(JsonSerializer.Serialize(line, ContractJson.ForTerminals.CheckLineJson));
        }
    }
}
