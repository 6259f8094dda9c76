using System.Diagnostics;
using System.Globalization;

namespace NewsBot.Benchmarks.Scale;

/// <summary>How long a new process takes from its start to its first answer: the built program asked one question, the whole process timed.</summary>
internal static class ProcessStart
{
    private const int Runs = 5;

    public static void Measure(string dataFolder, string? program)
    {
        var command = program ?? Environment.ProcessPath!;
        IReadOnlyList<string> first = program is null ? [typeof(NewsBot.Commands.ExitCode).Assembly.Location] : [];
        var times = new List<double>();
        for (var run = 0; run < Runs; run++)
        {
            var start = new ProcessStartInfo(command, [.. first, "ask", "How many MD-11s is South Korea's airline buying?", "--json", "--data", dataFolder]) { RedirectStandardOutput = true, UseShellExecute = false };
            var started = Stopwatch.GetTimestamp();
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            times.Add(Stopwatch.GetElapsedTime(started).TotalSeconds);
            if (!output.Contains("\"outcome\"", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"The program gave no answer: {output}");
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"start to first answer, whole process ({Path.GetFileName(command)}): median {times.Order().ElementAt(Runs / 2):F2} s of {Runs} runs ({times.Min():F2} to {times.Max():F2})"));
    }
}
