using System.Net;
using NewsBot.Answering;
using NewsBot.Hosting;
using NewsBot.Retrieval;
using NewsBot.Web.Pages;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace NewsBot.Web.Observing;

/// <summary>Figures at <c>/metrics</c> in the form of Prometheus, and traces and figures to an OTLP collector where one is set.</summary>
internal static class Observability
{
    private const string MetricsPath = "/metrics";

    private static readonly string[] Meters = [QuestionFigures.Name, "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];

    // Seconds: answers without a model take some milliseconds, those with one some seconds.
    private static readonly double[] StageBounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

    /// <summary>Registers the instruments, wraps the answerer that is registered before, and sets up where the figures go.</summary>
    public static IServiceCollection AddObservability(this IServiceCollection services, IConfiguration configuration)
    {
        var options = configuration.GetSection(ObservabilityOptions.Section).Get<ObservabilityOptions>() ?? new ObservabilityOptions();
        services.AddSingleton(options).AddSingleton<QuestionFigures>().AddSingleton<ArchiveFigures>();
        services.Decorate<IArchiveIndex>((index, provider) => new PartialSearch(index, provider.GetRequiredService<ArchiveExtents>()));
        services.Decorate<IQuestionAnswerer>((answerer, provider) => new ObservedAnswerer(answerer, provider.GetRequiredService<QuestionFigures>()));

        var telemetry = services.AddOpenTelemetry().WithMetrics(metrics =>
        {
            metrics.AddMeter(Meters).AddPrometheusExporter()
                .AddView("newsbot.question.stage.duration", new ExplicitBucketHistogramConfiguration { Boundaries = StageBounds });
            if (options.OtlpEndpoint is { } endpoint)
            {
                metrics.AddOtlpExporter(exporter => exporter.Endpoint = new Uri(endpoint));
            }
        });
        if (options.OtlpEndpoint is { } collector)
        {
            telemetry.WithTracing(traces => traces
                .AddSource(QuestionFigures.Name, "NewsBot.*", "Microsoft.AspNetCore")
                .AddOtlpExporter(exporter => exporter.Endpoint = new Uri(collector)));
        }

        return services;
    }

    /// <summary>Serves <c>/metrics</c> to this machine, or to all where the settings say so.</summary>
    public static void MapObservability(this WebApplication app)
    {
        var isPublic = app.Services.GetRequiredService<ObservabilityOptions>().PublicMetrics;
        app.Services.GetRequiredService<ArchiveFigures>();
        app.UseOpenTelemetryPrometheusScrapingEndpoint(context => context.Request.Path == MetricsPath && (isPublic || IsOwnMachine(context)));
    }

    private static bool IsOwnMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !context.Request.Headers.ContainsKey("X-Forwarded-For");
}
