using NewsBot.Archive;
using NewsBot.Ingestion;
using NewsBot.Web.Markup;
using NewsBot.Web.Pages;

namespace NewsBot.Web.Administration;

/// <summary>/admin/ingest: putting articles into an archive, from addresses or from files that are dropped on the page.</summary>
internal sealed class IngestPage(AdminDoor door, ArchiveStore store, Uploads uploads)
{
    private const string RequestedBy = "web";
    private const int MostAddresses = 200;

    private static readonly string[] UploadScripts = ["upload.js"];

    /// <summary>GET /admin/ingest.</summary>
    public Task ShowAsync(HttpContext context) => door.ShowAsync(context, session => new AdminPage("/admin/ingest", "Add articles", Html.Of($"""
        <datalist id="archives">{Html.Each(store.Archives(), archive => Html.Of($"<option value=\"{archive.Value}\"></option>"))}</datalist>
        <section aria-labelledby="by-file"><h2 id="by-file">From files</h2>
        <p>Pages, PDF, text, Markdown, JSON, feeds, WARC and WACZ, packed or not: up to {uploads.LimitInMegabytes} MB together.</p>
        <form class="fields" action="/admin/ingest/files" method="post" enctype="multipart/form-data" data-upload>
          {AdminFrame.Token(session)}
          {ArchiveField("archive-of-files")}
          <div><label for="files">Files: choose them, or drop them here</label><input class="drop" id="files" name="files" type="file" multiple required></div>
          <div><button type="submit">Add the files</button></div>
        </form></section>
        <section aria-labelledby="by-address"><h2 id="by-address">From addresses</h2>
        <form class="fields" action="/admin/ingest/addresses" method="post">
          {AdminFrame.Token(session)}
          {ArchiveField("archive-of-addresses")}
          <div><label for="addresses">Addresses, one a line: pages, feeds, sitemaps, web archives</label>
            <textarea id="addresses" name="addresses" rows="4" required></textarea></div>
          <div><label for="kind">What they are</label><select id="kind" name="kind">{Html.Each(TargetKinds.Names, kind => AdminFrame.Option(kind, kind == TargetKinds.Auto, kind == TargetKinds.Auto ? "tell by themselves" : kind))}</select></div>
          <div><button type="submit">Add the addresses</button></div>
        </form></section>
        """))
    {
        Scripts = UploadScripts,
    });

    /// <summary>POST /admin/ingest/addresses.</summary>
    public Task AddAddressesAsync(HttpContext context) => door.ActAsync(context, "ingest", form =>
    {
        var addresses = form["addresses"].ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var kind = form["kind"].ToString();
        if (!ArchiveName.TryParse(form["archive"], out var archive))
        {
            return new AdminOutcome("/admin/ingest", "Nothing was added: an archive's name is 1 to 64 of a-z, 0-9 and '-'.");
        }

        if (addresses.Length is 0 or > MostAddresses || addresses.FirstOrDefault(address => !TargetKinds.IsAddress(address)) is { } || !TargetKinds.Names.Contains(kind))
        {
            return new AdminOutcome("/admin/ingest", FormattableString.Invariant($"Nothing was added: give 1 to {MostAddresses} addresses that begin with http:// or https://, one a line."));
        }

        var job = store.Jobs.Enqueue(archive, new JobRequest { Targets = addresses, Kind = kind }, RequestedBy);
        return new AdminOutcome("/admin/jobs", FormattableString.Invariant($"Job {job.Number} will read {Quantities.Of(addresses.Length, "address", "addresses")} into the archive {archive}."));
    });

    /// <summary>POST /admin/ingest/files: streamed to the disk, so no larger than a buffer in memory.</summary>
    public async Task AddFilesAsync(HttpContext context)
    {
        if (await door.RequireAsync(context) is not { } session)
        {
            return;
        }

        var upload = await uploads.ReceiveAsync(context, token => AdminSessions.IsGenuine(session, token));
        switch (upload)
        {
            case Upload.Foreign:
                await door.RefuseAsync(context);
                break;
            case Upload.Refused refused:
                session.Notice = refused.Reason;
                AdminDoor.Redirect(context, "/admin/ingest");
                break;
            case Upload.Received received:
                var job = store.Jobs.Enqueue(received.Archive, new JobRequest { Targets = received.Files }, RequestedBy);
                door.LeadOn(context, session, "ingest", new AdminOutcome(
                    "/admin/jobs", FormattableString.Invariant($"Job {job.Number} reads {Quantities.Of(received.Files.Count, "uploaded file")} into the archive {received.Archive}.")));
                break;
        }
    }

    private static Html ArchiveField(string id) => Html.Of($"""
        <div><label for="{id}">Archive; a new name makes a new one</label>
          <input id="{id}" name="archive" value="default" list="archives" required maxlength="64" pattern="[a-z0-9\-]+" autocomplete="off"></div>
        """);
}
