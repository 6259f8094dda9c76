using System.Globalization;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Ingestion;
using NewsBot.Web.Api.Keys;
using NewsBot.Web.Failing;
using NewsBot.Web.Health;
using NewsBot.Web.Security;

namespace NewsBot.Web.Api;

/// <summary>
/// /api/v1/jobs: adding articles from addresses, and looking after the jobs of the archives that the key opens. Paths of this machine are never read
/// for the API.
/// </summary>
internal sealed class JobsApi(ArchiveStore store, SignedLinks links, DiskWatch disk)
{
    private const int MostTargets = 200;
    private const int UsualLimit = 50;
    private const int MostJobs = 500;
    private const int MostFailures = 20;

    /// <summary>GET /api/v1/jobs?limit=.</summary>
    public Task ListAsync(HttpContext context)
    {
        var asked = context.Request.Query["limit"].ToString();
        if (asked.Length > 0 && !(int.TryParse(asked, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 1 and <= MostJobs))
        {
            return ApiResponse.SendProblemAsync(context, Problem.BadRequest("'limit' is out of range.", FormattableString.Invariant($"Give a number from 1 to {MostJobs}.")));
        }

        var limit = asked.Length > 0 ? int.Parse(asked, CultureInfo.InvariantCulture) : UsualLimit;
        var jobs = store.Jobs.List(MostJobs).Where(job => Opens(context, job.Archive)).Take(limit).Select(job => JobJson.From(job));
        return ApiResponse.SendTaggedAsync(context, new JobsJson([.. jobs]), ApiJson.Default.JobsJson);
    }

    /// <summary>GET /api/v1/jobs/{number}.</summary>
    public Task ShowAsync(HttpContext context) => Find(context) is { } job
        ? ApiResponse.SendTaggedAsync(context, JobJson.From(job, store.Jobs.Failures(job.Number, MostFailures), store.Jobs.CountRemoved(job.Number)), ContractJson.Default.JobJson)
        : ApiResponse.SendProblemAsync(context, Problem.NotFound);

    /// <summary>POST /api/v1/jobs: 202 with the job, which a worker takes up.</summary>
    public async Task AddAsync(HttpContext context)
    {
        var (request, problem) = await ApiRequest.ReadBodyAsync(context, ApiJson.Default.JobRequestJson);
        problem ??= disk.Problem is not null ? Problem.ReadOnly : FindProblem(request!);
        if (problem is null && (!ArchiveName.TryParse(request!.Archive ?? ArchiveName.Default.Value, out var named) || !Opens(context, named)))
        {
            problem = Problem.NotFound;
        }

        if (problem is not null)
        {
            await ApiResponse.SendProblemAsync(context, problem);
            return;
        }

        var archive = ArchiveName.Parse(request!.Archive ?? ArchiveName.Default.Value);
        var job = store.Jobs.Enqueue(archive, new JobRequest { Targets = request.Targets!, Kind = request.Kind ?? TargetKinds.Auto }, $"api: {ApiDoor.KeyOf(context)!.Name}");
        context.Response.Headers.Location = FormattableString.Invariant($"/api/v1/jobs/{job.Number}");
        await ApiResponse.SendAsync(context, JobJson.From(job), ContractJson.Default.JobJson, StatusCodes.Status202Accepted);
    }

    /// <summary>POST /api/v1/jobs/{number}/cancel: the job as it then stands.</summary>
    public Task CancelAsync(HttpContext context)
    {
        if (Find(context) is not { } job)
        {
            return ApiResponse.SendProblemAsync(context, Problem.NotFound);
        }

        store.Jobs.Cancel(job.Number);
        return ApiResponse.SendAsync(context, JobJson.From(store.Jobs.Find(job.Number)!), ContractJson.Default.JobJson);
    }

    private Job? Find(HttpContext context) =>
        long.TryParse(context.Request.RouteValues["number"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && store.Jobs.Find(number) is { } job && Opens(context, job.Archive) ? job : null;

    private bool Opens(HttpContext context, ArchiveName archive) => ApiDoor.MayRead(context, links, archive);

    private static Problem? FindProblem(JobRequestJson request)
    {
        if (request.Targets is not { Count: > 0 and <= MostTargets } targets || !targets.All(target => target is not null && TargetKinds.IsAddress(target)))
        {
            return Problem.BadRequest("'targets' holds no addresses.", FormattableString.Invariant($"Give 1 to {MostTargets} addresses that begin with http:// or https://."));
        }

        return request.Kind is { } kind && !TargetKinds.Names.Contains(kind)
            ? Problem.BadRequest("'kind' is none that is known.", $"Give one of {string.Join(", ", TargetKinds.Names)}, or leave it out.")
            : null;
    }
}
