using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace NewsBot.Fakes;

/// <summary>How a fake chat model replies to one request.</summary>
public abstract record FakeChatReply
{
    /// <summary>Writes the reply.</summary>
    public abstract Task WriteAsync(HttpResponse response, CancellationToken cancellationToken);

    /// <summary>One event of the stream.</summary>
    private protected static Task WritePieceAsync(HttpResponse response, string piece, CancellationToken cancellationToken)
    {
        var chunk = JsonSerializer.Serialize(new
        {
            id = "chatcmpl-1", @object = "chat.completion.chunk", created = 1_700_000_000, model = "fake",
            choices = new[] { new { index = 0, delta = new { role = "assistant", content = piece }, finish_reason = (string?)null } },
        });
        return response.WriteAsync($"data: {chunk}\n\n", cancellationToken);
    }

    /// <summary>Streams a text in pieces and ends properly.</summary>
    /// <param name="Text">The whole text.</param>
    /// <param name="PieceLength">Characters a piece.</param>
    public sealed record Says(string Text, int PieceLength = 7) : FakeChatReply
    {
        /// <summary>The tokens that are reported at the end, as OpenAI does when asked for them; null reports none, as many local servers do.</summary>
        public (int Prompt, int Completion)? Usage { get; init; }

        /// <inheritdoc/>
        public override async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
        {
            response.ContentType = "text/event-stream";
            foreach (var piece in Text.Chunk(PieceLength))
            {
                await WritePieceAsync(response, new string(piece), cancellationToken);
            }

            if (Usage is { } usage)
            {
                var chunk = JsonSerializer.Serialize(new
                {
                    id = "chatcmpl-1", @object = "chat.completion.chunk", created = 1_700_000_000, model = "fake", choices = Array.Empty<object>(),
                    usage = new { prompt_tokens = usage.Prompt, completion_tokens = usage.Completion, total_tokens = usage.Prompt + usage.Completion },
                });
                await response.WriteAsync($"data: {chunk}\n\n", cancellationToken);
            }

            await response.WriteAsync("data: [DONE]\n\n", cancellationToken);
        }
    }

    /// <summary>Says its text with a pause before every piece.</summary>
    public sealed record Stammers(string Text, int PieceLength, TimeSpan Pause) : FakeChatReply
    {
        /// <inheritdoc/>
        public override async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
        {
            response.ContentType = "text/event-stream";
            foreach (var piece in Text.Chunk(PieceLength))
            {
                await Task.Delay(Pause, cancellationToken);
                await WritePieceAsync(response, new string(piece), cancellationToken);
                await response.Body.FlushAsync(cancellationToken);
            }

            await response.WriteAsync("data: [DONE]\n\n", cancellationToken);
        }
    }

    /// <summary>Wants a tool called instead of saying anything.</summary>
    /// <param name="Tool">The tool's name.</param>
    public sealed record CallsTool(string Tool) : FakeChatReply
    {
        /// <inheritdoc/>
        public override async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
        {
            var call = new { index = 0, id = "call_1", type = "function", function = new { name = Tool, arguments = "{}" } };
            var chunk = JsonSerializer.Serialize(new
            {
                id = "chatcmpl-1", @object = "chat.completion.chunk", created = 1_700_000_000, model = "fake",
                choices = new[] { new { index = 0, delta = new { role = "assistant", tool_calls = new[] { call } }, finish_reason = "tool_calls" } },
            });
            response.ContentType = "text/event-stream";
            await response.WriteAsync($"data: {chunk}\n\ndata: [DONE]\n\n", cancellationToken);
        }
    }

    /// <summary>Thinks for a while, then says its text.</summary>
    public sealed record Dawdles(string Text, TimeSpan Pause) : FakeChatReply
    {
        /// <inheritdoc/>
        public override async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
        {
            await Task.Delay(Pause, cancellationToken);
            await new Says(Text).WriteAsync(response, cancellationToken);
        }
    }

    /// <summary>Streams a text and then breaks the connection.</summary>
    /// <param name="Text">What comes before the break.</param>
    public sealed record BreaksOff(string Text) : FakeChatReply
    {
        private static readonly TimeSpan TimeToLeave = TimeSpan.FromMilliseconds(10);

        /// <inheritdoc/>
        public override async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
        {
            response.ContentType = "text/event-stream";
            await WritePieceAsync(response, Text, cancellationToken);
            await response.Body.FlushAsync(cancellationToken);

            // What was flushed may not have left yet, and breaking off at once would take it along.
            await Task.Delay(TimeToLeave, cancellationToken);
            response.HttpContext.Abort();
        }
    }

    /// <summary>Streams a text and then says nothing more, without ending.</summary>
    /// <param name="Text">What comes before the silence.</param>
    public sealed record GetsStuck(string Text) : FakeChatReply
    {
        /// <inheritdoc/>
        public override async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
        {
            response.ContentType = "text/event-stream";
            await WritePieceAsync(response, Text, cancellationToken);
            await response.Body.FlushAsync(cancellationToken);
            await Task.Delay(Timeout.Infinite, cancellationToken).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    /// <summary>Refuses with a status.</summary>
    /// <param name="Status">The HTTP status, e.g. 429.</param>
    public sealed record Refuses(int Status) : FakeChatReply
    {
        /// <inheritdoc/>
        public override Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
        {
            response.StatusCode = Status;
            return response.WriteAsync("{\"error\":{\"message\":\"refused\",\"type\":\"test\"}}", cancellationToken);
        }
    }

    /// <summary>Sends what is no event stream at all.</summary>
    public sealed record TalksNonsense : FakeChatReply
    {
        /// <inheritdoc/>
        public override Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
        {
            response.ContentType = "text/event-stream";
            return response.WriteAsync("data: {\"choices\": [}\n\n", cancellationToken);
        }
    }
}
