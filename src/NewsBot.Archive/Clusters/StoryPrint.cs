namespace NewsBot.Archive;

/// <summary>That of a text by which other articles with the same story are found and most others are told apart, as a fingerprint.</summary>
/// <param name="Bands">Its keys, of <see cref="StoryBands"/>.</param>
/// <param name="Sketch">Its sketch, of <see cref="StorySketch"/>.</param>
internal sealed record StoryPrint(long[] Bands, byte[] Sketch)
{
    /// <summary>The print of a text in an archive.</summary>
    public static StoryPrint Of(string text, string archive)
    {
        var minima = StoryMinima.Of(text);
        return new StoryPrint(StoryBands.Of(minima, archive), StorySketch.Of(minima));
    }
}
