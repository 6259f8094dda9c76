using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace NewsBot.Fakes;

/// <summary>The real program, serving on a port of this machine, with an ear for the question how large its heap is. Disposing it kills it.</summary>
public sealed class SoakedHost : IAsyncDisposable
{
    /// <summary>The administration key of the host.</summary>
    public const string AdminKey = "a key for the soak";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _errors = new();

    private SoakedHost(Process process, Uri address)
    {
        _process = process;
        Address = address;
        process.ErrorDataReceived += (_, line) => _errors.Enqueue(line.Data ?? "");
        process.BeginErrorReadLine();
    }

    /// <summary>Where it serves.</summary>
    public Uri Address { get; }

    /// <summary>Starts the program on a data folder and waits until it answers.</summary>
    /// <param name="program">The path of newsbot.dll.</param>
    /// <param name="data">The data folder.</param>
    public static async Task<SoakedHost> StartAsync(string program, string data)
    {
        var address = new Uri($"http://127.0.0.1:{FreePort()}");
        var start = new ProcessStartInfo("dotnet", [program, "serve", "--data", data]) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in Settings(address))
        {
            start.Environment[name] = value;
        }

        var host = new SoakedHost(Process.Start(start) ?? throw new InvalidOperationException("The program did not start."), address);
        await host.WaitUntilItAnswersAsync();
        return host;
    }

    /// <summary>Has the host collect its garbage, and measures it.</summary>
    public async Task<ProcessSize> MeasureAsync()
    {
        await _process.StandardInput.WriteLineAsync("measure");
        await _process.StandardInput.FlushAsync();
        while (await _process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(StartupHook.Answer, StringComparison.Ordinal))
            {
                return ProcessSize.Of(_process.Id, long.Parse(line.AsSpan(StartupHook.Answer.Length), CultureInfo.InvariantCulture));
            }
        }

        throw new InvalidOperationException("The host ended while it was measured.");
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
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private static Dictionary<string, string> Settings(Uri address) => new()
    {
        ["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location,
        ["NEWSBOT_Web__Urls"] = address.GetLeftPart(UriPartial.Authority),
        ["NEWSBOT_Web__AdminKeyHash"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(AdminKey))),

        // Each request may say whose it is, and each reader has a limit, so that what is remembered of readers is part of the soak.
        ["NEWSBOT_Web__TrustedProxies__0"] = "127.0.0.1",
        ["NEWSBOT_Web__QuestionsPerMinute"] = "6000",
        ["NEWSBOT_Ingestion__AllowedNetworks__0"] = "127.0.0.0/8",
        ["NEWSBOT_Logging__LogLevel__Default"] = "Error",
    };

    private async Task WaitUntilItAnswersAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        var waited = Stopwatch.StartNew();
        while (!await AnswersAsync(client))
        {
            if (_process.HasExited || waited.Elapsed > Patience)
            {
                throw new InvalidOperationException("The host never answered. It printed: " + string.Join('\n', _errors));
            }

            await Task.Delay(100);
        }
    }

    private static async Task<bool> AnswersAsync(HttpClient client)
    {
        try
        {
            using var response = await client.GetAsync("/healthz/live");
            return response.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
