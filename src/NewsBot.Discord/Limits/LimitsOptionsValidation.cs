using Microsoft.Extensions.Options;

namespace NewsBot.Discord.Limits;

/// <summary>Checks <see cref="LimitsOptions"/> by its attributes; generated, so that nothing is reflected over at start.</summary>
[OptionsValidator]
public sealed partial class LimitsOptionsValidation : IValidateOptions<LimitsOptions>;
