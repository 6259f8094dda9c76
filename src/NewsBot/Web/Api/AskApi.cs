using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Web.Api.Keys;
using NewsBot.Web.Failing;
using NewsBot.Web.Security;

namespace NewsBot.Web.Api;

/// <summary>
/// Asking by programs: GET with <c>question</c> in the address or POST with a JSON body; as one document, or as server-sent events for
/// those who accept <c>text/event-stream</c>. Only sentences that the verifier accepted are ever sent.
/// </summary>
internal sealed class AskApi(IQuestionAnswerer answerer, IArchiveReader archives, SignedLinks links)
{
    /// <summary>GET and POST /api/v1/ask.</summary>
    public async Task AskAsync(HttpContext context)
    {
        if (!ApiRequest.TryReadArchive(context, archives, links, out var archive))
        {
            await ApiResponse.SendProblemAsync(context, Problem.NotFound);
            return;
        }

        var (request, problem) = await ReadAsync(context);
        (var question, problem) = request is null ? (null, problem) : ApiRequest.ReadQuestion(request, archive, ApiDoor.KeyOf(context));
        if (question is null)
        {
            await ApiResponse.SendProblemAsync(context, problem!);
        }
        else if (WantsEvents(context))
        {
            await StreamAsync(context, question);
        }
        else
        {
            var answer = await answerer.AnswerCompletelyAsync(question, context.RequestAborted);
            await ApiResponse.SendAsync(context, AnswerJson.From(answer), ContractJson.Default.AnswerJson);
        }
    }

    private static async Task<(AskRequest? Request, Problem? Problem)> ReadAsync(HttpContext context)
    {
        if (HttpMethods.IsPost(context.Request.Method))
        {
            return await ApiRequest.ReadBodyAsync(context, ApiJson.Default.AskRequest);
        }

        var query = context.Request.Query;
        return (new AskRequest(query["question"], query["as_of"], query["since"], query["until"], query["source"]), null);
    }

    private static bool WantsEvents(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains("text/event-stream", StringComparison.OrdinalIgnoreCase);

    private async Task StreamAsync(HttpContext context, Question question)
    {
        await using var steps = answerer.AnswerAsync(question, context.RequestAborted).GetAsyncEnumerator(context.RequestAborted);

        // The first step shows whether the question is taken at all, while there still is a status to set.
        await steps.MoveNextAsync();
        context.Response.ContentType = "text/event-stream";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        await SseFormatter.WriteAsync(EventsAsync(steps, context.RequestAborted), context.Response.Body, context.RequestAborted);
    }

    private async IAsyncEnumerable<SseItem<string>> EventsAsync(
        IAsyncEnumerator<AnswerProgress> steps, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        do
        {
            cancellationToken.ThrowIfCancellationRequested();
            yield return steps.Current switch
            {
                AnswerProgress.Searching searching => Progress("searching", searching.Articles),
                AnswerProgress.Reading reading => Progress("reading", reading.Passages),
                AnswerProgress.SentenceAccepted accepted => new(JsonSerializer.Serialize(SentenceOf(accepted), ApiJson.Default.SentenceJson), "sentence"),
                AnswerProgress.Completed completed => Complete(completed.Answer),
                var other => throw new InvalidOperationException($"No event shows {other.GetType().Name}."),
            };
        }
        while (await steps.MoveNextAsync());
    }

    private static SseItem<string> Complete(Answer answer) =>
        new(JsonSerializer.Serialize(AnswerJson.From(answer), ContractJson.Default.AnswerJson), "answer");

    private static SseItem<string> Progress(string stage, long count) =>
        new(JsonSerializer.Serialize(new ProgressJson(stage, count), ApiJson.Default.ProgressJson), "progress");

    private static SentenceJson SentenceOf(AnswerProgress.SentenceAccepted accepted) => new(
        new ClaimJson(accepted.Claim.Text, accepted.Claim.Citations, accepted.Claim.Verdict.JsonName()),
        [.. accepted.Citations.Where(citation => accepted.Claim.Citations.Contains(citation.Number)).Select(CitationJson.From)]);
}
