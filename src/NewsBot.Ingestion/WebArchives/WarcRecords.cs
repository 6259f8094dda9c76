namespace NewsBot.Ingestion.WebArchives;

/// <summary>Where WARC records begin.</summary>
internal static class WarcRecords
{
    /// <summary>What each begins with.</summary>
    public static ReadOnlySpan<byte> Mark => "WARC/"u8;

    private static ReadOnlySpan<byte> LineEnds => "\r\n"u8;

    /// <summary>
    /// Where in a block that states a wrong length the next record begins: at a line of its own behind an empty one. -1 where there is none.
    /// </summary>
    public static int NextIn(ReadOnlySpan<byte> block)
    {
        for (var from = 0; from < block.Length;)
        {
            var found = block[from..].IndexOf(Mark);
            if (found < 0)
            {
                return -1;
            }

            var at = from + found;
            var before = block[..at];
            if (before.EndsWith("\n\r\n"u8) || before.EndsWith("\n\n"u8))
            {
                return at;
            }

            from = at + Mark.Length;
        }

        return -1;
    }

    /// <summary>A block without the line ends that part it from the next record.</summary>
    public static byte[] WithoutGap(ReadOnlySpan<byte> block) => block.TrimEnd(LineEnds).ToArray();
}
