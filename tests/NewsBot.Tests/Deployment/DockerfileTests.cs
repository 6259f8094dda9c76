using NewsBot.Fakes;

namespace NewsBot.Tests.Deployment;

/// <summary>The Dockerfile and the systemd unit, as far as they can be judged without running them.</summary>
public sealed class DockerfileTests
{
    private readonly string _root = SharedData.ProjectRoot() ?? throw new InvalidOperationException("These tests run from a checkout of the project.");

    private string[] Lines => File.ReadAllLines(Path.Combine(_root, "Dockerfile"));

    [Fact]
    public void Everything_that_is_copied_is_in_the_repository_and_not_kept_out_of_the_build()
    {
        var copied = Lines.Where(line => line.StartsWith("COPY ", StringComparison.Ordinal) && !line.Contains("--from", StringComparison.Ordinal)).SelectMany(line => line.Split(' ')[1..^1]).ToList();
        var ignored = File.ReadAllLines(Path.Combine(_root, ".dockerignore"));

        copied.ShouldContain("src");
        copied.ShouldAllBe(path => Path.Exists(Path.Combine(_root, path)));
        copied.Intersect(ignored).ShouldBeEmpty();
    }

    [Fact]
    public void The_image_runs_as_an_ordinary_user_with_its_data_in_a_volume_and_is_asked_whether_it_lives()
    {
        var last = Lines[Array.FindLastIndex(Lines, line => line.StartsWith("FROM ", StringComparison.Ordinal))..];

        last[0].ShouldContain("chiseled-extra");
        last.ShouldContain("USER $APP_UID");
        last.ShouldContain("VOLUME /data");
        last.ShouldContain(line => line.StartsWith("HEALTHCHECK ", StringComparison.Ordinal) && line.Contains("doctor", StringComparison.Ordinal));
        last.ShouldNotContain(line => line.StartsWith("RUN ", StringComparison.Ordinal), "a chiselled image has no shell");
    }

    [Fact]
    public async Task The_unit_is_one_that_systemd_accepts()
    {
        Assert.SkipWhen(!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/systemd-analyze"), "needs systemd-analyze");
        using var folder = new TemporaryFolder();
        var unit = await File.ReadAllTextAsync(Path.Combine(_root, "deploy", "newsbot.service"));
        await File.WriteAllTextAsync(folder.File("newsbot.service"), unit.Replace("/opt/newsbot/newsbot", "/bin/true", StringComparison.Ordinal));

        using var analyze = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("systemd-analyze", ["verify", folder.File("newsbot.service")]) { UseShellExecute = false, RedirectStandardError = true })!;
        var complaints = await analyze.StandardError.ReadToEndAsync();
        await analyze.WaitForExitAsync();

        complaints.ShouldNotContain("newsbot.service:");
        analyze.ExitCode.ShouldBe(0, complaints);
    }
}
