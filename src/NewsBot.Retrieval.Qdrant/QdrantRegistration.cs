using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Retrieval.Dense;
using NewsBot.Retrieval.Reranking;
using NewsBot.Retrieval.Text;

namespace NewsBot.Retrieval.Qdrant;

/// <summary>Moves retrieval to Qdrant.</summary>
public static class QdrantRegistration
{
    /// <summary>The folder of the term statistics inside the data folder.</summary>
    private const string StatisticsFolder = "index";

    /// <summary>
    /// Where <c>Qdrant:Endpoint</c> is set, <see cref="QdrantIndex"/> takes the place of the embedded index as <see cref="IArchiveIndex"/> and
    /// <see cref="ITermStatistics"/>, with the embedded index standing by unless <see cref="QdrantOptions.Standby"/> is off; where it is not
    /// set, nothing changes. Call it after AddRetrieval.
    /// </summary>
    public static IServiceCollection AddQdrant(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(QdrantOptions.Section);
        if (string.IsNullOrWhiteSpace(section[nameof(QdrantOptions.Endpoint)]))
        {
            return services;
        }

        services.AddOptions<QdrantOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<QdrantOptions>, QdrantOptionsValidator>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(provider => new QdrantIndex(
            StatisticsFolderOf(configuration),
            provider.GetRequiredService<IArchiveReader>(),
            provider.GetRequiredService<TextAnalysis>(),
            provider.GetRequiredService<IOptions<RetrievalOptions>>(),
            provider.GetRequiredService<IOptions<QdrantOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<QdrantIndex>>(),
            provider.GetService<IEmbeddingGenerator<string, Embedding<float>>>(),
            provider.GetService<IOptions<EmbeddingsOptions>>(),
            provider.GetService<Reranker>()));
        services.RemoveAll<IArchiveIndex>();
        services.RemoveAll<ITermStatistics>();
        if (services.Any(service => service.ServiceType == typeof(IArticleEmbedding)))
        {
            services.RemoveAll<IArticleEmbedding>();
            services.AddSingleton<IArticleEmbedding>(provider => provider.GetRequiredService<QdrantIndex>());
        }

        services.AddSingleton(provider => new StandbyIndex(
            provider.GetRequiredService<QdrantIndex>(),
            provider.GetRequiredService<EmbeddedIndex>(),
            provider.GetRequiredService<IOptions<QdrantOptions>>().Value,
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<StandbyIndex>>()));
        services.AddSingleton<IArchiveIndex>(provider => provider.GetRequiredService<IOptions<QdrantOptions>>().Value.Standby
            ? provider.GetRequiredService<StandbyIndex>()
            : provider.GetRequiredService<QdrantIndex>());
        services.AddSingleton<ITermStatistics>(provider => provider.GetRequiredService<IOptions<QdrantOptions>>().Value.Standby
            ? provider.GetRequiredService<EmbeddedIndex>()
            : provider.GetRequiredService<QdrantIndex>());
        return services;
    }

    private static string StatisticsFolderOf(IConfiguration configuration) =>
        configuration["Data:Folder"] is { Length: > 0 } folder
            ? Path.Combine(folder, StatisticsFolder)
            : throw new InvalidOperationException("Data:Folder is not set: state the data folder with --data DIR or NEWSBOT_DATA.");
}
