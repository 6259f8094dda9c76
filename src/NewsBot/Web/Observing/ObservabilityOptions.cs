namespace NewsBot.Web.Observing;

/// <summary>Where figures and traces go: section <c>Observability</c>.</summary>
internal sealed class ObservabilityOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Observability";

    /// <summary>Who may read <c>/metrics</c> from elsewhere than this machine. Off: only this machine.</summary>
    public bool PublicMetrics { get; set; }

    /// <summary>An OTLP collector that gets traces and figures, e.g. <c>http://127.0.0.1:4317</c>; unset: none.</summary>
    public string? OtlpEndpoint { get; set; }
}
