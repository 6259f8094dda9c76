using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Polly.CircuitBreaker;

namespace NewsBot.Ingestion.Fetching;

/// <summary>The sentences for what can go wrong in a fetch: what happened, and what to do.</summary>
internal static class FetchFailures
{
    /// <summary>The sentence for a status that is no success.</summary>
    public static string ForStatus(HttpStatusCode status)
    {
        var number = ((int)status).ToString(CultureInfo.InvariantCulture);
        return (int)status switch
        {
            401 or 402 or 407 => $"the server said {number}: the page needs a login; save it in your browser and ingest the file",
            403 => "the server said 403 (forbidden): it wants a login or refuses robots; save the page in your browser and ingest the file",
            404 => "the server said 404 (not found); check the address",
            410 => "the server said 410 (gone): the page was withdrawn for good; leave it out",
            429 => "the server said 429 (too many requests); try again later",
            451 => "the server said 451 (unavailable for legal reasons); leave it out",
            >= 500 => $"the server said {number}: it has trouble of its own; try again later",
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
        HttpRequestException { InnerException: AuthenticationException } => "no secure connection could be made (the server's certificate is not valid); check the address, or save the page and ingest the file",
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain } } or SocketException =>
            "there is no server of that name; check the address",
        HttpRequestException { InnerException: SocketException { SocketErrorCode: SocketError.ConnectionRefused } } => "the server refuses connections; check the address and its port, or try again later",
        HttpRequestException => $"the server could not be reached or broke off ({exception.Message.TrimEnd('.')}); try again later",
        _ => null,
    };
}
