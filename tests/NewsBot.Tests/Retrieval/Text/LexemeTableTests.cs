using NewsBot.Retrieval.Text;

namespace NewsBot.Tests.Retrieval.Text;

public class LexemeTableTests
{
    [Fact]
    public void Threads_that_fill_it_together_find_every_form_and_share_its_stem()
    {
        var table = new LexemeTable();
        var forms = Enumerable.Range(0, 20_000).Select(i => $"form{i:x}").ToArray();

        Parallel.For(0, 8, thread =>
        {
            foreach (var form in thread % 2 == 0 ? forms : forms.Reverse())
            {
                if (!table.TryGet(form, out _))
                {
                    table.Remember(form, new Lexeme(form[..^1], isStopWord: false, TermKind.Word));
                }
            }
        });

        foreach (var form in forms)
        {
            table.TryGet(form, out var lexeme).ShouldBeTrue(form);
            lexeme!.IsOf(table.SharedStem(form[..^1])).ShouldBeTrue(form);
        }
    }

    [Fact]
    public void What_was_not_remembered_is_not_found() => new LexemeTable().TryGet("", out _).ShouldBeFalse();

    [Theory]
    [InlineData("")]
    [InlineData("a")]
    [InlineData("abc\0")]
    [InlineData("abcd")]
    [InlineData("東京")]
    public void Forms_that_differ_little_are_told_apart(string form)
    {
        var table = new LexemeTable();
        table.Remember(form + "x", new Lexeme("other", isStopWord: false, TermKind.Word));
        table.Remember(form, new Lexeme("right", isStopWord: false, TermKind.Word));

        table.TryGet(form, out var lexeme).ShouldBeTrue();
        lexeme!.Stem.ShouldBe("right");
    }
}
