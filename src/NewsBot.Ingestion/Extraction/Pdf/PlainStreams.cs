namespace NewsBot.Ingestion.Extraction.Pdf;

/// <summary>
/// Looks at the streams that a PDF holds without any filter, which the library therefore never asks <see cref="BoundedFilters"/> about: the
/// same limits hold for them.
/// </summary>
internal static class PlainStreams
{
    /// <summary>Whether a stream asks for more than a page's content does.</summary>
    public static bool AreTooCostly(ReadOnlySpan<byte> file)
    {
        while (file.IndexOf("stream"u8) is >= 0 and var start)
        {
            var head = file[..start];
            head = head[Math.Max(0, head.LastIndexOf("obj"u8))..];
            file = file[(start + "stream".Length)..];
            if (head.IndexOf("/Filter"u8) >= 0 || head.IndexOf("/Length1"u8) >= 0 || head.IndexOf("/Image"u8) >= 0)
            {
                continue;
            }

            var end = file.IndexOf("endstream"u8);
            var content = end < 0 ? file : file[..end];
            if (PageContent.Of(content).IsTooCostly)
            {
                return true;
            }

            file = end < 0 ? [] : file[(end + "endstream".Length)..];
        }

        return false;
    }
}
