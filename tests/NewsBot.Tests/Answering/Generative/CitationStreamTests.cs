using FsCheck.Xunit;
using NewsBot.Answering.Generative;

namespace NewsBot.Tests.Answering.Generative;

public class CitationStreamTests
{
    private const string Answer =
        "The council approved $3.5 million on 4 May [1]. \"It was overdue,\" Mr. Calder said. [2][3] J. P. Morgan [see note] paid for 747s in the U.S. fleet [1, 2].\n" +
        "- A list item without a marker\n* Another one【4】\nWas it late? [5] It was [";

    [Fact]
    public void Sentences_come_with_the_markers_before_or_after_their_full_stop() =>
        Read([Answer]).ShouldBe(
        [
            "The council approved $3.5 million on 4 May. |1",
            "\"It was overdue,\" Mr. Calder said. |2,3",
            "J. P. Morgan [see note] paid for 747s in the U.S. fleet. |1,2",
            "A list item without a marker |",
            "Another one |4",
            "Was it late? |5",
            "It was [ |",
        ]);

    [Fact]
    public void Cutting_an_answer_at_any_position_changes_nothing()
    {
        var whole = Read([Answer]);
        for (var at = 0; at <= Answer.Length; at++)
        {
            Read([Answer[..at], Answer[at..]]).ShouldBe(whole, $"cut at {at}");
        }
    }

    [Fact]
    public void Coming_character_by_character_changes_nothing() =>
        Read(Answer.Select(c => c.ToString())).ShouldBe(Read([Answer]));

    [Property(MaxTest = 200)]
    public bool No_way_of_cutting_any_text_changes_its_sentences(FsCheck.NonNull<string> text, int at)
    {
        var cut = text.Get.Length == 0 ? 0 : Math.Abs(at % (text.Get.Length + 1));
        return Read([text.Get]).SequenceEqual(Read([text.Get[..cut], text.Get[cut..]]));
    }

    [Fact]
    public void A_sentence_is_given_out_as_soon_as_the_next_one_begins()
    {
        var stream = new CitationStream();
        stream.Feed("One thing happened. [1]").ShouldBeEmpty();
        stream.Feed(" T").ShouldHaveSingleItem().Text.ShouldBe("One thing happened.");
    }

    [Theory]
    [InlineData("Prices rose [12345678901234567890].", "Prices rose [12345678901234567890].")]
    [InlineData("He said [sic] so.", "He said [sic] so.")]
    [InlineData("Nested [[1]] markers.", "Nested [] markers.")]
    public void What_is_no_marker_stays_text(string answer, string sentence) => Read([answer])[0].Split(" |")[0].ShouldBe(sentence);

    [Fact]
    public void A_model_that_never_ends_its_sentence_is_cut_off() =>
        Read([new string('x', 20_000)]).ShouldAllBe(sentence => sentence.Length < 5_000);

    private static List<string> Read(IEnumerable<string> pieces)
    {
        var stream = new CitationStream();
        var sentences = pieces.SelectMany(piece => stream.Feed(piece).ToList()).ToList();
        sentences.AddRange(stream.End());
        return sentences.ConvertAll(sentence => $"{sentence.Text} |{string.Join(',', sentence.Markers)}");
    }
}
