using System.Text.RegularExpressions;
using NewsBot.Fakes;
using NewsBot.Tests.Web;

namespace NewsBot.Tests.Deployment;

/// <summary>docs/SETTINGS.md lists every setting with its default, and no document names one that does not exist.</summary>
public sealed partial class SettingsDocumentTests
{
    [Fact]
    public void Every_option_stands_in_the_table_with_its_default_and_nothing_else_does()
    {
        var documented = Row().Matches(Read("docs/SETTINGS.md")).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

        DeployedOptions.All.Keys.Except(documented.Keys).ShouldBeEmpty("options that docs/SETTINGS.md lacks");
        documented.Keys.Where(key => !DeployedOptions.Knows(key)).ShouldBeEmpty("settings that no options class has");
        DeployedOptions.All.Where(option => documented[option.Key] != option.Value).Select(option => $"{option.Key} is {option.Value}").ShouldBeEmpty("defaults that are others in the program");
    }

    [Theory]
    [InlineData("README.md")]
    [InlineData("SECURITY.md")]
    [InlineData("docs/DEPLOYMENT.md")]
    [InlineData("docker-compose.yml")]
    [InlineData("Dockerfile")]
    [InlineData("deploy/newsbot.service")]
    public void Every_variable_that_is_named_sets_something(string file)
    {
        var named = Variable().Matches(Read(file)).Select(match => match.Value).Distinct().ToList();

        named.Where(variable => !DeployedOptions.Knows(DeployedOptions.KeyOf(variable)!)).Where(variable => !IsOfCompose(variable)).ShouldBeEmpty();
    }

    [Fact]
    public void No_document_names_a_setting_that_does_not_exist()
    {
        var sections = DeployedOptions.All.Keys.Select(key => key.Split(':')[0]).ToHashSet();
        var named = from file in Directory.EnumerateFiles(PathOf("docs"), "*.md").Concat(["README.md", "ARCHITECTURE.md", "SECURITY.md"])
                    from match in Setting().Matches(Read(file))
                    where sections.Contains(match.Groups[1].Value)
                    select (File: Path.GetFileName(file), Key: match.Value.Trim('`'));

        named.Where(setting => !DeployedOptions.Knows(setting.Key)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_page_of_settings_shows_every_section()
    {
        var sections = DeployedOptions.All.Keys.Select(key => key.Split(':')[0]).Distinct().ToList();
        await using var web = await SignedInWeb.StartAsync([Stories.Bridge], sections.ToDictionary(section => section + ":Test", string? (_) => "shown"));

        var html = await web.GetAsync("/admin/settings");

        sections.Where(section => !html.Contains($"<code>{section}:Test</code>", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    // Names of .env, from which compose fills in the program's own.
    private static bool IsOfCompose(string variable) => Read(".env.example").Contains(variable + "=", StringComparison.Ordinal) || variable is "NEWSBOT_PROGRAM" or "NEWSBOT_CHROMIUM";

    private static string Read(string file) => File.ReadAllText(PathOf(file));

    private static string PathOf(string file) => Path.Combine(SharedData.ProjectRoot() ?? throw new InvalidOperationException("These tests run from a checkout of the project."), file);

    [GeneratedRegex(@"^\| `([A-Za-z:]+)` \| `?([^|`]+?)`? \|", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Row();

    [GeneratedRegex("`([A-Z][A-Za-z]+):[A-Z][A-Za-z:]+`", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Setting();

    [GeneratedRegex("NEWSBOT_[A-Za-z_]+[0-9]?", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Variable();
}
