using NewsBot.Answering.Stored;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Web.Failing;
using NewsBot.Web.Security;

namespace NewsBot.Web.Api;

/// <summary>
/// POST /api/v1/answers/{id}/check: is a given answer still supported? Each of its sentences against the articles it cites as they are now. Nothing is
/// changed by asking.
/// </summary>
internal sealed class AnswerCheckApi(ArchiveStore store, IAnswerStore answers, AnswerRecheck recheck, SignedLinks links)
{
    /// <summary>Sends how the answer stands; an answer of another archive is not there.</summary>
    public Task CheckAsync(HttpContext context) =>
        Guid.TryParse(context.Request.RouteValues["id"]?.ToString(), out var id) && ApiRequest.TryReadArchive(context, store, links, out var archive) && Check(archive, id) is { } check
            ? ApiResponse.SendAsync(context, check, ContractJson.Default.AnswerCheckJson)
            : ApiResponse.SendProblemAsync(context, Problem.NotFound);

    private AnswerCheckJson? Check(ArchiveName archive, Guid id) =>
        answers.Find(archive, id) is { } answer ? AnswerCheckJson.From(store, archive, answer, recheck.Check(archive, answer))
        : store.Answers.WithdrawnSourcesOf(archive, id).Count > 0 ? AnswerCheckJson.Withdrawn(id)
        : null;
}
