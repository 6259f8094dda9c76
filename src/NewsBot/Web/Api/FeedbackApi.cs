using NewsBot.Answering.Stored;
using NewsBot.Archive;
using NewsBot.Web.Api.Keys;
using NewsBot.Web.Failing;
using NewsBot.Web.Health;
using NewsBot.Web.Security;

namespace NewsBot.Web.Api;

/// <summary>POST /api/v1/feedback: whether an answer was good, and what was wrong with it. Saying it again with the same key replaces it.</summary>
internal sealed class FeedbackApi(ArchiveStore store, IAnswerStore answers, SignedLinks links, DiskWatch disk, TimeProvider clock)
{
    private const int LongestComment = 2_000;

    /// <summary>Keeps what is said; 204.</summary>
    public async Task AddAsync(HttpContext context)
    {
        var (request, problem) = await ApiRequest.ReadBodyAsync(context, ApiJson.Default.FeedbackRequest);
        problem ??= disk.Problem is not null ? Problem.ReadOnly : FindProblem(request!);
        if (problem is not null)
        {
            await ApiResponse.SendProblemAsync(context, problem);
            return;
        }

        if (!ApiRequest.TryReadArchive(context, store, links, out var archive) || answers.Find(archive, request!.Answer!.Value) is not { } answer)
        {
            await ApiResponse.SendProblemAsync(context, Problem.NotFound);
            return;
        }

        store.Readers.Add(new Feedback
        {
            At = clock.GetUtcNow(),
            Archive = archive,
            Answer = answer.Id,
            Guild = "",
            User = $"api: {ApiDoor.KeyOf(context)!.Name}",
            Question = answer.Question,
            IsGood = request.Good!.Value,
            Kind = request.Kind,
            Comment = string.IsNullOrWhiteSpace(request.Comment) ? null : request.Comment.Trim(),
        });
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }

    private static Problem? FindProblem(FeedbackRequest request) => request switch
    {
        { Answer: null } or { Good: null } => Problem.BadRequest("'answer' or 'good' is missing.", "Give the id of an answer, and true or false."),
        { Kind: { } kind } when !Feedback.Kinds.Contains(kind) => Problem.BadRequest("'kind' is none that is known.", $"Give one of {string.Join(", ", Feedback.Kinds)}, or leave it out."),
        { Comment.Length: > LongestComment } => Problem.BadRequest("'comment' is too long.", FormattableString.Invariant($"Send up to {LongestComment:N0} characters.")),
        _ => null,
    };
}
