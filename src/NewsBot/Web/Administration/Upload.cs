using NewsBot.Archive;

namespace NewsBot.Web.Administration;

/// <summary>What came of an upload.</summary>
internal abstract record Upload
{
    private Upload()
    {
    }

    /// <summary>The files lie on the disk.</summary>
    /// <param name="Archive">The archive they are for.</param>
    /// <param name="Files">Their paths.</param>
    public sealed record Received(ArchiveName Archive, IReadOnlyList<string> Files) : Upload;

    /// <summary>Nothing was kept.</summary>
    /// <param name="Reason">Why, and what to do.</param>
    public sealed record Refused(string Reason) : Upload;

    /// <summary>The form was not the session's own.</summary>
    public sealed record Foreign : Upload;
}
