using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.Extensions.Options;
using NewsBot.Answering;
using NewsBot.Hosting;
using NewsBot.Retrieval;
using NewsBot.Web.Pages;
using OpenTelemetry.Exporter;
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
        if (options.Problem is { } problem)
        {
            throw new OptionsValidationException(ObservabilityOptions.Section, typeof(ObservabilityOptions), [problem]);
        }

        services.AddOptions<PrivacyOptions>().Bind(configuration.GetSection(PrivacyOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(options).AddSingleton<QuestionFigures>().AddSingleton<ArchiveFigures>().AddSingleton<DiscordFigures>();
        services.AddSingleton<QuestionJournal>().AddHostedService(provider => provider.GetRequiredService<QuestionJournal>());
        services.AddSingleton<QuestionRetention>().AddHostedService(provider => provider.GetRequiredService<QuestionRetention>());
        services.Decorate<IArchiveIndex>((index, provider) => new PartialSearch(
            new ObservedIndex(index, provider.GetRequiredService<IMeterFactory>()), provider.GetRequiredService<ArchiveExtents>()));
        services.Decorate<IQuestionAnswerer>((answerer, provider) => new ObservedAnswerer(
            answerer, provider.GetRequiredService<QuestionFigures>(), provider.GetRequiredService<QuestionJournal>()));

        var telemetry = services.AddOpenTelemetry().WithMetrics(metrics =>
        {
            metrics.AddMeter(Meters).AddPrometheusExporter()
                .AddView("newsbot.question.stage.duration", new ExplicitBucketHistogramConfiguration { Boundaries = StageBounds });
            if (options.OtlpEndpoint is { } endpoint)
            {
                metrics.AddOtlpExporter(exporter => SendTo(endpoint, "v1/metrics", options, exporter));
            }
        });
        if (options.OtlpEndpoint is { } collector)
        {
            telemetry.WithTracing(traces => traces
                .AddSource(QuestionFigures.Name, "NewsBot.*", "Microsoft.AspNetCore")
                .AddOtlpExporter(exporter => SendTo(collector, "v1/traces", options, exporter)));
        }

        return services;
    }

    /// <summary>Serves <c>/metrics</c> to this machine, or to all where the settings say so.</summary>
    public static void MapObservability(this WebApplication app)
    {
        var isPublic = app.Services.GetRequiredService<ObservabilityOptions>().PublicMetrics;
        app.Services.GetRequiredService<ArchiveFigures>();
        app.Services.GetRequiredService<DiscordFigures>();
        app.UseOpenTelemetryPrometheusScrapingEndpoint(context => context.Request.Path == MetricsPath && (isPublic || IsOwnMachine(context)));
    }

    private static void SendTo(string endpoint, string path, ObservabilityOptions options, OtlpExporterOptions exporter)
    {
        var isHttp = options.OtlpProtocol == "http";
        exporter.Protocol = isHttp ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        exporter.Endpoint = new Uri(isHttp ? $"{endpoint.TrimEnd('/')}/{path}" : endpoint);
    }

    private static bool IsOwnMachine(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address) && !context.Request.Headers.ContainsKey("X-Forwarded-For")
        && !context.Request.Headers.ContainsKey("X-Original-For");
}
