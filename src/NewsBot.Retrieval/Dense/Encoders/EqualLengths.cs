namespace NewsBot.Retrieval.Dense.Encoders;

/// <summary>
/// Puts texts of the same number of tokens together. Filling shorter ones up would move the vectors of models whose activations are scaled per run, by more
/// than the whole quantisation costs, and waste the time for what is filled up.
/// </summary>
internal static class EqualLengths
{
    /// <summary>More texts at once were no faster on a processor, and take more memory.</summary>
    private const int MostTexts = 16;

    /// <summary>The places of texts that go together, the longest first.</summary>
    /// <param name="tokens">The texts.</param>
    /// <param name="alone">Whether each text runs alone, so that its vector does not depend on its neighbours.</param>
    public static IEnumerable<int[]> Batches(IReadOnlyList<int[]> tokens, bool alone) => Enumerable.Range(0, tokens.Count)
        .GroupBy(place => tokens[place].Length)
        .OrderByDescending(group => group.Key)
        .SelectMany(group => group.Chunk(alone ? 1 : MostTexts));
}
