using NewsBot.Archive;
using NewsBot.Fakes;
using NewsBot.Retrieval;
using NewsBot.Tests.Retrieval.Qdrant;

namespace NewsBot.Tests.Retrieval.Conformance;

public sealed class QdrantIndexConformance : ArchiveIndexConformance
{
    private FakeQdrantServer? server;

    protected override async Task<IArchiveIndex> OpenIndexAsync(ArchiveStore store)
    {
        server = await FakeQdrantServer.StartAsync();
        return QdrantArchive.Open(server, store, Folder);
    }

    protected override ValueTask CloseAsync() => server!.DisposeAsync();
}
