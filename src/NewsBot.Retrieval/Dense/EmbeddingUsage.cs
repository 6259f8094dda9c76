using System.Globalization;

namespace NewsBot.Retrieval.Dense;

/// <summary>What a generator has used since the program started; a generator that costs something tells it as a service.</summary>
/// <param name="Requests">Requests that were answered.</param>
/// <param name="Tokens">Tokens, as the endpoint counts them.</param>
/// <param name="PricePerMillion">What a million of them costs; 0 is unknown.</param>
public sealed record EmbeddingUsage(long Requests, long Tokens, double PricePerMillion)
{
    /// <summary>What it came to, where the price is known.</summary>
    public double? Cost => PricePerMillion > 0 ? Tokens * PricePerMillion / 1e6 : null;

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Tokens:N0} tokens in {Requests:N0} requests{(Cost is { } cost ? FormattableString.Invariant($", {cost:F4} at the price set") : "")}");
}
