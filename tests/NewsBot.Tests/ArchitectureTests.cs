using System.Reflection;

namespace NewsBot.Tests;

/// <summary>Dependencies point one way: Archive ← Ingestion, Retrieval ← Answering ← Discord ← the program.</summary>
public class ArchitectureTests
{
    [Theory]
    [InlineData("NewsBot.Archive", "")]
    [InlineData("NewsBot.Ingestion", "NewsBot.Archive")]
    [InlineData("NewsBot.Retrieval", "NewsBot.Archive")]
    [InlineData("NewsBot.Retrieval.Qdrant", "NewsBot.Archive NewsBot.Retrieval")]
    [InlineData("NewsBot.Answering", "NewsBot.Archive NewsBot.Retrieval")]
    [InlineData("NewsBot.Discord", "NewsBot.Archive NewsBot.Ingestion NewsBot.Retrieval NewsBot.Answering")]
    public void A_project_uses_only_what_lies_below_it(string project, string allowed)
    {
        var used = Assembly.Load(project).GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => name.StartsWith("NewsBot", StringComparison.OrdinalIgnoreCase));

        used.ShouldBeSubsetOf(allowed.Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    [Theory]
    [InlineData("NewsBot.Archive")]
    [InlineData("NewsBot.Ingestion")]
    [InlineData("NewsBot.Retrieval")]
    [InlineData("NewsBot.Retrieval.Qdrant")]
    [InlineData("NewsBot.Answering")]
    public void Only_the_edges_know_ASP_NET(string project) =>
        Assembly.Load(project).GetReferencedAssemblies()
            .ShouldNotContain(reference => reference.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Theory]
    [InlineData("NewsBot.Archive")]
    [InlineData("NewsBot.Ingestion")]
    [InlineData("NewsBot.Retrieval")]
    [InlineData("NewsBot.Retrieval.Qdrant")]
    [InlineData("NewsBot.Answering")]
    [InlineData("NewsBot.Discord")]
    [InlineData("newsbot")]
    public void No_type_hides_behind_a_name_that_says_nothing(string project) =>
        Assembly.Load(project).GetTypes()
            .Where(type => type.Namespace?.StartsWith("NewsBot", StringComparison.Ordinal) == true)
            .Where(type => MeaninglessEndings.Any(ending => type.Name.EndsWith(ending, StringComparison.Ordinal)))
            .ShouldBeEmpty();

    private static readonly string[] MeaninglessEndings = ["Manager", "Helper", "Helpers", "Utils", "Utility", "Util", "Common"];
}
