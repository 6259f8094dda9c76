using NewsBot.Fakes;
using NewsBot.Fakes.Hostile;

namespace NewsBot.Tests.Ingestion.Extraction;

/// <summary>
/// A fixed number of damaged files keep what reading promises: no exception, an article in its normal form without markup and with dates that can be, or a
/// reason that says what to do; twice the same. More of them on demand: the benchmark <c>extraction --fuzz N</c>.
/// </summary>
public sealed class DamagedFilesTests
{
    private const int Seed = 1;
    private const int Cases = 400;

    public static bool IsSharedAbsent => SharedData.PathOf("data", "html-extraction").Length == 0;

    [Fact]
    public Task Damaged_files_of_every_format_are_read_as_promised() => HoldAsync(FuzzSeed.Invented());

    [Fact(Skip = SharedData.AbsenceReason, SkipWhen = nameof(IsSharedAbsent))]
    public Task Damaged_files_of_real_sites_are_read_as_promised() => HoldAsync(FuzzSeed.Shared());

    private static async Task HoldAsync(IReadOnlyList<FuzzSeed> files)
    {
        for (var number = 0; number < Cases; number++)
        {
            var (file, contentType) = Mutation.Of(files, Seed, number);

            (await FuzzedReading.WhatIsWrongAsync(file, contentType, TestContext.Current.CancellationToken)).ShouldBeNull($"case {number} of seed {Seed}: {file.Name}, {contentType}");
        }
    }
}
