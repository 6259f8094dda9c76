using System.Collections.Concurrent;
using NewsBot.Archive;

namespace NewsBot.Answering.Generative;

/// <summary>Where it is written down what each payer used on a day.</summary>
public interface ITokenAccounts
{
    /// <summary>Adds to what each of the payers used on a day; negative numbers take back what was counted too much.</summary>
    void Add(DateOnly day, IReadOnlyCollection<string> payers, ModelTokens tokens);

    /// <summary>What a payer used on a day.</summary>
    ModelTokens Of(DateOnly day, string payer);
}

/// <summary>Keeps the accounts for as long as the process lives, of the latest day only. Safe for several threads.</summary>
public sealed class TokenAccountsInMemory : ITokenAccounts
{
    private readonly ConcurrentDictionary<(DateOnly Day, string Payer), ModelTokens> used = new();

    /// <inheritdoc/>
    public void Add(DateOnly day, IReadOnlyCollection<string> payers, ModelTokens tokens)
    {
        foreach (var old in used.Keys.Where(entry => entry.Day < day))
        {
            used.TryRemove(old, out _);
        }

        foreach (var payer in payers)
        {
            used.AddOrUpdate((day, payer), tokens, (_, before) => before + tokens);
        }
    }

    /// <inheritdoc/>
    public ModelTokens Of(DateOnly day, string payer) => used.GetValueOrDefault((day, payer));
}

/// <summary>
/// Keeps the accounts in the archive's store, so that a restart forgives nothing. What a full or read-only disk does not take is remembered in memory:
/// it must cost neither the reader the answer nor the operator the limit. Safe for several threads.
/// </summary>
public sealed class ArchiveTokenAccounts(ArchiveStore store) : ITokenAccounts
{
    private readonly TokenAccountsInMemory unwritten = new();

    /// <inheritdoc/>
    public void Add(DateOnly day, IReadOnlyCollection<string> payers, ModelTokens tokens)
    {
        try
        {
            store.Tokens.Add(day, payers, tokens);
        }
        catch (ArchiveUnavailableException)
        {
            unwritten.Add(day, payers, tokens);
        }
    }

    /// <inheritdoc/>
    public ModelTokens Of(DateOnly day, string payer) => store.Tokens.Of(day, payer) + unwritten.Of(day, payer);
}
