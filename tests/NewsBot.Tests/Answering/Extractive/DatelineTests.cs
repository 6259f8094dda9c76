using NewsBot.Answering.Extractive;
using NewsBot.Archive;

namespace NewsBot.Tests.Answering.Extractive;

public class DatelineTests
{
    [Theory]
    [InlineData("PORT SELWICK — A road tunnel would serve the town better.", "A road tunnel would serve the town better.")]
    [InlineData("PORT SELWICK, May 12 — They formed a line on Saturday.", "They formed a line on Saturday.")]
    [InlineData("UPPER THENNOCK, Dec. 5 (Coastline Press Agency) — About 340 people left.", "About 340 people left.")]
    [InlineData("LÜTTENSIEL – Auf der Werft ist der Kiel gestreckt worden.", "Auf der Werft ist der Kiel gestreckt worden.")]
    [InlineData("SAINT-ERVAIN-SUR-BAIE — Elle a traversé la baie de nuit.", "Elle a traversé la baie de nuit.")]
    [InlineData("LONDON (Reuters) - “We will appeal,” the firm said.", "“We will appeal,” the firm said.")]
    public void An_answer_begins_behind_the_dateline(string sentence, string shown) => Shown(sentence).ShouldBe(shown);

    [Theory]
    [InlineData("The mayor — who was late — opened the bridge on Monday.")]
    [InlineData("NATO — the alliance of the West — met in Marlow on Monday.")]
    [InlineData("It will cost 12 million - more than planned, the mayor said.")]
    [InlineData("PORT SELWICK — Shut.")]
    [InlineData("US-based firms — 14 of them — will leave the harbour.")]
    [InlineData("Nothing stands before this sentence.")]
    public void Other_words_before_a_dash_belong_to_the_sentence(string sentence) => Shown(sentence).ShouldBe(sentence);

    private static string Shown(string sentence) => Dateline.Without("“ " + sentence, new TextRange(2, sentence.Length + 2)).Of("“ " + sentence);
}
