using System.ClientModel;
using System.Net;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using NewsBot.Archive;
using OpenAI.Chat;

namespace NewsBot.Answering.Generative;

/// <summary>The model could not be used: away, too slow, over its limit, or answering nonsense. The message is fit for a note under an answer.</summary>
public sealed class ChatUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// The chat model behind an OpenAI-compatible endpoint, reached through Semantic Kernel. Nothing of it is made before the first call, so
/// that a program without a model, or with one it does not ask, starts as if there were none. Safe for several threads.
/// </summary>
public sealed class ChatModel : IDisposable
{
    private readonly ChatOptions options;
    private readonly PromptLibrary prompts;
    private readonly TokenBudget budget;
    private readonly TimeProvider time;
    private readonly Lazy<(Kernel Kernel, HttpClient Client)> made;

    /// <summary>Prepares a model; nothing is made yet.</summary>
    public ChatModel(IOptions<ChatOptions> options, PromptLibrary prompts, TokenBudget budget, TimeProvider time)
    {
        this.options = options.Value;
        this.prompts = prompts;
        this.budget = budget;
        this.time = time;
        made = new Lazy<(Kernel, HttpClient)>(Make);
    }

    /// <summary>Whether a model is configured.</summary>
    public bool IsOn => options.IsOn;

    /// <summary>The model's name.</summary>
    public string Name => options.Model ?? "";

    /// <summary>The version of a prompt's files.</summary>
    public string VersionOf(PromptName prompt) => prompts[prompt].Version;

    /// <summary>Runs a prompt; the pieces of the answer as they come.</summary>
    /// <exception cref="ChatUnavailableException">The model cannot be used, or whoever pays has no tokens left today.</exception>
    public async IAsyncEnumerable<string> StreamAsync(PromptName name, KernelArguments arguments, ModelBill bill, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var span = AnsweringTraces.Source.StartActivity("model")?.SetTag("newsbot.prompt", name.ToString()).SetTag("newsbot.model", Name);
        var prompt = prompts[name];
        var call = budget.Begin(bill, prompt.Length + TokenEstimate.Of(arguments.Values.Select(value => value?.ToString() ?? "")));
        try
        {
            await foreach (var piece in PiecesAsync(prompt, arguments, call, cancellationToken))
            {
                call.Wrote(piece);
                yield return piece;
            }
        }
        finally
        {
            call.End();
        }
    }

    /// <summary>Runs a prompt; the whole answer.</summary>
    /// <exception cref="ChatUnavailableException">The model cannot be used, or whoever pays has no tokens left today.</exception>
    public async Task<string> CompleteAsync(PromptName name, KernelArguments arguments, ModelBill bill, CancellationToken cancellationToken)
    {
        var answer = new StringBuilder();
        await foreach (var piece in StreamAsync(name, arguments, bill, cancellationToken))
        {
            answer.Append(piece);
        }

        return answer.ToString().Trim();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (made.IsValueCreated)
        {
            made.Value.Client.Dispose();
        }
    }

    private async IAsyncEnumerable<string> PiecesAsync(Prompt prompt, KernelArguments arguments, MeteredCall call, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var end = time.GetUtcNow() + TimeSpan.FromSeconds(options.AnswerSeconds);
        patience.CancelAfter(TimeSpan.FromSeconds(Math.Min(options.FirstWordsSeconds, options.AnswerSeconds)));
        await using var pieces = prompt.Function.InvokeStreamingAsync<StreamingChatMessageContent>(made.Value.Kernel, arguments, patience.Token).GetAsyncEnumerator(patience.Token);
        while (await NextAsync(pieces, call, cancellationToken))
        {
            var left = end - time.GetUtcNow();
            patience.CancelAfter(left < TimeSpan.Zero ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(options.NextWordsSeconds, left.TotalSeconds)));
            if (pieces.Current.Metadata?.GetValueOrDefault("Usage") is ChatTokenUsage usage)
            {
                call.Reported(new ModelTokens(usage.InputTokenCount, usage.OutputTokenCount));
            }

            if (pieces.Current.Content is { Length: > 0 } piece)
            {
                yield return piece;
            }
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<StreamingChatMessageContent> pieces, MeteredCall call, CancellationToken asked)
    {
        try
        {
            return await pieces.MoveNextAsync();
        }
        catch (OperationCanceledException) when (asked.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException late)
        {
            throw new ChatUnavailableException("the model took too long", late);
        }
        catch (Exception refused) when (refused is HttpOperationException { StatusCode: HttpStatusCode.TooManyRequests } or ClientResultException { Status: 429 })
        {
            call.WasRefused();
            throw new ChatUnavailableException("the model's limit is reached", refused);
        }
        catch (Exception broken) when (broken is HttpOperationException or HttpRequestException or IOException or ClientResultException or JsonException or KernelException)
        {
            call.WasRefused();
            throw new ChatUnavailableException("the model could not be reached or answered nonsense", broken);
        }
    }

    private (Kernel Kernel, HttpClient Client) Make()
    {
        // Time-outs are taken care of word by word above; the client's own would end a slow local model's answer.
        var client = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = Timeout.InfiniteTimeSpan };
        var builder = Kernel.CreateBuilder();
#pragma warning disable SKEXP0010 // Custom endpoints are marked experimental; they are what makes any model usable.
        builder.AddOpenAIChatCompletion(options.Model!, new Uri(options.Endpoint!), options.ApiKey, httpClient: client);
#pragma warning restore SKEXP0010
        var kernel = builder.Build();
        kernel.PromptRenderFilters.Add(new PromptCleaning());
        return (kernel, client);
    }
}
