using NewsBot.Answering.Generative;
using NewsBot.Fakes;

namespace NewsBot.Tests.Answering.Generative;

public sealed class PromptLibraryTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public PromptLibraryTests()
    {
        foreach (var file in Directory.EnumerateFiles(PromptLibrary.ShippedFolder, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(folder.Path, Path.GetRelativePath(PromptLibrary.ShippedFolder, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private string AnswerFile => Path.Combine(folder.Path, "NewsBot", "Answer", "skprompt.txt");

    [Fact]
    public void The_shipped_prompts_are_whole() => Should.NotThrow(() => new PromptLibrary(PromptLibrary.ShippedFolder).RequireAll());

    [Fact]
    public void An_edited_prompt_is_used_from_then_on_under_a_new_version()
    {
        var prompts = new PromptLibrary(folder.Path);
        var before = prompts[PromptName.Answer].Version;
        File.AppendAllText(AnswerFile, "\n");
        File.SetLastWriteTimeUtc(AnswerFile, DateTime.UnixEpoch.AddYears(80));

        prompts[PromptName.Answer].Version.ShouldNotBe(before);
    }

    [Fact]
    public void A_prompt_that_is_missing_is_named_with_its_file()
    {
        File.Delete(AnswerFile);

        Should.Throw<InvalidOperationException>(() => new PromptLibrary(folder.Path).RequireAll()).Message.ShouldContain(AnswerFile);
    }

    [Fact]
    public void A_prompt_without_roles_is_refused_since_its_evidence_would_speak_as_the_user()
    {
        File.WriteAllText(AnswerFile, "{{$evidence}} {{$question}}");

        Should.Throw<InvalidOperationException>(() => _ = new PromptLibrary(folder.Path)[PromptName.Answer]).Message.ShouldContain("<message role=\"system\">");
    }

    public void Dispose() => folder.Dispose();
}
