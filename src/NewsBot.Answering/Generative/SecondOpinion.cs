using System.Text.Json;
using Microsoft.SemanticKernel;

namespace NewsBot.Answering.Generative;

/// <summary>What a model thinks of a claim, shown beside the verifier's verdict and never instead of it.</summary>
/// <param name="Verdict">Its verdict.</param>
/// <param name="Quote">The words of the passage it rests on; they stand there to the letter.</param>
public sealed record Opinion(Verdict Verdict, string Quote);

/// <summary>
/// Asks a model for a second verdict where the verifier is unsure. An opinion counts only with a quote that stands in the passage; one
/// without, or in no form that can be read, is none. Safe for several threads.
/// </summary>
public sealed class SecondOpinion(ChatModel model)
{
    /// <summary>Whether a model is configured.</summary>
    public bool IsOn => model.IsOn;

    /// <summary>The model's opinion on a claim and a passage, or null where it gave none that counts.</summary>
    /// <exception cref="ChatUnavailableException">The model cannot be used.</exception>
    public async Task<Opinion?> AskAsync(string claim, string passage, ModelBill bill, CancellationToken cancellationToken)
    {
        var arguments = new KernelArguments { ["claim"] = claim, ["passage"] = passage };
        var said = await model.CompleteAsync(PromptName.Judge, arguments, bill, cancellationToken);
        return Read(said) is { } opinion && opinion.Quote.Length > 0 && passage.Contains(opinion.Quote, StringComparison.Ordinal) ? opinion : null;
    }

    private static Opinion? Read(string said)
    {
        var (start, end) = (said.IndexOf('{', StringComparison.Ordinal), said.LastIndexOf('}'));
        if (start < 0 || end < start)
        {
            return null;
        }

        try
        {
            using var json = JsonDocument.Parse(said[start..(end + 1)]);
            Verdict? verdict = TextOf(json.RootElement, "verdict") switch
            {
                "supported" => Verdict.Supported,
                "partly" => Verdict.Partly,
                "contradicted" => Verdict.Contradicted,
                _ => null,
            };
            return verdict is { } known ? new Opinion(known, TextOf(json.RootElement, "quote")) : null;
        }
        catch (JsonException)
        {
            // What cannot be read is no opinion.
            return null;
        }
    }

    private static string TextOf(JsonElement said, string name) =>
        said.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
}
