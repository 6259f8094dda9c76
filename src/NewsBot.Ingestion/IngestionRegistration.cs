using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsBot.Ingestion.Fetching;
using NewsBot.Ingestion.Formats;
using NewsBot.Ingestion.Jobs;
using NewsBot.Ingestion.Scheduling;
using NewsBot.Ingestion.Sources;

namespace NewsBot.Ingestion;

/// <summary>Registers ingestion.</summary>
public static class IngestionRegistration
{
    /// <summary>Registers the pipeline and its sources. An <see cref="Archive.ArchiveStore"/> and a <see cref="TimeProvider"/> must be registered too.</summary>
    public static IServiceCollection AddIngestion(this IServiceCollection services)
    {
        services.AddOptions<IngestionOptions>().BindConfiguration(IngestionOptions.SectionName).ValidateOnStart();
        services.AddSingleton<IValidateOptions<IngestionOptions>, IngestionRangesValidator>();
        services.AddSingleton<IValidateOptions<IngestionOptions>, AllowedNetworksValidator>();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<IngestionOptions>>().Value);
        services.AddSingleton<FormatReader>();
        services.AddSingleton<FileSource>();
        services.AddSingleton<WebFetcher>();
        services.AddSingleton<WebSource>();
        services.AddSingleton<TargetReader>();
        services.AddSingleton<IngestPipeline>();
        services.AddSingleton<Reextraction>();
        services.AddSingleton<BoilerplateLearning>();
        services.AddSingleton<JobEvents>();
        services.AddSingleton<IngestHandover>();
        services.AddSingleton(static provider => ActivatorUtilities.CreateInstance<FeedPoller>(provider, Random.Shared));
        return services;
    }

    /// <summary>Lets the host work through the queue of jobs and look at the scheduled feeds.</summary>
    public static IServiceCollection AddIngestWorker(this IServiceCollection services) => services.AddHostedService<IngestWorker>();
}
