using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Text;

namespace NewsBot.Tests.Retrieval.Conformance;

public sealed class EmbeddedIndexConformance : ArchiveIndexConformance
{
    protected override Task<IArchiveIndex> OpenIndexAsync(ArchiveStore store) => Task.FromResult<IArchiveIndex>(new EmbeddedIndex(
        Path.Combine(Folder, "index"), store, new TextAnalysis(), Options.Create(new RetrievalOptions()), TimeProvider.System, NullLogger<EmbeddedIndex>.Instance));
}
