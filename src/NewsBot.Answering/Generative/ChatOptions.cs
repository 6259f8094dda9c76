using Microsoft.Extensions.Options;
using NewsBot.Archive;

namespace NewsBot.Answering.Generative;

/// <summary>Settings of section <c>Chat</c>: the model that may write answers. Without an endpoint answers are extractive.</summary>
public sealed class ChatOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Chat";

    /// <summary>The base address of an OpenAI-compatible API, e.g. <c>http://127.0.0.1:11434/v1</c>; unset: no model.</summary>
    public string? Endpoint { get; set; }

    /// <summary>The model's name at that endpoint.</summary>
    public string? Model { get; set; }

    /// <summary>The key, where the endpoint wants one.</summary>
    public string? ApiKey { get; set; }

    /// <summary>Seconds until the first words must come. Local models read the evidence slowly before they write.</summary>
    public int FirstWordsSeconds { get; set; } = 60;

    /// <summary>Seconds without a further word after which the model counts as stuck.</summary>
    public int NextWordsSeconds { get; set; } = 20;

    /// <summary>Seconds for a whole answer.</summary>
    public int AnswerSeconds { get; set; } = 180;

    /// <summary>How many tokens an archive may use a day (UTC), read and written together; 0 is no limit.</summary>
    public int TokensPerDay { get; set; }

    /// <summary>What an archive may cost a day by the prices below, 0 to 1,000,000; 0 is no limit.</summary>
    public decimal CostPerDay { get; set; }

    /// <summary>
    /// How many tokens each who asks may use a day: a Discord server, a person in direct messages, an API key, the readers of the page together, the
    /// terminal; 0 is no limit.
    /// </summary>
    public int AskerTokensPerDay { get; set; }

    /// <summary>What each who asks may cost a day, 0 to 1,000,000; 0 is no limit.</summary>
    public decimal AskerCostPerDay { get; set; }

    /// <summary>Whether the model is asked for a second opinion on each sentence that it worded freely; a disagreement is noted under the answer.</summary>
    public bool SecondOpinion { get; set; }

    /// <summary>How many answers are remembered, so that the same question costs nothing; 0 remembers none.</summary>
    public int RememberedAnswers { get; set; } = 200;

    /// <summary>What a million tokens cost that the model reads, in the currency of the bill, 0 to 100,000; for limits and charts.</summary>
    public decimal InputPrice { get; set; }

    /// <summary>What a million tokens cost that the model writes, 0 to 100,000.</summary>
    public decimal OutputPrice { get; set; }

    /// <summary>What tokens cost by the prices above.</summary>
    public decimal CostOf(ModelTokens tokens) => ((tokens.Input * InputPrice) + (tokens.Output * OutputPrice)) / 1_000_000;

    /// <summary>Whether a model is configured.</summary>
    public bool IsOn => !string.IsNullOrWhiteSpace(Endpoint);
}

/// <summary>Checks <see cref="ChatOptions"/> and, where a model is configured, its prompts; names what is wrong with its remedy.</summary>
internal sealed class ChatOptionsValidator(PromptLibrary prompts) : IValidateOptions<ChatOptions>
{
    public ValidateOptionsResult Validate(string? name, ChatOptions options)
    {
        if (!options.IsOn)
        {
            return ValidateOptionsResult.Success;
        }

        var failures = new[]
        {
            Uri.TryCreate(options.Endpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                ? null : $"Chat:Endpoint '{options.Endpoint}' is no http(s) address; set it to the API's base, for example http://127.0.0.1:11434/v1.",
            string.IsNullOrWhiteSpace(options.Model) ? "Chat:Model is not set; name the model that Chat:Endpoint serves." : null,
            Outside(nameof(options.FirstWordsSeconds), options.FirstWordsSeconds, 1, 3_600),
            Outside(nameof(options.NextWordsSeconds), options.NextWordsSeconds, 1, 3_600),
            Outside(nameof(options.AnswerSeconds), options.AnswerSeconds, 1, 7_200),
            Outside(nameof(options.TokensPerDay), options.TokensPerDay, 0, int.MaxValue),
            Outside(nameof(options.AskerTokensPerDay), options.AskerTokensPerDay, 0, int.MaxValue),
            FaultOfCost(nameof(options.CostPerDay), options.CostPerDay, options),
            FaultOfCost(nameof(options.AskerCostPerDay), options.AskerCostPerDay, options),
            Outside(nameof(options.RememberedAnswers), options.RememberedAnswers, 0, 100_000),
            options.InputPrice is < 0 or > 100_000 ? $"{ChatOptions.Section}:InputPrice must be the price of a million tokens, 0 to 100,000." : null,
            options.OutputPrice is < 0 or > 100_000 ? $"{ChatOptions.Section}:OutputPrice must be the price of a million tokens, 0 to 100,000." : null,
            FaultOfPrompts(),
        }.OfType<string>().ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static string? FaultOfCost(string setting, decimal cost, ChatOptions options) =>
        cost is < 0 or > 1_000_000 ? FormattableString.Invariant($"{ChatOptions.Section}:{setting} is {cost}; set it to an amount from 0 to 1,000,000.")
        : cost > 0 && options is { InputPrice: 0, OutputPrice: 0 } ? $"{ChatOptions.Section}:{setting} is set, but no price is: tell what a million tokens cost with Chat:InputPrice and Chat:OutputPrice."
        : null;

    private string? FaultOfPrompts()
    {
        try
        {
            prompts.RequireAll();
            return null;
        }
        catch (InvalidOperationException broken)
        {
            return broken.Message;
        }
    }

    private static string? Outside(string setting, int value, int least, int most) => value < least || value > most
        ? FormattableString.Invariant($"{ChatOptions.Section}:{setting} is {value}; set it to a number from {least} to {most}.")
        : null;
}
