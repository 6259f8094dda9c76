using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Retrieval.Dense;
using NewsBot.Retrieval.Reranking;
using NewsBot.Retrieval.Text;

namespace NewsBot.Retrieval;

/// <summary>Registers retrieval.</summary>
public static class RetrievalRegistration
{
    /// <summary>The folder of the index inside the data folder.</summary>
    private const string IndexFolder = "index";

    /// <summary>
    /// Adds the embedded index in the folder <c>index</c> of <c>Data:Folder</c>, the text analysis, the term statistics and, where section
    /// <c>Embeddings</c> names one, the embedding model. Needs an <see cref="IArchiveReader"/>; options are checked at start.
    /// </summary>
    public static IServiceCollection AddRetrieval(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<RetrievalOptions>().Bind(configuration.GetSection(RetrievalOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<TextAnalysis>();
        services.AddDense(configuration, () => DataFolderOf(configuration));
        services.AddSingleton(provider => new EmbeddedIndex(
            Path.Combine(DataFolderOf(configuration), IndexFolder),
            provider.GetRequiredService<IArchiveReader>(),
            provider.GetRequiredService<TextAnalysis>(),
            provider.GetRequiredService<IOptions<RetrievalOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<EmbeddedIndex>>(),
            provider.GetService<ArticleVectors>(),
            provider.GetService<Reranker>()));
        services.AddSingleton<IArchiveIndex>(provider => provider.GetRequiredService<EmbeddedIndex>());
        services.AddSingleton<ITermStatistics>(provider => provider.GetRequiredService<EmbeddedIndex>());
        return services;
    }

    private static string DataFolderOf(IConfiguration configuration) =>
        configuration["Data:Folder"] is { Length: > 0 } folder
            ? folder
            : throw new InvalidOperationException("Data:Folder is not set: state the data folder with --data DIR or NEWSBOT_DATA.");
}
