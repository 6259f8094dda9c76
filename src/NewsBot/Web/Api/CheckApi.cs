using System.Globalization;
using NewsBot.Answering.Citations;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Web.Failing;
using NewsBot.Web.Observing;
using NewsBot.Web.Security;

namespace NewsBot.Web.Api;

/// <summary>POST /api/v1/check: every sentence of a text, checked against a source that comes with it or against the archive.</summary>
internal sealed class CheckApi(ArchiveChecker checker, Verifier verifier, IArchiveReader archives, SignedLinks links, QuestionJournal journal)
{
    private const int LongestText = 20_000;
    private const int LongestSource = 200_000;

    /// <summary>Sends a verdict for each sentence, in order.</summary>
    public async Task CheckAsync(HttpContext context)
    {
        var (request, problem) = await ApiRequest.ReadBodyAsync(context, ApiJson.Default.CheckRequest);
        problem ??= FindProblem(request!);
        if (problem is null && request!.Source is null && !ApiRequest.TryReadArchive(context, archives, links, out _))
        {
            problem = Problem.NotFound;
        }

        if (problem is not null)
        {
            await ApiResponse.SendProblemAsync(context, problem);
            return;
        }

        var checks = await ChecksAsync(context, request!);
        journal.Note(checks);
        var lines = checks.Select((check, i) => CheckLineJson.From((i + 1).ToString(CultureInfo.InvariantCulture), check));
        await ApiResponse.SendAsync(context, new CheckJson([.. lines]), ContractJson.Default.CheckJson);
    }

    private static Problem? FindProblem(CheckRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.Text) || request.Text.Length > LongestText)
        {
            return Problem.BadRequest(
                "'text' is empty or too long.",
                FormattableString.Invariant($"Send 1 to {LongestText:N0} characters; check a longer text in parts."));
        }

        return request.Source?.Length > LongestSource
            ? Problem.BadRequest("'source' is too long.", FormattableString.Invariant($"Send up to {LongestSource:N0} characters of the source."))
            : null;
    }

    private async Task<IReadOnlyList<ClaimCheck>> ChecksAsync(HttpContext context, CheckRequest request)
    {
        if (request.Source is { } source)
        {
            return [.. checker.CheckText(request.Text!, verifier.Prepare(source))];
        }

        ApiRequest.TryReadArchive(context, archives, links, out var archive);
        var checks = new List<ClaimCheck>();
        await foreach (var check in checker.CheckTextAsync(archive!, request.Text!, context.RequestAborted))
        {
            checks.Add(check);
        }

        return checks;
    }
}
