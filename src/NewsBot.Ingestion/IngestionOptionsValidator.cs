using Microsoft.Extensions.Options;
using NewsBot.Ingestion.Fetching;

namespace NewsBot.Ingestion;

/// <summary>Checks the ranges that <see cref="IngestionOptions"/> states.</summary>
[OptionsValidator]
public sealed partial class IngestionRangesValidator : IValidateOptions<IngestionOptions>;

/// <summary>Checks the networks of <see cref="IngestionOptions.AllowedNetworks"/>.</summary>
public sealed class AllowedNetworksValidator : IValidateOptions<IngestionOptions>
{
    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, IngestionOptions options)
    {
        try
        {
            _ = new AddressRules(options.AllowedNetworks);
            return ValidateOptionsResult.Success;
        }
        catch (FormatException exception)
        {
            return ValidateOptionsResult.Fail(exception.Message);
        }
    }
}
