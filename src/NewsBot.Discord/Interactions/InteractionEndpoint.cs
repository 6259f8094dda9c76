using System.Diagnostics.Metrics;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using NewsBot.Discord.Responding;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Interactions;

/// <summary>
/// The HTTP transport: Discord posts an interaction, the response to it is the first response. Nothing of a request is parsed before its
/// signature is verified over the bytes as they came; what does not verify gets 401, and only a counter notices. Safe for several
/// requests at once.
/// </summary>
public sealed class InteractionEndpoint : IDisposable
{
    /// <summary>The largest body that is read, in bytes. Discord's are far smaller.</summary>
    public const int MostBytes = 256 * 1024;

    private readonly InteractionSignature _signature;
    private readonly ReplayGuard _replays;
    private readonly FirstResponses _responses;
    private readonly Meter _meter;
    private readonly Counter<long> _received;

    /// <summary>Creates the endpoint; the public key must be set.</summary>
    public InteractionEndpoint(IOptions<DiscordOptions> options, ReplayGuard replays, FirstResponses responses, IMeterFactory meters)
    {
        _signature = new InteractionSignature(options.Value.PublicKey);
        _replays = replays;
        _responses = responses;
        _meter = meters.Create("NewsBot.Discord");
        _received = _meter.CreateCounter<long>("newsbot.discord.interactions", description: "Requests to the interactions endpoint by what became of them.");
    }

    /// <summary>Answers one request.</summary>
    public async Task HandleAsync(HttpContext context)
    {
        var body = await ReadBodyAsync(context.Request, context.RequestAborted);
        if (body is null)
        {
            Refuse(context, StatusCodes.Status413PayloadTooLarge, "too_large");
        }
        else if (!IsFromDiscord(context.Request, body))
        {
            Refuse(context, StatusCodes.Status401Unauthorized, "not_verified");
        }
        else if (!InteractionReader.TryRead(body, out var interaction))
        {
            Refuse(context, StatusCodes.Status400BadRequest, "not_readable");
        }
        else
        {
            _received.Add(1, new KeyValuePair<string, object?>("outcome", interaction.GetType().Name));
            await RespondAsync(context, interaction);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _meter.Dispose();

    private static async Task<byte[]?> ReadBodyAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MostBytes)
        {
            return null;
        }

        using var body = new MemoryStream((int)(request.ContentLength ?? 4096));
        var buffer = new byte[8192];
        int read;
        while ((read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            if (body.Length + read > MostBytes)
            {
                return null;
            }

            body.Write(buffer, 0, read);
        }

        return body.ToArray();
    }

    private bool IsFromDiscord(HttpRequest request, byte[] body)
    {
        var signature = request.Headers["X-Signature-Ed25519"].ToString();
        var timestamp = request.Headers["X-Signature-Timestamp"].ToString();
        return signature.Length > 0
            && timestamp.Length > 0
            && _signature.IsValid(signature, timestamp, body)
            && _replays.Admits(timestamp, signature);
    }

    private void Refuse(HttpContext context, int status, string outcome)
    {
        _received.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        context.Response.StatusCode = status;
    }

    private Task RespondAsync(HttpContext context, Interaction interaction)
    {
        if (_responses.To(interaction, FormStyle.Labels) is not { } first)
        {
            // The first delivery was answered; Discord ignores what the second one gets.
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            return Task.CompletedTask;
        }

        // The work begins when Discord has the promise, so that its first edit finds something to edit.
        context.Response.OnCompleted(() =>
        {
            first.Delivered();
            return Task.CompletedTask;
        });
        return WriteAsync(context, first.Callback);
    }

    private static async Task WriteAsync(HttpContext context, InteractionCallback callback)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(callback, DiscordJson.Default.InteractionCallback);
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        await context.Response.Body.WriteAsync(json, context.RequestAborted);
    }
}
