using System.Diagnostics;
using System.Globalization;

namespace NewsBot.Fakes;

/// <summary>How large a process is.</summary>
/// <param name="HeapMegabytes">What is alive on the managed heap after a full collection.</param>
/// <param name="PrivateMegabytes">Memory that is the process's own: neither files that are mapped nor shared libraries.</param>
/// <param name="Handles">Open files and sockets.</param>
public sealed record ProcessSize(double HeapMegabytes, double PrivateMegabytes, int Handles)
{
    /// <summary>Looks at a process now.</summary>
    /// <param name="processId">Its number.</param>
    /// <param name="heapBytes">What it said of its own heap.</param>
    public static ProcessSize Of(int processId, long heapBytes)
    {
        using var process = Process.GetProcessById(processId);
        return Directory.Exists($"/proc/{processId}")
            ? new ProcessSize(heapBytes / 1e6, AnonymousKilobytes(processId) / 1e3, Directory.GetFileSystemEntries($"/proc/{processId}/fd").Length)
            : new ProcessSize(heapBytes / 1e6, process.PrivateMemorySize64 / 1e6, process.HandleCount);
    }

    // The resident set also holds pages of the index and the database that the system may take back at any time.
    private static double AnonymousKilobytes(int processId) =>
        double.Parse(File.ReadLines($"/proc/{processId}/status").First(line => line.StartsWith("RssAnon:", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1.024;
}
