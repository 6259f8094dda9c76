using System.Globalization;
using NewsBot.Fakes.Hostile;

namespace NewsBot.Benchmarks.Extraction;

/// <summary>
/// <c>extraction --fuzz N [--seed S]</c>: reads N damaged files, invented and real ones, and holds what reading promises. A file that breaks a promise is
/// written to the current folder under its seed and number; then the run ends with 1. Counts the outcomes, so that one sees how deep the files got.
/// </summary>
internal static class FuzzRun
{
    private const int UsualSeed = 20261125;
    private const int MostFailures = 20;
    private const int MostOutcomes = 30;

    public static async Task<int> RunAsync(string[] args)
    {
        var cases = int.Parse(args[0], CultureInfo.InvariantCulture);
        var seed = args is [_, "--seed", var stated] ? int.Parse(stated, CultureInfo.InvariantCulture) : UsualSeed;
        IReadOnlyList<FuzzSeed>[] groups = [FuzzSeed.Invented(), FuzzSeed.Shared()];
        groups = [.. groups.Where(group => group.Count > 0)];
        var outcomes = new Dictionary<string, int>(StringComparer.Ordinal);
        var failures = 0;
        for (var number = 0; number < cases && failures < MostFailures; number++)
        {
            var (file, contentType) = Mutation.Of(groups[number % groups.Length], seed, number);
            if (await WhatIsWrongAsync(file, contentType) is { } wrong)
            {
                failures++;
                var path = string.Create(CultureInfo.InvariantCulture, $"fuzz-{seed}-{number}-{file.Name}");
                await File.WriteAllBytesAsync(path, file.Bytes);
                Console.WriteLine($"{path} ({contentType ?? "no label"}): {wrong}");
                continue;
            }

            var outcome = await FuzzedReading.OutcomeAsync(file, contentType, CancellationToken.None);
            outcomes[outcome] = outcomes.GetValueOrDefault(outcome) + 1;
        }

        foreach (var (outcome, count) in outcomes.OrderByDescending(entry => entry.Value).Take(MostOutcomes))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,7} {outcome}"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases} cases of {groups.Sum(group => group.Count)} files, seed {seed}: {failures} broken promises"));
        return failures == 0 ? 0 : 1;
    }

    private static async Task<string?> WhatIsWrongAsync(FuzzSeed file, string? contentType)
    {
        try
        {
            return await FuzzedReading.WhatIsWrongAsync(file, contentType, CancellationToken.None);
        }
        catch (Exception thrown)
        {
            // Whatever it is, it is what the run looks for.
            return thrown.ToString();
        }
    }
}
