using System.Diagnostics.CodeAnalysis;

/// <summary>
/// Lets a test ask the real program for the size of its heap: .NET calls this before the program where DOTNET_STARTUP_HOOKS names this assembly. For
/// each line on standard input it collects all garbage and prints <c>heap BYTES</c>.
/// </summary>
[SuppressMessage("Design", "CA1050:Declare types in namespaces", Justification = "The runtime looks for this name.")]
[SuppressMessage("Design", "MA0047:Declare types in namespaces", Justification = "The runtime looks for this name.")]
internal static class StartupHook
{
    /// <summary>What a measured line begins with.</summary>
    internal const string Answer = "heap ";

    /// <summary>Called by the runtime, once, before the program's own entry point.</summary>
    public static void Initialize() => new Thread(AnswerLines) { IsBackground = true, Name = "heap measuring" }.Start();

    private static void AnswerLines()
    {
        while (Console.In.ReadLine() is not null)
        {
            // What finalizers let go is collected by the second pass.
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            Console.Out.WriteLine(FormattableString.Invariant($"{Answer}{GC.GetTotalMemory(forceFullCollection: false)}"));
        }
    }
}
