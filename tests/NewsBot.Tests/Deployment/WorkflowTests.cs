using System.Text.RegularExpressions;
using NewsBot.Fakes;

namespace NewsBot.Tests.Deployment;

/// <summary>.github/workflows: what GitHub requires of a workflow, and what a reader of a public project expects of it.</summary>
public sealed partial class WorkflowTests
{
    private static readonly string[] JobKeys = ["runs-on", "timeout-minutes", "steps", "needs", "if", "permissions", "name", "env", "strategy"];
    private static readonly string[] StepKeys = ["uses", "run", "with", "name", "env", "if", "id", "shell", "working-directory"];

    private readonly string _root = SharedData.ProjectRoot() ?? throw new InvalidOperationException("These tests run from a checkout of the project.");
    private readonly Yaml _workflow;

    public WorkflowTests() => _workflow = Yaml.Read(Path.Combine(_root, ".github", "workflows", "ci.yml"));

    private IEnumerable<(string Name, Yaml Job)> Jobs => _workflow["jobs"].Entries;

    private IEnumerable<Yaml> Steps => Jobs.SelectMany(job => job.Job["steps"].Items);

    [Fact]
    public void Every_key_is_one_that_GitHub_knows()
    {
        _workflow.Keys.ShouldBe(["name", "on", "permissions", "jobs"], ignoreOrder: true);
        _workflow["on"].Keys.ShouldBeSubsetOf(["push", "pull_request"]);
        Jobs.SelectMany(job => job.Job.Keys).Except(JobKeys).ShouldBeEmpty();
        Steps.SelectMany(step => step.Keys).Except(StepKeys).ShouldBeEmpty();
    }

    [Fact]
    public void Every_job_has_a_runner_an_end_and_steps_that_each_do_one_thing()
    {
        Jobs.ShouldAllBe(job => job.Job["runs-on"].Text == "ubuntu-latest" && int.Parse(job.Job["timeout-minutes"].Text) > 0 && job.Job["steps"].Items.Count > 0);
        Steps.ShouldAllBe(step => step.Keys.Contains("uses") != step.Keys.Contains("run"));
        Steps.Where(step => step.Keys.Contains("uses")).Select(step => step["uses"].Text).ShouldAllBe(action => PinnedAction().IsMatch(action));
    }

    [Fact]
    public void Whatever_a_job_needs_is_a_job()
    {
        Jobs.SelectMany(job => job.Job["needs"].Items).Select(needed => needed.Text).ShouldBeSubsetOf(Jobs.Select(job => job.Name));
    }

    [Fact]
    public void Only_a_tag_that_passed_the_tests_and_the_audit_is_published_and_only_that_job_may_write()
    {
        var image = _workflow["jobs"]["image"];

        image["if"].Text.ShouldBe("startsWith(github.ref, 'refs/tags/v')");
        image["needs"].Items.Select(item => item.Text).ShouldBe(["test", "dependencies"], ignoreOrder: true);
        _workflow["permissions"].Entries.ShouldHaveSingleItem().Value.Text.ShouldBe("read");
        Jobs.Where(job => job.Job["permissions"].Entries.Any(entry => entry.Value.Text == "write")).Select(job => job.Name).ShouldBe(["image"]);
    }

    [Fact]
    public void The_tests_that_run_are_those_that_gate_a_landing()
    {
        _workflow["jobs"]["test"]["steps"].Items.Select(step => step["run"].Text).ShouldContain("bash .ci/run");
        File.Exists(Path.Combine(_root, ".ci", "run")).ShouldBeTrue();
    }

    [GeneratedRegex(@"^[a-z-]+/[a-z-]+@v\d+$", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex PinnedAction();
}
