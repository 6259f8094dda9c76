using FsCheck.Xunit;
using NewsBot.Archive;

namespace NewsBot.Tests.Archive.Passages;

public class PassageCutterTests
{
    [Property(MaxTest = 200, Arbitrary = [typeof(SentenceSplitterTests.NewsText)])]
    public void Passages_hold_every_sentence_once_and_in_order(SentenceSplitterTests.NewsText news)
    {
        var text = news.Value;
        var sentences = SentenceSplitter.Split(text);
        var passages = PassageCutter.Cut(text);

        passages.Select(passage => passage.Ordinal).ShouldBe(Enumerable.Range(0, passages.Count));
        passages.SelectMany(passage => sentences.Where(passage.Range.Contains)).ShouldBe(sentences);
        passages.Sum(passage => sentences.Count(sentence => passage.Range.Overlaps(sentence))).ShouldBe(sentences.Count);
    }

    [Fact]
    public void Passages_are_about_as_long_as_stated_and_the_last_is_no_short_rest()
    {
        var text = string.Join(' ', Enumerable.Range(0, 55).Select(number => $"This is sentence {number} of ten words, no more, no less."));

        var words = PassageCutter.Cut(text).Select(passage => passage.Range.Of(text).Split(' ').Length).ToList();

        words.ShouldBe([198, 209, 198]);
    }

    [Fact]
    public void Text_without_white_space_between_words_is_cut_too()
    {
        var text = string.Concat(Enumerable.Repeat("会議は月曜日に開かれたが結論は出なかった。", 60));

        PassageCutter.Cut(text).Count.ShouldBe(3);
    }

    [Fact]
    public void An_empty_text_has_no_passage() => PassageCutter.Cut(" \n\n ").ShouldBeEmpty();
}
