using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.AI;
using Polly;

namespace NewsBot.Retrieval.Dense.Endpoint;

/// <summary>
/// Vectors of an OpenAI-compatible endpoint: batched, tried again where it is busy or away for a moment, every answer checked (as many vectors as texts, of
/// the stated size, finite). Tokens are counted. Safe for several threads.
/// </summary>
internal sealed class EndpointEmbeddings : IEmbeddingGenerator<string, Embedding<float>>
{
    private readonly EmbeddingsOptions options;
    private readonly VectorModel model;
    private readonly TimeProvider clock;
    private readonly ResiliencePipeline patience;
    private readonly Lazy<HttpClient> client;
    private long requests;
    private long tokens;

    /// <summary>Prepares the endpoint's model; nothing is asked yet.</summary>
    /// <param name="options">The settings.</param>
    /// <param name="model">The model's name there and the size of its vectors.</param>
    /// <param name="clock">The clock.</param>
    public EndpointEmbeddings(EmbeddingsOptions options, VectorModel model, TimeProvider clock)
    {
        this.options = options;
        this.model = model;
        this.clock = clock;
        patience = EndpointPatience.Create(clock);
        client = new Lazy<HttpClient>(Connect);
    }

    /// <inheritdoc/>
    /// <exception cref="EmbeddingUnavailableException">The endpoint is away, over its limit, or answers nonsense.</exception>
    public async Task<GeneratedEmbeddings<Embedding<float>>> GenerateAsync(
        IEnumerable<string> values, EmbeddingGenerationOptions? options = null, CancellationToken cancellationToken = default)
    {
        var embeddings = new GeneratedEmbeddings<Embedding<float>>();
        var used = 0L;
        foreach (var texts in values.Chunk(this.options.BatchSize))
        {
            var answer = await patience.ExecuteAsync(async token => await AskAsync(texts, token), cancellationToken);
            embeddings.AddRange(AnswerCheck.VectorsOf(answer, texts.Length, model).Select(vector => new Embedding<float>(vector)));
            used += answer.Usage?.TotalTokens ?? 0;
            Interlocked.Increment(ref requests);
        }

        Interlocked.Add(ref tokens, used);
        embeddings.Usage = new UsageDetails { InputTokenCount = used };
        return embeddings;
    }

    /// <inheritdoc/>
    public object? GetService(Type serviceType, object? serviceKey = null) =>
        serviceType == typeof(EmbeddingGeneratorMetadata) ? new EmbeddingGeneratorMetadata("openai", AddressOf(options), model.Name, model.Dimensions)
        : serviceType == typeof(ModelPrefixes) ? new ModelPrefixes(options.QuestionPrefix ?? "", options.PassagePrefix ?? "")
        : serviceType == typeof(EmbeddingUsage) ? new EmbeddingUsage(Interlocked.Read(ref requests), Interlocked.Read(ref tokens), options.PricePerMillionTokens)
        : serviceType.IsInstanceOfType(this) ? this : null;

    /// <inheritdoc/>
    public void Dispose()
    {
        if (client.IsValueCreated)
        {
            client.Value.Dispose();
        }
    }

    private static Uri AddressOf(EmbeddingsOptions options) => new(options.Endpoint!.TrimEnd('/') + "/embeddings");

    private async Task<EmbeddingAnswer> AskAsync(string[] texts, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, AddressOf(options))
        {
            Content = JsonContent.Create(new EmbeddingRequest(model.Name, texts), EndpointJson.Default.EmbeddingRequest),
        };
        try
        {
            using var response = await client.Value.SendAsync(request, cancellationToken);
            return response.IsSuccessStatusCode
                ? await response.Content.ReadFromJsonAsync(EndpointJson.Default.EmbeddingAnswer, cancellationToken) ?? throw new JsonException("The answer is null.")
                : throw Refused(response);
        }
        catch (JsonException failure)
        {
            throw Unavailable("answers what is no list of vectors", "Is Embeddings:Endpoint the base of an OpenAI-compatible API?", failure);
        }
        catch (OperationCanceledException failure) when (!cancellationToken.IsCancellationRequested)
        {
            throw Unavailable($"did not answer within {options.RequestSeconds} seconds", "Raise Embeddings:RequestSeconds or lower Embeddings:BatchSize.", failure, TimeSpan.Zero);
        }
        catch (Exception failure) when (failure is HttpRequestException or IOException)
        {
            throw Unavailable($"cannot be reached ({failure.Message.TrimEnd('.')})", "Check Embeddings:Endpoint.", failure, TimeSpan.Zero);
        }
    }

    private EmbeddingUnavailableException Refused(HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return response.StatusCode switch
        {
            HttpStatusCode.TooManyRequests => Unavailable("is over its limit (429)", "It goes on by itself.", retryAfter: WantedPause(response)),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => Unavailable($"refuses the key ({status})", "Check Embeddings:ApiKey."),
            HttpStatusCode.NotFound => Unavailable("does not know the address or the model (404)", "Check Embeddings:Endpoint and Embeddings:Model."),
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity =>
                new EmbeddingUnavailableException($"The embedding endpoint {options.Endpoint} refuses a request ({status}): check Embeddings:Model, or lower Embeddings:BatchSize.") { IsOfTheText = true },
            _ when status >= 500 => Unavailable($"fails ({status})", "It goes on by itself.", retryAfter: WantedPause(response)),
            _ => Unavailable($"answers with {status}", "Check Embeddings:Endpoint."),
        };
    }

    private TimeSpan WantedPause(HttpResponseMessage response)
    {
        var wanted = response.Headers.RetryAfter is { } header ? header.Delta ?? (header.Date - clock.GetUtcNow()) ?? TimeSpan.Zero : TimeSpan.Zero;
        return wanted < TimeSpan.Zero ? TimeSpan.Zero : wanted;
    }

    private EmbeddingUnavailableException Unavailable(string what, string remedy, Exception? inner = null, TimeSpan? retryAfter = null) =>
        new($"The embedding endpoint {options.Endpoint} {what}. {remedy}", inner) { RetryAfter = retryAfter };

    private HttpClient Connect()
    {
        var made = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }) { Timeout = TimeSpan.FromSeconds(options.RequestSeconds) };
        if (options.ApiKey is { Length: > 0 } key)
        {
            made.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        }

        return made;
    }
}
