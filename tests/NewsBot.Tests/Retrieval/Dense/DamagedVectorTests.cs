using NewsBot.Archive;
using NewsBot.Retrieval.Dense;
using static NewsBot.Tests.Retrieval.IndexedArchive;

namespace NewsBot.Tests.Retrieval.Dense;

/// <summary>A vector file that is damaged costs no reader the answer, and is made whole again.</summary>
public class DamagedVectorTests
{
    private const int Header = 512;

    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(Header)]
    [InlineData(Header + 20)]
    public async Task A_file_cut_short_is_made_whole(int length)
    {
        using var archive = await EmbeddedAsync();

        await DamageAsync(archive, bytes => bytes[..length]);

        (await archive.FoundAsync("vessel"))[0].ShouldBe("ship");
        (await archive.EmbedAsync()).ShouldBe(2);
        (await archive.FoundAsync("boat"))[0].ShouldBe("ship");
    }

    [Theory]
    [InlineData(3)]
    [InlineData(30)]
    public async Task A_damaged_header_is_no_reason_to_compare_with_what_stands_behind_it(int place)
    {
        using var archive = await EmbeddedAsync();

        await DamageAsync(archive, bytes => [.. bytes[..place], (byte)(bytes[place] + 1), .. bytes[(place + 1)..]]);

        (await archive.FoundAsync("boat")).ShouldBeEmpty();
        (await archive.EmbedAsync()).ShouldBe(2);
        (await archive.FoundAsync("boat"))[0].ShouldBe("ship");
    }

    [Theory]
    [InlineData(Header + 2)]
    [InlineData(Header + 32)]
    public async Task Of_a_damaged_record_only_that_one_is_made_again(int place)
    {
        using var archive = await EmbeddedAsync();

        await DamageAsync(archive, bytes => [.. bytes[..place], (byte)(bytes[place] + 1), .. bytes[(place + 1)..]]);

        archive.Vectors.ProgressOf(ArchiveName.Default).Articles.ShouldBe(1);
        (await archive.EmbedAsync()).ShouldBe(1);
        (await archive.FoundAsync("boat"))[0].ShouldBe("ship");
    }

    [Fact]
    public async Task Two_processes_do_not_write_the_same_vectors()
    {
        using var archive = await EmbeddedAsync();
        await using var claim = new FileStream(archive.Files[0] + ".lock", FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        (await Should.ThrowAsync<EmbeddingUnavailableException>(() => archive.EmbedAsync())).Message.ShouldContain("Another process");
    }

    [Fact]
    public async Task A_disk_that_fills_while_vectors_are_made_is_told_and_what_is_missing_is_made_later()
    {
        // A full disk cannot be had here; its failure comes from the step before the writing.
        var generator = new TopicGenerator("boat", "vessel") { Failure = new IOException("No space left on device") };
        using var archive = await new VectorArchive(generator).WithAsync(Article("ship", "Vessel sails", "The wooden vessel left the dock."));

        var failure = await Should.ThrowAsync<EmbeddingUnavailableException>(() => archive.EmbedAsync());
        generator.Failure = null;

        failure.Message.ShouldBe("The vectors of archive 'default' cannot be written (No space left on device): free space or mend the permissions of the data folder.");
        (await archive.EmbedAsync()).ShouldBe(1);
    }

    private static async Task<VectorArchive> EmbeddedAsync()
    {
        var archive = await new VectorArchive(new TopicGenerator("boat", "vessel")).WithAsync(
            Article("ship", "Vessel sails", "The wooden vessel left the dock."), Article("school", "School closed", "The school was closed on Monday."));
        await archive.EmbedAsync();
        return archive;
    }

    private static async Task DamageAsync(VectorArchive archive, Func<byte[], byte[]> damage)
    {
        var file = archive.Files.ShouldHaveSingleItem();
        var damaged = damage(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        archive.Restart(new TopicGenerator("boat", "vessel"));
        await File.WriteAllBytesAsync(file, damaged, TestContext.Current.CancellationToken);
    }
}
