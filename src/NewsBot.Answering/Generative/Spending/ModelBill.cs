using NewsBot.Archive;

namespace NewsBot.Answering.Generative;

/// <summary>Who pays for the calls of a model that one question or one check makes, and what they came to so far. For one question and one thread.</summary>
public sealed class ModelBill(ArchiveName archive, Payer? asker = null)
{
    /// <summary>The archive that is asked; every call is counted for it.</summary>
    public ArchiveName Archive => archive;

    /// <summary>Who asks, where calls are counted for them too.</summary>
    public Payer? Asker => asker;

    /// <summary>The tokens of the calls that have ended.</summary>
    public ModelTokens Tokens { get; private set; }

    /// <summary>Adds a call that has ended.</summary>
    internal void Add(ModelTokens tokens) => Tokens += tokens;
}
