using NewsBot.Archive;

namespace NewsBot.Benchmarks.Checking;

/// <summary>The baseline that every checker must beat: the share of a claim's words that the best sentence of the source has.</summary>
internal static class OverlapBaseline
{
    /// <summary>The overlap, 0 to 1.</summary>
    public static double Of(string claim, string source)
    {
        var words = WordsOf(claim);
        return words.Count == 0 ? 0 : SentenceSplitter.Split(source).Select(range => WordsOf(range.Of(source))).Max(sentence => (double)words.Count(sentence.Contains) / words.Count);
    }

    private static HashSet<string> WordsOf(string text) =>
        [.. new string([.. text.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries)];
}
