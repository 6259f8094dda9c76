using System.Collections.Concurrent;
using System.Text;
using NewsBot.Ingestion.Formats;

namespace NewsBot.Ingestion.Fetching;

/// <summary>The robots.txt of the sites that are fetched from, each kept for an hour.</summary>
internal sealed class Robots(IngestionOptions options, TimeProvider clock, Func<Uri, FetchValidators?, CancellationToken, Task<HttpResponseMessage>> send)
{
    private const int LargestFile = 512 * 1024;
    private const int MostRedirects = 5;
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(1);

    /// <summary>A server's trouble passes sooner than its rules change.</summary>
    private static readonly TimeSpan TroubleKeptFor = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (DateTimeOffset Until, RobotsRules Rules)> known = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>The rules of an address's site. A site without a robots.txt allows everything, one whose robots.txt cannot be had nothing (RFC 9309, 2.3.1).</summary>
    public async Task<RobotsRules> OfAsync(Uri address, CancellationToken cancellationToken)
    {
        var site = address.GetLeftPart(UriPartial.Authority);
        if (known.TryGetValue(site, out var kept) && kept.Until > clock.GetUtcNow())
        {
            return kept.Rules;
        }

        var rules = await FetchAsync(new Uri(site + "/robots.txt"), cancellationToken);
        if (rules is not null)
        {
            known[site] = (clock.GetUtcNow() + (rules.AreUnknown ? TroubleKeptFor : KeptFor), rules);
        }

        // A site that cannot be reached at all gives its own, clearer reason when the page itself is fetched.
        return rules ?? RobotsRules.AllowAll;
    }

    private async Task<RobotsRules?> FetchAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            for (var hops = 0; hops <= MostRedirects; hops++)
            {
                using var response = await send(address, null, cancellationToken);
                if ((int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location && Uri.TryCreate(address, location, out var next) && next.Scheme is "http" or "https")
                {
                    address = next;
                    continue;
                }

                return (int)response.StatusCode switch
                {
                    >= 200 and < 300 => RobotsRules.Parse(await TextAsync(response, cancellationToken), ProductToken(options.UserAgent)),
                    >= 500 => RobotsRules.AllowNone,
                    _ => RobotsRules.AllowAll,
                };
            }

            return RobotsRules.AllowAll;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException or InvalidDataException || (exception is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    private async Task<string> TextAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        Stream text = new ResponseStream(body, TimeSpan.FromSeconds(options.FetchTimeoutSeconds), options.MaximumDownloadBytes, clock);
        text = response.Content.Headers.ContentEncoding.Contains("gzip") ? new Unpacking(options).Gzip(text) : text;
        var buffer = new byte[LargestFile];
        var read = await text.ReadAtLeastAsync(buffer, LargestFile, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, read);
    }

    private static string ProductToken(string userAgent) => userAgent.Split('/', ' ')[0];
}
