using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Polly.CircuitBreaker;

namespace NewsBot.Ingestion.Fetching;

/// <summary>The sentences for what can go wrong in a fetch: what happened, and what to do.</summary>
internal static class FetchFailures
{
    /// <summary>The sentence for a status that is no success.</summary>
    /// <param name="status">What the server said.</param>
    /// <param name="wait">How long it asks to be left alone, if it does.</param>
    public static string ForStatus(HttpStatusCode status, TimeSpan? wait)
    {
        var number = ((int)status).ToString(CultureInfo.InvariantCulture);
        return (int)status switch
        {
            401 or 402 or 407 => $"the server said {number}: the page needs a login; save it in your browser and ingest the file",
            403 => "the server said 403 (forbidden): it wants a login or refuses robots; save the page in your browser and ingest the file",
            404 => "the server said 404 (not found); check the address",
            410 => "the server said 410 (gone): the page was withdrawn for good; leave it out",
            429 => $"the server said 429 (too many requests); try again {When(wait)}",
            451 => "the server said 451 (unavailable for legal reasons); leave it out",
            >= 500 => $"the server said {number}: it has trouble of its own; try again {When(wait)}",
            _ => $"the server said {number}, not the page; check the address in a browser",
        };
    }

    /// <summary>The sentence for an error of the connection, or null for an error of another kind.</summary>
    public static string? ForException(Exception exception, int timeoutSeconds) => exception switch
    {
        HttpRequestException { InnerException: AddressNotAllowedException inner } => inner.Message,
        AddressNotAllowedException => exception.Message,
        BrokenCircuitException => "the server failed several times in a row and is left alone for a while; try again later",
        OperationCanceledException => string.Create(CultureInfo.InvariantCulture, $"the server did not answer within {timeoutSeconds} seconds; try again later or raise Ingestion:FetchTimeoutSeconds"),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } =>
            "no secure connection could be made (the certificate is not valid, or what answers does not speak TLS); check the address and whether it begins with http or https, or save the page and ingest the file",
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } } or SocketException =>
            "there is no server of that name; check the address",
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => "the server refuses connections; check the address and its port, or try again later",
        HttpRequestException { HttpRequestError: HttpRequestError.InvalidResponse } => "what answers there is no web server; check the address and its port",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "the server sent more headers than any page needs; save the page in your browser and ingest the file",
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } => "the server cannot be reached; check the address and the network, or try again later",
        HttpRequestException => "the server closed the connection without an answer; try again later",
        _ => null,
    };

    private static string When(TimeSpan? wait) => wait switch
    {
        null or { Ticks: <= 0 } => "later",
        { TotalMinutes: <= 2 } => string.Create(CultureInfo.InvariantCulture, $"in {Math.Ceiling(wait.Value.TotalSeconds)} seconds, as it asks"),
        { TotalHours: <= 2 } => string.Create(CultureInfo.InvariantCulture, $"in {Math.Ceiling(wait.Value.TotalMinutes)} minutes, as it asks"),
        { TotalHours: <= 100_000 } => string.Create(CultureInfo.InvariantCulture, $"in {Math.Ceiling(wait.Value.TotalHours)} hours, as it asks"),
        _ => "later",
    };
}
