using Microsoft.Extensions.Options;
using NewsBot.Web.Failing;

namespace NewsBot.Web.Security;

/// <summary>
/// A server on loopback answers only to the names of this machine (and to the public one that is set): otherwise a page on the internet
/// could have its own name point here and read a private archive through the browser of the person at this machine (DNS rebinding).
/// </summary>
internal sealed class HostGuard
{
    private static readonly string[] OwnNames = ["localhost", "127.0.0.1", "[::1]"];

    private readonly Failures _failures;
    private readonly HashSet<string>? _names;

    /// <summary>Reads the names from the settings; beyond loopback every name is taken.</summary>
    public HostGuard(IOptions<WebOptions> options, Failures failures)
    {
        _failures = failures;
        _names = options.Value.ListensOnLoopbackOnly ? new HashSet<string>(OwnNames, StringComparer.OrdinalIgnoreCase) : null;
        if (_names is not null && options.Value.PublicBaseUrl is { } address)
        {
            _names.Add(new Uri(address).Host);
        }
    }

    /// <summary>Lets a request for one of the names through. Discord's requests are signed and come under any name a tunnel has.</summary>
    public Task PassAsync(HttpContext context, RequestDelegate next) =>
        _names is null || _names.Contains(context.Request.Host.Host) || context.Request.Path.StartsWithSegments("/discord", StringComparison.Ordinal)
            ? next(context)
            : _failures.TellAsync(context, Problem.Misdirected);
}
