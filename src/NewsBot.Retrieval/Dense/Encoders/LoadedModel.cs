namespace NewsBot.Retrieval.Dense.Encoders;

/// <summary>A model with what belongs to it, ready to read.</summary>
/// <param name="Model">The model.</param>
/// <param name="Pieces">Its vocabulary.</param>
/// <param name="Card">What its card says.</param>
internal sealed record LoadedModel(OnnxModel Model, WordPieces Pieces, EncoderCard Card) : IDisposable
{
    /// <summary>Loads the model of a folder.</summary>
    /// <exception cref="EmbeddingUnavailableException">It is missing or damaged.</exception>
    public static LoadedModel Read(string folder, EmbeddingsOptions options)
    {
        var opened = ModelFolder.Open(folder);
        try
        {
            var pieces = WordPieces.Read(opened.Path, opened.Card.LowerCase);
            return new LoadedModel(new OnnxModel(opened.ModelFile, ThreadsOf(options)), pieces, opened.Card);
        }
        catch (Exception failure) when (failure is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            throw new EmbeddingUnavailableException($"The model in {folder} cannot be used: {failure.Message.TrimEnd('.')}. Run 'newsbot models pull NAME' again.", failure);
        }
    }

    public void Dispose() => Model.Dispose();

    /// <summary>Half of the processors where nothing is set: questions shall stay quick while articles are embedded.</summary>
    private static int ThreadsOf(EmbeddingsOptions options) => options.Threads > 0 ? options.Threads : Math.Max(1, Environment.ProcessorCount / 2);
}
