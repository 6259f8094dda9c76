using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using NewsBot.Ingestion.Formats;
using NewsBot.Ingestion.Sources;

namespace NewsBot.Ingestion.Fetching;

/// <summary>
/// Fetches from the web politely and safely: robots.txt is kept, hosts get pauses, passing failures are tried again, redirects are followed
/// by hand so that each is checked like the first address, and only allowed addresses are connected to. Safe for several threads at once.
/// </summary>
public sealed class WebFetcher : IDisposable
{
    private readonly IngestionOptions options;
    private readonly TimeProvider clock;
    private readonly HttpClient client;
    private readonly HostPacing pacing;
    private readonly Robots robots;
    private readonly Unpacking unpacking;
    private readonly HostResilience resilience;

    /// <summary>Creates a fetcher.</summary>
    public WebFetcher(IngestionOptions options, TimeProvider clock)
    {
        this.options = options;
        this.clock = clock;
        client = new HttpClient(new GuardedConnections(new AddressRules(options.AllowedNetworks)).CreateHandler()) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd(options.UserAgent);
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip, deflate, br");
        pacing = new HostPacing(clock);
        resilience = new HostResilience(options, clock);
        robots = new Robots(options, clock, SendAsync);
        unpacking = new Unpacking(options);
    }

    /// <summary>Fetches an address. What the server or the network does wrong is a result; only cancellation throws.</summary>
    /// <param name="url">An http or https address.</param>
    /// <param name="validators">What an earlier fetch was told, to ask only for changes.</param>
    /// <param name="cancellationToken">Ends the fetch.</param>
    public async Task<FetchResult> FetchAsync(string url, FetchValidators? validators, CancellationToken cancellationToken)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address))
        {
            return new FetchResult.Failed("it is no address; write it as https://host/path");
        }

        var movedForGood = true;
        for (var hops = 0; hops <= options.MaximumRedirects; hops++)
        {
            if (await RefusalAsync(address, cancellationToken) is { } refusal)
            {
                return new FetchResult.Failed(refusal);
            }

            var (response, failure) = await TrySendAsync(address, validators, cancellationToken);
            if (response is null)
            {
                return new FetchResult.Failed(failure!);
            }

            if (!IsRedirect(response.StatusCode))
            {
                return await ResultAsync(response, address, hops > 0 && movedForGood, cancellationToken);
            }

            movedForGood &= response.StatusCode is HttpStatusCode.MovedPermanently or HttpStatusCode.PermanentRedirect;
            var next = response.Headers.Location is { } location && Uri.TryCreate(address, location, out var target) ? target : null;
            response.Dispose();
            if (next is null)
            {
                return new FetchResult.Failed("the server sends elsewhere without saying where; check the address in a browser");
            }

            address = WithLoginOf(address, next);
        }

        return new FetchResult.Failed(string.Create(CultureInfo.InvariantCulture, $"the server sent in circles, more than {options.MaximumRedirects} times; check the address in a browser"));
    }

    /// <summary>What the site's robots.txt says to this robot.</summary>
    public Task<RobotsRules> RobotsOfAsync(Uri address, CancellationToken cancellationToken) => robots.OfAsync(address, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => client.Dispose();

    private static bool IsRedirect(HttpStatusCode status) =>
        status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    /// <summary>A login goes along to another page of the same server, and to no other server.</summary>
    private static Uri WithLoginOf(Uri address, Uri next)
    {
        var isSameServer = next.Host == address.Host && (next.Authority == address.Authority || (next.Scheme == Uri.UriSchemeHttps && next.IsDefaultPort));
        return address.UserInfo.Length == 0 || next.UserInfo.Length > 0 || !isSameServer
            ? next
            : new Uri($"{next.Scheme}://{address.UserInfo}@{next.Authority}{next.PathAndQuery}");
    }

    private static AuthenticationHeaderValue? LoginOf(Uri address) => address.UserInfo.Length == 0
        ? null
        : new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(address.UserInfo))));

    private async Task<string?> RefusalAsync(Uri address, CancellationToken cancellationToken)
    {
        if (address.Scheme is not ("http" or "https"))
        {
            return $"'{address.Scheme}' addresses are not fetched; give an http or https address";
        }

        var rules = await robots.OfAsync(address, cancellationToken);
        if (!rules.Allow(address.PathAndQuery))
        {
            return rules.AreUnknown
                ? "the site's robots.txt cannot be had because the server has trouble of its own, so nothing of the site is fetched; try again later"
                : "the site's robots.txt does not allow robots to fetch it; ask the publisher, or save the page and ingest the file";
        }

        var pause = TimeSpan.FromMilliseconds(options.HostDelayMilliseconds);
        await pacing.WaitAsync(address.Authority, rules.CrawlDelay is { } asked && asked > pause ? asked : pause, cancellationToken);
        return null;
    }

    private async Task<(HttpResponseMessage? Response, string? Failure)> TrySendAsync(Uri address, FetchValidators? validators, CancellationToken cancellationToken)
    {
        try
        {
            var request = (Fetcher: this, Address: address, Validators: validators);
            return (await resilience.SendAsync(address.Authority, request, static async (wanted, token) => await wanted.Fetcher.SendAsync(wanted.Address, wanted.Validators, token), cancellationToken), null);
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested && FetchFailures.ForException(exception, options.FetchTimeoutSeconds) is not null)
        {
            return (null, FetchFailures.ForException(exception, options.FetchTimeoutSeconds));
        }
    }

    private async Task<HttpResponseMessage> SendAsync(Uri address, FetchValidators? validators, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Authorization = LoginOf(address);
        request.Headers.TryAddWithoutValidation("Accept", "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/json;q=0.9,*/*;q=0.5");
        if (validators?.ETag is { } tag)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", tag);
        }

        if (validators?.LastModified is { } time)
        {
            request.Headers.TryAddWithoutValidation("If-Modified-Since", time);
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(TimeSpan.FromSeconds(options.FetchTimeoutSeconds));
        return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
    }

    private async Task<FetchResult> ResultAsync(HttpResponseMessage response, Uri address, bool movedForGood, CancellationToken cancellationToken)
    {
        if (response.IsSuccessStatusCode)
        {
            var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            var patience = TimeSpan.FromSeconds(options.FetchTimeoutSeconds);
            var shown = address.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped);
            var content = new SourceContent
            {
                Name = shown,
                Url = shown,
                ContentType = response.Content.Headers.TryGetValues("Content-Type", out var types) ? types.First() : null,
                FetchedAt = clock.GetUtcNow(),
                Stream = Decoded(new ResponseStream(body, patience, options.MaximumDownloadBytes, clock), response.Content.Headers.ContentEncoding),
            };
            return new FetchResult.Fetched(content, ValidatorsOf(response), address, movedForGood, response.Headers.CacheControl?.MaxAge, response);
        }

        using (response)
        {
            var wanted = resilience.RetryAfter(response);
            return response.StatusCode == HttpStatusCode.NotModified
                ? new FetchResult.NotModified(response.Headers.CacheControl?.MaxAge)
                : new FetchResult.Failed(FetchFailures.ForStatus(response.StatusCode, wanted), response.StatusCode == HttpStatusCode.Gone, wanted);
        }
    }

    private Stream Decoded(Stream body, ICollection<string> encodings) => encodings.Reverse().Aggregate(body, (stream, encoding) => encoding.ToLowerInvariant() switch
    {
        "gzip" or "x-gzip" => unpacking.Gzip(stream),
        "br" => unpacking.Brotli(stream),
        "deflate" => unpacking.Watched(stream, packed => new ZLibStream(packed, CompressionMode.Decompress)),
        _ => stream,
    });

    private static FetchValidators ValidatorsOf(HttpResponseMessage response) => new(
        response.Headers.TryGetValues("ETag", out var tags) ? tags.First() : null,
        response.Content.Headers.TryGetValues("Last-Modified", out var times) ? times.First() : null);
}
