using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Retrieval.Dense.Encoders;
using NewsBot.Retrieval.Dense.Endpoint;
using NewsBot.Retrieval.Dense.Models;
using NewsBot.Retrieval.Reranking;

namespace NewsBot.Retrieval.Dense;

/// <summary>Registers embedding models. Without one configured, nothing but the library of models is there.</summary>
internal static class DenseRegistration
{
    private const string ModelFolder = "models";
    private const string VectorFolder = "vectors";

    public static IServiceCollection AddDense(this IServiceCollection services, IConfiguration configuration, Func<string> dataFolder)
    {
        services.AddOptions<EmbeddingsOptions>().Bind(configuration.GetSection(EmbeddingsOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<EmbeddingsOptions>, EmbeddingsOptionsValidator>();
        services.AddSingleton(provider => LibraryOf(provider, dataFolder()));
        services.AddReranking(configuration);
        var provider = configuration[$"{EmbeddingsOptions.Section}:{nameof(EmbeddingsOptions.Provider)}"];
        if (!new EmbeddingsOptions { Provider = provider }.IsOn)
        {
            return services;
        }

        services.AddSingleton(EncodersOf);
        services.AddSingleton<IEmbeddingGenerator<string, Embedding<float>>>(provider => provider.GetRequiredService<TextEncoders>().Configured);
        services.AddSingleton(provider => new ArticleVectors(
            Path.Combine(dataFolder(), VectorFolder),
            provider.GetRequiredService<IArchiveReader>(),
            provider.GetRequiredService<TextEncoders>(),
            provider.GetRequiredService<IOptions<EmbeddingsOptions>>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<ArticleVectors>>()));
        services.AddSingleton<IArticleEmbedding>(provider => provider.GetRequiredService<ArticleVectors>());
        return services;
    }

    private static void AddReranking(this IServiceCollection services, IConfiguration configuration)
    {
        var section = configuration.GetSection(RerankingOptions.Section);
        if (string.IsNullOrWhiteSpace(section[nameof(RerankingOptions.Model)]))
        {
            return;
        }

        services.AddOptions<RerankingOptions>().Bind(section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<RerankingOptions>>().Value;
            return new Reranker(
                provider.GetRequiredService<ModelLibrary>().FolderOf(options.Model!),
                options,
                provider.GetRequiredService<IOptions<EmbeddingsOptions>>().Value,
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<Reranker>>());
        });
    }

    private static ModelLibrary LibraryOf(IServiceProvider provider, string dataFolder)
    {
        var options = provider.GetRequiredService<IOptions<EmbeddingsOptions>>().Value;
        var folder = string.IsNullOrWhiteSpace(options.ModelFolder) ? Path.Combine(dataFolder, ModelFolder) : Path.GetFullPath(options.ModelFolder);
        return new ModelLibrary(folder, options, provider.GetRequiredService<TimeProvider>());
    }

    /// <summary>A former model is to be had where its folder is still in the library, or at the same endpoint.</summary>
    private static TextEncoders EncodersOf(IServiceProvider provider)
    {
        var options = provider.GetRequiredService<IOptions<EmbeddingsOptions>>().Value;
        var library = provider.GetRequiredService<ModelLibrary>();
        var clock = provider.GetRequiredService<TimeProvider>();
        return options.Is(EmbeddingsOptions.OpenAI)
            ? new TextEncoders(
                new EndpointEmbeddings(options, new VectorModel(options.Model!, options.Dimensions), clock),
                model => new EndpointEmbeddings(options, model, clock))
            : new TextEncoders(
                new OnnxEncoder(library.FolderOf(options.Model!), options),
                model => Directory.Exists(library.FolderOf(model.Name)) ? new OnnxEncoder(library.FolderOf(model.Name), options) : null);
    }
}
