using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using NewsBot.Archive;
using NewsBot.Ingestion;
using NewsBot.Ingestion.Jobs;
using NewsBot.Terminal;
using NewsBot.Web.Markup;
using NewsBot.Web.Pages;

namespace NewsBot.Web.Administration;

/// <summary>/admin/jobs: the queue as it stands, live where scripts run, and steering it.</summary>
internal sealed class JobsPage(AdminDoor door, ArchiveStore store, JobEvents events)
{
    private const int Shown = 50;
    private const int FailuresShown = 200;

    private static readonly string[] Columns = ["Job", "What", "State", "Added", "Updated", "Unchanged", "Duplicates", "Failed", "Begun", ""];
    private static readonly string[] LiveScripts = ["jobs.js"];

    /// <summary>GET /admin/jobs.</summary>
    public Task ShowAsync(HttpContext context) => door.ShowAsync(context, session => new AdminPage("/admin/jobs", "Jobs", Html.Of($"""
        <div data-jobs="/admin/jobs/events">
        {AdminFrame.Table(Columns, [.. store.Jobs.List(Shown).Select(job => Row(job, session))], "Nothing has been ingested by a job yet.")}
        </div>
        """))
    {
        Scripts = LiveScripts,
    });

    /// <summary>GET /admin/jobs/{number}: what was asked for, and each item that failed with its reason.</summary>
    public Task ShowOneAsync(HttpContext context) => door.ShowAsync(context, session =>
        long.TryParse(context.Request.RouteValues["number"] as string, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && store.Jobs.Find(number) is { } job
            ? One(job, session)
            : new AdminPage("/admin/jobs", "No such job", Html.Of($"<p>There is no job of that number. <a href=\"/admin/jobs\">All jobs</a></p>")) { Status = StatusCodes.Status404NotFound });

    /// <summary>GET /admin/jobs/events: an event <c>job</c> with the job's row each time something happens to one.</summary>
    public async Task StreamAsync(HttpContext context)
    {
        if (await door.RequireAsync(context) is not { } session)
        {
            return;
        }

        context.Response.ContentType = "text/event-stream";
        context.Response.Headers["X-Accel-Buffering"] = "no";
        await SseFormatter.WriteAsync(Rows(session, context.RequestAborted), context.Response.Body, context.RequestAborted);
    }

    /// <summary>POST /admin/jobs/steer: pause, cancel or retry.</summary>
    public Task SteerAsync(HttpContext context) => door.ActAsync(context, "jobs.steer", form =>
    {
        var isNumber = long.TryParse(form["job"], NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        var done = isNumber && form["do"].ToString() switch
        {
            "pause" => store.Jobs.Pause(number, "paused in the administration"),
            "cancel" => store.Jobs.Cancel(number),
            "retry" => store.Jobs.Retry(number),
            _ => false,
        };
        return new AdminOutcome("/admin/jobs", done ? $"Job {number}: {form["do"]}." : "Nothing was changed: the job has ended meanwhile, or does so already.");
    });

    private async IAsyncEnumerable<SseItem<string>> Rows(AdminSession session, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        // Says at once that the stream stands, so that the page need not guess.
        yield return new SseItem<string>("", "begun");
        await foreach (var happened in events.ListenAsync(cancellationToken))
        {
            if (store.Jobs.Find(happened.Job) is { } job)
            {
                yield return new SseItem<string>(Row(job, session).ToString(), "job");
            }
        }
    }

    private static Html Row(Job job, AdminSession session) => Html.Of($"""
        <tr id="job-{job.Number}">
          <th scope="row" data-label="Job"><a href="/admin/jobs/{job.Number}">{job.Number}</a></th>
          <td class="what" data-label="What"><bdi>{Targets(job)}</bdi><br><small>into {job.Archive.Value}, for {job.RequestedBy}</small></td>
          <td data-label="State">{job.State.ToString()}{State(job)}</td>
          {Count("Added", job.Counts.Added)}{Count("Updated", job.Counts.Updated)}{Count("Unchanged", job.Counts.Unchanged)}{Count("Duplicates", job.Counts.Duplicates)}{Count("Failed", job.Counts.Failed)}
          <td data-label="Begun">{Moments.Exactly(NewsTime.OfInstant(job.CreatedAt))}</td>
          <td>{Steering(job, session)}</td>
        </tr>
        """);

    private static Html Count(string label, long number) => Html.Of($"""<td class="count" data-label="{label}">{number:N0}</td>""");

    private static Html State(Job job) => (job.State, IngestProgress.Of(job)) switch
    {
        (JobState.Running, { } progress) => Html.Of($"<br>{Html.If(progress.Fraction is not null, $"{Bar((long)(progress.Fraction.GetValueOrDefault() * 100))}")}<small>{Pace(progress)}</small>"),
        (JobState.Paused, _) when job.Message is { } message => Html.Of($"<br><small>{message}</small>"),
        _ => Html.None,
    };

    private static Html Bar(long percent) => Html.Of($"""<progress max="100" value="{percent}">{percent} %</progress><br>""");

    private static string Pace(IngestProgress progress)
    {
        var rate = string.Create(CultureInfo.InvariantCulture, $"{progress.ItemsPerSecond:0.#} a second");
        return $"{rate}, {JobText.Left(progress.TimeLeft)}";
    }

    private static string Targets(Job job)
    {
        var first = NameOf(job.Request.ShownTargets.First());
        return job.Request.Targets.Count == 1 ? first : string.Create(CultureInfo.InvariantCulture, $"{first} and {job.Request.Targets.Count - 1} more");
    }

    private static string NameOf(string target) => TargetKinds.IsAddress(target) ? target : Path.GetFileName(target.TrimEnd(Path.DirectorySeparatorChar));

    private static Html Steering(Job job, AdminSession session) => job.State switch
    {
        JobState.Queued or JobState.Running => Html.Of($"{Button("pause", "Pause", session, job)} {Button("cancel", "Cancel", session, job)}"),
        JobState.Paused => Html.Of($"{Button("retry", "Go on", session, job)} {Button("cancel", "Cancel", session, job)}"),
        _ when job.Counts.Failed > 0 => Button("retry", "Try failed again", session, job),
        _ => Html.None,
    };

    private static Html Button(string does, string label, AdminSession session, Job job) =>
        AdminFrame.Button(session, "/admin/jobs/steer", label, ("job", job.Number.ToString(CultureInfo.InvariantCulture)), ("do", does));

    private AdminPage One(Job job, AdminSession session)
    {
        var failures = store.Jobs.Failures(job.Number, FailuresShown);
        return new AdminPage("/admin/jobs", string.Create(CultureInfo.InvariantCulture, $"Job {job.Number}"), Html.Of($"""
            {AdminFrame.Table(Columns, [Row(job, session)], "")}
            <section aria-labelledby="targets"><h2 id="targets">Asked for</h2><ul>{Html.Each(job.Request.ShownTargets, target => Html.Of($"<li><bdi>{NameOf(target)}</bdi></li>"))}</ul></section>
            <section aria-labelledby="failures"><h2 id="failures">Items that failed</h2>
            {AdminFrame.Table(["Item", "Reason"], [.. failures.Select(Failure)], "None did.")}</section>
            """));
    }

    private static Html Failure(JobItem item) => Html.Of($"""<tr><th scope="row" class="what"><bdi>{NameOf(item.Name)}</bdi></th><td class="what" data-label="Reason">{item.Reason}</td></tr>""");
}
