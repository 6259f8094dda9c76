using Microsoft.Extensions.Options;
using NewsBot.Archive;

namespace NewsBot.Answering.Generative;

/// <summary>
/// Sees to it that no more of a model is used than the settings allow an archive, and each who asks, on a day (UTC). A call is counted by an estimate
/// of what it sends before it is made, so that neither calls at the same time nor a killed process escape, and by what the endpoint reports once it
/// has ended. A call under way may go beyond the limit by what the model writes. Safe for several threads.
/// </summary>
public sealed class TokenBudget(ITokenAccounts accounts, IOptions<ChatOptions> options, TimeProvider time)
{
    /// <summary>What an archive's questions and checks used today.</summary>
    public ModelTokens UsedToday(ArchiveName archive) => accounts.Of(Today, KeyOf(archive));

    /// <summary>What that cost by the prices of the settings.</summary>
    public decimal CostToday(ArchiveName archive) => options.Value.CostOf(UsedToday(archive));

    /// <summary>Begins a call, if all who pay for it have enough left.</summary>
    /// <param name="bill">Who pays.</param>
    /// <param name="estimatedInput">About how many tokens it sends.</param>
    /// <exception cref="ChatUnavailableException">A limit would be passed; the message says which, and until when.</exception>
    public MeteredCall Begin(ModelBill bill, long estimatedInput)
    {
        var today = Today;
        var planned = new ModelTokens(estimatedInput, 0);
        foreach (var limit in LimitsOf(bill))
        {
            if (limit.IsPassedBy(accounts.Of(today, limit.Payer) + planned))
            {
                throw new ChatUnavailableException(FormattableString.Invariant($"{limit.Reason}; it is asked again from {today.AddDays(1):yyyy-MM-dd}, 00:00 UTC"));
            }
        }

        return new MeteredCall(accounts, today, [KeyOf(bill.Archive), .. bill.Asker is { } asker ? new[] { asker.Key } : []], bill, planned);
    }

    private DateOnly Today => DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);

    private IEnumerable<Limit> LimitsOf(ModelBill bill)
    {
        var chat = options.Value;
        yield return TokensFor(KeyOf(bill.Archive), chat.TokensPerDay, $"today's tokens are used up ({ChatOptions.Section}:{nameof(chat.TokensPerDay)})");
        yield return CostFor(KeyOf(bill.Archive), chat.CostPerDay, $"today's money is spent ({ChatOptions.Section}:{nameof(chat.CostPerDay)})");
        if (bill.Asker is { } asker)
        {
            yield return TokensFor(asker.Key, asker.TokensPerDay, $"today's tokens {asker.InWords} are used up");
            yield return TokensFor(asker.Key, chat.AskerTokensPerDay, $"today's tokens {asker.InWords} are used up ({ChatOptions.Section}:{nameof(chat.AskerTokensPerDay)})");
            yield return CostFor(asker.Key, chat.AskerCostPerDay, $"today's money {asker.InWords} is spent ({ChatOptions.Section}:{nameof(chat.AskerCostPerDay)})");
        }
    }

    private static string KeyOf(ArchiveName archive) => TokenLedger.ArchivePrefix + archive.Value;

    private static Limit TokensFor(string payer, int tokens, string reason) => new(payer, used => tokens > 0 && used.Total > tokens, reason);

    private Limit CostFor(string payer, decimal cost, string reason) => new(payer, used => cost > 0 && options.Value.CostOf(used) > cost, reason);

    private sealed record Limit(string Payer, Func<ModelTokens, bool> IsPassedBy, string Reason);
}
