using NewsBot.Answering;
using NewsBot.Discord.Rendering;

namespace NewsBot.Tests.Discord;

/// <summary>Sentences follow each other; what ends without a full stop stands on a line of its own.</summary>
public sealed class AnswerLinesTests
{
    [Theory]
    [InlineData("to keep the ferry free", true)]
    [InlineData("What she has promised", true)]
    [InlineData("the crossing (a single one)", true)]
    [InlineData("The council voted 7 to 6.", false)]
    [InlineData("“We have waited long enough.”", false)]
    [InlineData("She said: \"Nobody will pay!\"", false)]
    [InlineData("(The vote was on Tuesday.)", false)]
    [InlineData("She promised:", false)]
    [InlineData("市長は費用が1200万ドルだったと述べた。", false)]
    [InlineData("كم كلف الجسر؟", false)]
    public void A_heading_or_an_item_of_a_list_stands_alone(string text, bool expected) => AnswerLines.StandsAlone(Claim(text)).ShouldBe(expected);

    [Fact]
    public void Claims_are_put_on_lines_in_their_order()
    {
        AnsweredClaim[] claims = [Claim("It is decided."), Claim("The mayor agreed."), Claim("What she promised"), Claim("to mend the clock"), Claim("All of it costs money.")];

        AnswerLines.Of(claims).Select(line => string.Join(' ', line.Select(claim => claim.Text)))
            .ShouldBe(["It is decided. The mayor agreed.", "What she promised", "to mend the clock", "All of it costs money."]);
    }

    private static AnsweredClaim Claim(string text) => new(text, [1], Verdict.Supported);
}
