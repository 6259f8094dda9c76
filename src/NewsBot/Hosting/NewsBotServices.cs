using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Ingestion;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Qdrant;

namespace NewsBot.Hosting;

/// <summary>The parts of NewsBot that every verb is built from; a verb creates only what it asks for.</summary>
internal static class NewsBotServices
{
    /// <summary>Registers archive, ingestion, retrieval and answering on one data folder.</summary>
    public static IServiceCollection AddNewsBot(this IServiceCollection services, IConfiguration configuration, StoreAccess access) => services
        .AddSingleton(configuration)
        .AddSingleton(TimeProvider.System)
        .AddArchive(configuration[Settings.DataFolderKey]!, access)
        .AddIngestion()
        .AddRetrieval(configuration)
        .AddQdrant(configuration)
        .AddAnswering(configuration);

    private static IServiceCollection AddArchive(this IServiceCollection services, string folder, StoreAccess access) => services
        .AddSingleton(provider => ArchiveStore.Open(folder, access, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<IArchiveReader>(provider => provider.GetRequiredService<ArchiveStore>());
}
