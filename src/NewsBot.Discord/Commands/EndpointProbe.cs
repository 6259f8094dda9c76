using System.Net;
using System.Text;

namespace NewsBot.Discord.Commands;

/// <summary>Tries whether an interactions endpoint can be reached, as Discord does when its address is entered: with a request that nobody signed.</summary>
public sealed class EndpointProbe(HttpClient http)
{
    /// <summary>What is wrong with the endpoint, as the end of a sentence; null when it answered as it should.</summary>
    public async Task<string?> FaultAsync(Uri endpoint, CancellationToken cancellationToken)
    {
        try
        {
            using var ping = new StringContent("""{"type":1}""", Encoding.UTF8, "application/json");
            using var response = await http.PostAsync(endpoint, ping, cancellationToken);
            return response.StatusCode switch
            {
                HttpStatusCode.Unauthorized => null,
                HttpStatusCode.OK => "takes requests that Discord did not sign, so it is not NewsBot's",
                var status => $"answers with {(int)status} where NewsBot answers 401",
            };
        }
        catch (HttpRequestException exception)
        {
            return $"cannot be reached from here ({exception.HttpRequestError})";
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return "does not answer in time";
        }
    }
}
