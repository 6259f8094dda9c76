namespace NewsBot.Ingestion.Extraction.PlainText;

/// <summary>Joins the lines of a text file to paragraphs.</summary>
internal static class Paragraphs
{
    /// <summary>
    /// Lines that stand together are one paragraph, as in text that was wrapped at a margin; blank lines separate paragraphs. A text
    /// without any blank line has a paragraph on each line.
    /// </summary>
    public static string Join(IEnumerable<string> lines)
    {
        var all = lines.Select(line => line.Trim()).ToList();
        if (!all.Contains(""))
        {
            return string.Join("\n\n", all);
        }

        var paragraphs = new List<string>();
        var open = false;
        foreach (var line in all)
        {
            if (line.Length > 0 && open)
            {
                paragraphs[^1] += " " + line;
            }
            else if (line.Length > 0)
            {
                paragraphs.Add(line);
            }

            open = line.Length > 0;
        }

        return string.Join("\n\n", paragraphs);
    }
}
