using System.Text.RegularExpressions;
using NewsBot.Fakes;

namespace NewsBot.Tests.Web;

public sealed partial class SecurityDocumentTests
{
    [Fact]
    public void Every_test_that_the_threat_model_names_exists()
    {
        var root = SharedData.ProjectRoot();
        Assert.SkipWhen(root is null, "needs the project's sources");
        var tests = string.Concat(Directory.EnumerateFiles(Path.Combine(root!, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText));

        var named = TestName().Matches(File.ReadAllText(Path.Combine(root!, "SECURITY.md"))).Select(match => match.Groups[1].Value).ToList();

        named.Count.ShouldBeGreaterThan(20);
        named.Where(name => !tests.Contains($" {name}(", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [GeneratedRegex("`([A-Z][A-Za-z]*(?:_[A-Za-z0-9]+)+)`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TestName();
}
