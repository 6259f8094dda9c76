using System.CommandLine;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Qdrant;
using NewsBot.Retrieval.Qdrant.Verification;

namespace NewsBot.Commands;

/// <summary><c>verify</c> and <c>reindex</c>: whether the index is in step with the archive, and building it anew from there.</summary>
internal static class IndexCommands
{
    public static Command CreateVerify(CommonOptions common)
    {
        var repair = new Option<bool>("--repair") { Description = "Write what is missing or different, and drop what is unknown (Qdrant)." };
        var command = new Command("verify", "Check the index against the archive.") { repair };
        Verb.SetAction(command, common, StoreAccess.Read, async (verb, parsed, cancellationToken) =>
        {
            var archive = verb.ExistingArchive();
            await verb.BringIndexUpToDateAsync(cancellationToken);
            return verb.Get<IArchiveIndex>() switch
            {
                QdrantIndex qdrant => Report(await qdrant.VerifyAsync(archive, parsed.GetValue(repair), cancellationToken)),
                StandbyIndex both => await VerifyBothAsync(both, archive, parsed.GetValue(repair), cancellationToken),
                EmbeddedIndex embedded => await VerifyEmbeddedAsync(embedded, archive, cancellationToken),
                var other => throw new InvalidOperationException($"No way to verify {other.GetType().Name}."),
            };
        });
        return command;
    }

    public static Command CreateReindex(CommonOptions common)
    {
        var command = new Command("reindex", "Build the index anew from the archive.");
        Verb.SetAction(command, common, StoreAccess.Read, async (verb, _, cancellationToken) =>
        {
            var archive = verb.ExistingArchive();
            switch (verb.Get<IArchiveIndex>())
            {
                case QdrantIndex qdrant:
                    await qdrant.ReindexAsync(cancellationToken);
                    break;
                case StandbyIndex both:
                    await both.Qdrant.ReindexAsync(cancellationToken);
                    await both.Embedded.RebuildAsync(archive, cancellationToken);
                    break;
                case EmbeddedIndex embedded:
                    await embedded.RebuildAsync(archive, cancellationToken);
                    break;
            }

            verb.Record("reindex", archive.Value);
            Verb.Tell(verb.Json, $"The index of archive '{archive}' was built anew.", new ReindexedJson(archive.Value), ContractJson.ForTerminals.ReindexedJson);
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<ExitCode> VerifyBothAsync(StandbyIndex index, ArchiveName archive, bool repair, CancellationToken cancellationToken)
    {
        await VerifyEmbeddedAsync(index.Embedded, archive, cancellationToken);
        return Report(await index.Qdrant.VerifyAsync(archive, repair, cancellationToken));
    }

    private static async Task<ExitCode> VerifyEmbeddedAsync(EmbeddedIndex index, ArchiveName archive, CancellationToken cancellationToken)
    {
        await index.VerifyAsync(archive, cancellationToken);
        Console.WriteLine($"The index of archive '{archive}' is sound.");
        return ExitCode.Done;
    }

    private static ExitCode Report(VerificationReport report)
    {
        Console.WriteLine(FormattableString.Invariant(
            $"{report.Articles:N0} articles compared: {report.Missing.Count:N0} missing, {report.Different.Count:N0} different, {report.Unknown.Count:N0} unknown in Qdrant."));
        return report.IsSound ? ExitCode.Done : ExitCode.Failed;
    }
}
