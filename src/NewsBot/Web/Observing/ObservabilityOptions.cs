namespace NewsBot.Web.Observing;

/// <summary>Where figures and traces go: section <c>Observability</c>.</summary>
internal sealed class ObservabilityOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Observability";

    /// <summary>Who may read <c>/metrics</c> from elsewhere than this machine. Off: only this machine.</summary>
    public bool PublicMetrics { get; set; }

    /// <summary>An OTLP collector that gets traces and figures, e.g. <c>http://127.0.0.1:4317</c>; unset: none.</summary>
    public string? OtlpEndpoint { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value; }

    /// <summary>How the collector is spoken to: <c>grpc</c> (port 4317) or <c>http</c> (port 4318). Default grpc.</summary>
    public string OtlpProtocol { get; set; } = "grpc";

    /// <summary>What is wrong with the settings, with its remedy; null where nothing is.</summary>
    public string? Problem => OtlpEndpoint is { } endpoint && !(Uri.TryCreate(endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        ? $"Observability:OtlpEndpoint is '{endpoint}': give the collector's address such as http://127.0.0.1:4317, or leave it out."
        : OtlpProtocol is "grpc" or "http" ? null
        : $"Observability:OtlpProtocol is '{OtlpProtocol}': give grpc or http.";
}
