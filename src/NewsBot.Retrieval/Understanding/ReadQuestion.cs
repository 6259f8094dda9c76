namespace NewsBot.Retrieval.Understanding;

/// <summary>A question as it was understood.</summary>
/// <param name="Stems">The content terms in their order, each once; of a question made of stop words alone, all of them.</param>
/// <param name="Phrases">What stood in quotation marks, as written.</param>
/// <param name="Time">What it says about time.</param>
/// <param name="OtherNames">Stems that name the same states as the question's words do.</param>
internal sealed record ReadQuestion(IReadOnlyList<string> Stems, IReadOnlyList<string> Phrases, TimeReading Time, IReadOnlyList<string> OtherNames)
{
    /// <summary>The words that the stems were made of, as written, in the same order; empty for the words of the time that is asked for.</summary>
    public IReadOnlyList<string> Words { get; init; } = [];

    /// <summary>Whether it asks for whatever was reported in a time and names no topic.</summary>
    public bool AsksWhatHappened { get; init; }
}
