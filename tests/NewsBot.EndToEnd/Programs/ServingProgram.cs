using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using System.Text;

namespace NewsBot.EndToEnd.Programs;

/// <summary>The host as a process of its own on a free port of this machine; disposing it sends SIGTERM and waits for its end.</summary>
public sealed class ServingProgram : IAsyncDisposable
{
    private const int SigTerm = 15;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _errors = new();

    private ServingProgram(Process process, Uri address)
    {
        _process = process;
        Address = address;
        process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(_errors, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>The number of the process.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Where it serves.</summary>
    public Uri Address { get; }

    /// <summary>What it has printed on standard output so far.</summary>
    public string Output => Text(_output);

    /// <summary>What it has printed on standard error so far.</summary>
    public string Errors => Text(_errors);

    /// <summary>Starts the host on a data folder and waits until it is ready.</summary>
    /// <param name="dataFolder">The data folder.</param>
    /// <param name="verb">The verb: "serve", or nothing for the start with the sample archive.</param>
    /// <param name="environment">Settings as environment variables.</param>
    public static async Task<ServingProgram> StartAsync(string dataFolder, string? verb = "serve", IReadOnlyDictionary<string, string>? environment = null)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var settings = new Dictionary<string, string>(environment ?? new Dictionary<string, string>()) { ["NEWSBOT_Web__Urls"] = address.GetLeftPart(UriPartial.Authority) };
        string[] arguments = verb is null ? ["--data", dataFolder] : [verb, "--data", dataFolder];
        var serving = new ServingProgram(NewsBotProgram.Start(arguments, environment: settings), address);
        await serving.WaitUntilAsync("NewsBot serves at");
        return serving;
    }

    /// <summary>Waits until standard error (and standard output, if asked) holds a text; fails with everything printed when the process ends before or it takes too long.</summary>
    public async Task WaitUntilAsync(string text, string outputText = "")
    {
        var deadline = Stopwatch.StartNew();
        while (!Errors.Contains(text, StringComparison.Ordinal) || !Output.Contains(outputText, StringComparison.Ordinal))
        {
            if (_process.HasExited || deadline.Elapsed > Patience)
            {
                throw new InvalidOperationException($"The host never said '{text}'. Standard output: {Output} Standard error: {Errors}");
            }

            await Task.Delay(20);
        }
    }

    /// <summary>Asks the process to end and gives its exit code.</summary>
    public async Task<int> StopAsync()
    {
        if (!_process.HasExited)
        {
            _ = Kill(_process.Id, SigTerm);
        }

        using var timeout = new CancellationTokenSource(Patience);
        await _process.WaitForExitAsync(timeout.Token);
        return _process.ExitCode;
    }

    /// <summary>Ends the process without any warning, as a power cut does.</summary>
    public async Task KillAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
    }

    private static void Append(StringBuilder text, string? line)
    {
        lock (text)
        {
            text.AppendLine(line);
        }
    }

    private static string Text(StringBuilder text)
    {
        lock (text)
        {
            return text.ToString();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [DllImport("libc", EntryPoint = "kill", SetLastError = true)]
    private static extern int Kill(int processId, int signal);
}
