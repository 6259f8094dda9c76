using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;
using NewsBot.Answering.Generative;

namespace NewsBot.Web.Health;

/// <summary>
/// Whether the chat model's endpoint answers, asked for its list of models at most twice a minute: that costs nothing. Without it answers are
/// the archive's own sentences, so its absence is a degradation.
/// </summary>
internal sealed class ModelHealth(IOptions<ChatOptions> options, TimeProvider clock) : IHealthCheck, IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Freshness = TimeSpan.FromSeconds(30);

    private readonly HttpClient _client = new() { Timeout = Patience };
    private long _lookedAt;
    private HealthCheckResult _last;

    /// <inheritdoc/>
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (!options.Value.IsOn)
        {
            return HealthCheckResult.Healthy("none is configured; answers are the archive's own sentences");
        }

        if (_lookedAt == 0 || clock.GetElapsedTime(_lookedAt) > Freshness)
        {
            _last = await LookAsync(cancellationToken);
            _lookedAt = clock.GetTimestamp();
        }

        return _last;
    }

    /// <inheritdoc/>
    public void Dispose() => _client.Dispose();

    private async Task<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, options.Value.Endpoint!.TrimEnd('/') + "/models");
            request.Headers.TryAddWithoutValidation("Authorization", $"Bearer {options.Value.ApiKey}");
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            return (int)response.StatusCode switch
            {
                // An endpoint need not have a list of models; that it says so is an answer.
                < 300 or StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed => HealthCheckResult.Healthy("reachable"),
                StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden => Without("it refuses the key; see Chat:ApiKey"),
                var status => Without(FormattableString.Invariant($"it answers with status {status}")),
            };
        }
        catch (Exception failure) when (failure is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return Without("it cannot be reached or takes too long; see Chat:Endpoint");
        }
    }

    private static HealthCheckResult Without(string reason) => HealthCheckResult.Degraded($"answers are made without it: {reason}");
}
