using System.Diagnostics;
using System.Text.Json;
using NewsBot.Fakes;

namespace NewsBot.EndToEnd.Programs;

/// <summary>Runs the built program as users do: a process of its own, arguments in, exit code and text out.</summary>
public static class NewsBotProgram
{
    /// <summary>No run of a verb in these tests takes longer; a hang is then a failure with what was printed so far.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>The program built with the same configuration as these tests.</summary>
    public static string Path { get; } = Locate();

    /// <summary>Runs a verb to its end.</summary>
    public static Task<ProgramRun> RunAsync(params string[] arguments) => RunInAsync(null, null, arguments);

    /// <summary>Runs a verb in a folder, with text on its standard input.</summary>
    public static Task<ProgramRun> RunInAsync(string? folder, string? input, params string[] arguments) =>
        RunToEndAsync(Start(arguments, folder), input, arguments);

    /// <summary>Runs a verb with settings as environment variables.</summary>
    public static Task<ProgramRun> RunWithAsync(IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunToEndAsync(Start(arguments, environment: environment), input: null, arguments);

    private static async Task<ProgramRun> RunToEndAsync(Process started, string? input, string[] arguments)
    {
        using var process = started;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        using var timeout = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(timeout.Token);
        }
        catch (OperationCanceledException cancelled)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"newsbot {string.Join(' ', arguments)} did not end. It printed: {await output} {await errors}", cancelled);
        }

        return new ProgramRun(process.ExitCode, await output, await errors);
    }

    /// <summary>Starts the program without waiting for it: the built one, or the published one that the variable NEWSBOT_PROGRAM names.</summary>
    public static Process Start(string[] arguments, string? folder = null, IReadOnlyDictionary<string, string>? environment = null)
    {
        var published = Environment.GetEnvironmentVariable("NEWSBOT_PROGRAM");
        var start = new ProcessStartInfo(published ?? "dotnet")
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Environment.CurrentDirectory,
        };
        if (published is null)
        {
            start.ArgumentList.Add(Path);
        }

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("NEWSBOT_", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("The program could not be started.");
    }

    private static string Locate()
    {
        var root = SharedData.ProjectRoot() ?? throw new InvalidOperationException("These tests run from a checkout of the project.");
        var configuration = AppContext.BaseDirectory.Contains("/Release/", StringComparison.Ordinal) ? "Release" : "Debug";
        return System.IO.Path.Combine(root, "src", "NewsBot", "bin", configuration, "net10.0", "newsbot.dll");
    }
}

/// <summary>What a run of the program gave.</summary>
public sealed record ProgramRun(int ExitCode, string Output, string Errors)
{
    /// <summary>Standard output as the one JSON document it must be.</summary>
    public JsonElement Json()
    {
        using var document = JsonDocument.Parse(Output);
        return document.RootElement.Clone();
    }

    /// <summary>Standard output as JSON lines.</summary>
    public IReadOnlyList<JsonElement> JsonLines() => [.. Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line =>
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    })];
}
