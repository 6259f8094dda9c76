using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.SemanticKernel;

namespace NewsBot.Answering.Generative;

/// <summary>A prompt as it lies on disk: a function of Semantic Kernel, and which version of the files it is.</summary>
/// <param name="Function">The function.</param>
/// <param name="Length">How many tokens it has before anything is put into it, about.</param>
/// <param name="Version">The first digits of the SHA-256 over both files; stored with every answer that the prompt made.</param>
public sealed record Prompt(KernelFunction Function, long Length, string Version);

/// <summary>
/// The prompts in a folder of Semantic Kernel prompt directories, <c>NewsBot/NAME/skprompt.txt</c> with <c>config.json</c>. Operators may
/// edit them while the program runs: a changed file is read again when the prompt is next asked for, and a broken one is refused by name.
/// Safe for several threads.
/// </summary>
public sealed class PromptLibrary
{
    private const string Plugin = "NewsBot";

    private readonly ConcurrentDictionary<PromptName, (DateTime Written, Prompt Prompt)> read = new();
    private readonly string folder;

    /// <summary>Opens a library.</summary>
    /// <param name="folder">The folder that holds <c>NewsBot</c>.</param>
    public PromptLibrary(string folder) => this.folder = Path.Combine(folder, Plugin);

    /// <summary>Where the prompts lie that come with the program.</summary>
    public static string ShippedFolder => Path.Combine(AppContext.BaseDirectory, "prompts");

    /// <summary>A prompt in its present version.</summary>
    /// <exception cref="InvalidOperationException">It is missing or broken; the message names the file and what to do.</exception>
    public Prompt this[PromptName name]
    {
        get
        {
            var (text, settings) = FilesOf(name);
            var written = LaterOf(File.GetLastWriteTimeUtc(text), File.GetLastWriteTimeUtc(settings));
            if (read.TryGetValue(name, out var known) && known.Written == written)
            {
                return known.Prompt;
            }

            var prompt = Read(name, text, settings);
            read[name] = (written, prompt);
            return prompt;
        }
    }

    /// <summary>Reads every prompt, so that a broken one is found at start.</summary>
    /// <exception cref="InvalidOperationException">One is missing or broken.</exception>
    public void RequireAll()
    {
        foreach (var name in Enum.GetValues<PromptName>())
        {
            _ = this[name];
        }
    }

    private (string Text, string Settings) FilesOf(PromptName name) =>
        (Path.Combine(folder, name.ToString(), "skprompt.txt"), Path.Combine(folder, name.ToString(), "config.json"));

    private static DateTime LaterOf(DateTime one, DateTime other) => one > other ? one : other;

    private static Prompt Read(PromptName name, string textFile, string settingsFile)
    {
        try
        {
            var text = File.ReadAllText(textFile);
            var settings = File.ReadAllText(settingsFile);
            var config = PromptTemplateConfig.FromJson(settings);
            config.Name = name.ToString();
            config.Template = text;

            // Without message tags the whole prompt, evidence included, would speak with the user's voice.
            if (!text.Contains("<message role=\"system\">", StringComparison.Ordinal) || !text.Contains("<message role=\"user\">", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"The prompt '{textFile}' needs a <message role=\"system\"> and a <message role=\"user\"> part; restore it from the program's own prompts.");
            }

            return new Prompt(KernelFunctionFactory.CreateFromPrompt(config), TokenEstimate.Of([text]), VersionOf(text, settings));
        }
        catch (Exception broken) when (broken is IOException or UnauthorizedAccessException or JsonException or KernelException or ArgumentException)
        {
            throw new InvalidOperationException($"The prompt '{name}' cannot be read from '{textFile}' and 'config.json' beside it ({broken.Message.TrimEnd('.')}); restore it from the program's own prompts.", broken);
        }
    }

    private static string VersionOf(string text, string settings) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text + "\n" + settings)))[..12];
}
