using System.Text.RegularExpressions;
using NewsBot.Fakes;

namespace NewsBot.Tests.Deployment;

/// <summary>docker-compose.yml: what Compose requires of it, and what its operator relies on. There is no Docker engine in these tests.</summary>
public sealed partial class ComposeFileTests
{
    // The names that the Compose Specification gives to the parts that are used; a misspelt one would be ignored or refused only on the operator's machine.
    private static readonly string[] ServiceKeys =
        ["build", "cap_drop", "depends_on", "environment", "healthcheck", "image", "init", "ports", "profiles", "read_only", "restart", "security_opt", "tmpfs", "volumes"];

    private static readonly string[] HealthKeys = ["test", "interval", "timeout", "start_period", "retries"];
    private static readonly string[] Profiles = ["qdrant", "model", "figures"];

    private readonly string _root = SharedData.ProjectRoot() ?? throw new InvalidOperationException("These tests run from a checkout of the project.");
    private readonly Yaml _compose;

    public ComposeFileTests() => _compose = Yaml.Read(Path.Combine(_root, "docker-compose.yml"));

    private IEnumerable<(string Name, Yaml Service)> Services => _compose["services"].Entries;

    [Fact]
    public void Every_key_is_one_of_the_specification()
    {
        _compose.Keys.ShouldBe(["services", "volumes"], ignoreOrder: true);
        Services.SelectMany(service => service.Service.Keys).Except(ServiceKeys).ShouldBeEmpty();
        Services.SelectMany(service => service.Service["healthcheck"].Keys).Except(HealthKeys).ShouldBeEmpty();
        Services.SelectMany(service => service.Service["build"].Keys).Except(["context", "args"]).ShouldBeEmpty();
        Services.Select(service => service.Service["restart"].Text).ShouldAllBe(restart => restart == "unless-stopped");
    }

    [Fact]
    public void Every_volume_is_declared_and_used_and_every_file_that_is_mounted_is_here()
    {
        var sources = Services.SelectMany(service => service.Service["volumes"].Items).Select(volume => volume.Text.Split(':')[0]).ToList();

        sources.Where(source => source.StartsWith('.')).ShouldAllBe(file => File.Exists(Path.Combine(_root, file)));
        sources.Where(source => !source.StartsWith('.')).ShouldBe(_compose["volumes"].Keys, ignoreOrder: true);
    }

    [Fact]
    public void Whatever_a_service_waits_for_is_a_service()
    {
        Services.SelectMany(service => service.Service["depends_on"].Keys.Concat(service.Service["depends_on"].Items.Select(item => item.Text))).ShouldBeSubsetOf(Services.Select(service => service.Name));
    }

    [Fact]
    public void Every_image_of_others_has_a_version()
    {
        Services.Where(service => service.Service["build"].Keys.Count == 0).Select(service => service.Service["image"].Text).ShouldAllBe(image => VersionedImage().IsMatch(image));
    }

    [Fact]
    public void Nothing_is_reached_from_other_machines_by_itself()
    {
        Services.SelectMany(service => service.Service["ports"].Items).Select(port => port.Text).ShouldAllBe(port => port.StartsWith("127.0.0.1:", StringComparison.Ordinal));
    }

    [Fact]
    public void The_bot_runs_on_a_read_only_system_without_rights_and_is_asked_whether_it_lives()
    {
        var bot = _compose["services"]["newsbot"];

        bot["read_only"].Text.ShouldBe("true");
        bot["cap_drop"].Items.ShouldHaveSingleItem().Text.ShouldBe("ALL");
        bot["security_opt"].Items.ShouldHaveSingleItem().Text.ShouldBe("no-new-privileges:true");
        bot["healthcheck"]["test"].Items.Select(item => item.Text).ShouldBe(["CMD", "./newsbot", "doctor", "--live", "http://127.0.0.1:8080"]);
        bot["ports"].Items.ShouldHaveSingleItem().Text.ShouldEndWith(":8080");
        bot["environment"]["NEWSBOT_Web__Urls"].Text.ShouldBe("http://0.0.0.0:8080");
        bot["volumes"].Items.ShouldHaveSingleItem().Text.ShouldEndWith(":" + bot["environment"]["NEWSBOT_DATA"].Text);
    }

    [Fact]
    public void Only_the_bot_starts_without_a_profile_and_every_profile_is_explained()
    {
        var text = File.ReadAllText(Path.Combine(_root, "docker-compose.yml"));

        Services.Where(service => service.Service["profiles"].Items.Count == 0).Select(service => service.Name).ShouldBe(["newsbot"]);
        Services.SelectMany(service => service.Service["profiles"].Items).Select(profile => profile.Text).Distinct().ShouldBe(Profiles, ignoreOrder: true);
        Profiles.ShouldAllBe(profile => text.Contains($"--profile {profile} up", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_variable_is_explained_in_the_example_and_the_example_names_no_other()
    {
        var used = Substitution().Matches(File.ReadAllText(Path.Combine(_root, "docker-compose.yml"))).Select(match => match.Groups[1].Value).Distinct();
        var explained = File.ReadLines(Path.Combine(_root, ".env.example")).Where(line => line.Contains('=') && !line.StartsWith('#')).Select(line => line.Split('=')[0]);

        used.ShouldBe(explained, ignoreOrder: true);
    }

    [GeneratedRegex(@"\$\{([A-Z_]+)[:}]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Substitution();

    [GeneratedRegex(@"^[a-z/]+:v?\d+\.\d+\.\d+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex VersionedImage();
}
