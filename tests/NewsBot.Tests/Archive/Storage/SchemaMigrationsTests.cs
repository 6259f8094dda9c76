using NewsBot.Archive;

namespace NewsBot.Tests.Archive.Storage;

public sealed class SchemaMigrationsTests
{
    [Fact]
    public void No_two_migrations_have_the_same_number()
    {
        const string folder = ".Migrations.";
        var numbers = typeof(ArchiveStore).Assembly.GetManifestResourceNames().Where(name => name.Contains(folder, StringComparison.Ordinal))
            .Select(name => name[(name.IndexOf(folder, StringComparison.Ordinal) + folder.Length)..].Split('_')[0]).ToList();

        numbers.ShouldNotBeEmpty();
        numbers.ShouldBeUnique();
    }
}
