namespace NewsBot.Answering.Generative;

/// <summary>The tokens that one answer cost, taken from the lengths of its texts: about four characters a token. For one answer and one thread.</summary>
public sealed class ModelUsage
{
    private const int CharactersPerToken = 4;

    private long read;
    private long written;

    /// <summary>Tokens that the model read.</summary>
    public long Input => (read + CharactersPerToken - 1) / CharactersPerToken;

    /// <summary>Tokens that the model wrote.</summary>
    public long Output => (written + CharactersPerToken - 1) / CharactersPerToken;

    /// <summary>Counts a text that the model was sent.</summary>
    public void Sent(int characters) => read += characters;

    /// <summary>Counts a text that the model wrote.</summary>
    public void Got(int characters) => written += characters;
}
