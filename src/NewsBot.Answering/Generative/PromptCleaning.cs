using System.Text;
using Microsoft.SemanticKernel;

namespace NewsBot.Answering.Generative;

/// <summary>
/// Cleans what is put into prompts. A character that XML forbids would make the parsing of the messages fail without a word, and the
/// whole prompt would go out as one message of the user, the rules included; so such characters become spaces. Invisible characters that
/// reorder text go as well. Markup needs no care here: arguments are encoded when the prompt is rendered.
/// </summary>
public sealed class PromptCleaning : IPromptRenderFilter
{
    /// <inheritdoc/>
    public Task OnPromptRenderAsync(PromptRenderContext context, Func<PromptRenderContext, Task> next)
    {
        foreach (var name in context.Arguments.Names.ToList())
        {
            context.Arguments[name] = Clean(context.Arguments[name]?.ToString() ?? "");
        }

        return next(context);
    }

    /// <summary>The text without characters that XML forbids or that change the direction of what follows.</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Lone surrogates come out of the enumeration as U+FFFD, which is allowed.
            clean.Append(IsHarmless(rune.Value) ? rune.ToString() : " ");
        }

        return clean.ToString();
    }

    private static bool IsHarmless(int c) =>
        c is '\t' or '\n' or '\r'
        || (c is >= 0x20 and <= 0xD7FF && c is not (>= 0x7F and <= 0x9F) && c is not (>= 0x202A and <= 0x202E) && c is not (>= 0x2066 and <= 0x2069))
        || c is >= 0xE000 and <= 0xFFFD and not 0xFEFF
        || c >= 0x10000;
}
