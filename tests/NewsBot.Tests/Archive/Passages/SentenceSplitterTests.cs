using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NewsBot.Archive;

namespace NewsBot.Tests.Archive.Passages;

public class SentenceSplitterTests
{
    /// <summary>Each row is a text in which | stands where one sentence ends and the next begins.</summary>
    public static TheoryData<string> Texts => new(
        "The bridge opened on Monday. | It cost 3 million. | Nobody complained!",
        "Mr. Smith met Dr. A. B. Jones of the U.S. Treasury at 5 p.m. Monday. | They talked.",
        "He moved to the U.S. | The move took a year.",
        "On Sept. 20 the council voted. | On Oct. 3 it voted again.",
        "Patient No. 4 recovered. | \"No.\" | She meant it.",
        "\"We will stay.\" | She left.",
        "“We will stay,” she said. | “We always stay.” | Then she left.",
        "\"Why now?\" Smith asked. | Nobody knew.",
        "\"Stop!\" he cried. | They stopped.",
        "Yahoo! shares rose 3.5 percent to $4.20. | Others fell.",
        "Sales fell 2.5 pct. | Profit rose.",
        "He paused... and went on. | Then he stopped… | Silence.",
        "It was over. . . and done.",
        "Shares of Acme Corp. Chairman Lee Fox rose. | Acme Inc. | The rest fell.",
        "He was born in Springfield, Ill. | He died in Fresno, Calif., in 1990.",
        "J. K. Rowling and J.R.R. Tolkien write. | They sell.",
        "John F. Kennedy spoke. | World War I. | The end came.",
        "The meeting ran until 10 a.m. | Police then left.",
        "See e.g. Section 4. | It is short.",
        "(Reporting by A. Lee; editing by B. Fox.) | The end.",
        "The town grew in 1987. | 42 people left.",
        "She came in 3rd. | He was No. 1. | They cheered.",
        "Gov. Lee, Sen. Fox and Lt. Col. Ames agreed. | The bill passed.",
        "Er kam am 5. März nach Köln. | Die 3. Liga begann am 20. Juli, und das ist für die Stadt nicht zu früh.",
        "Das Werk kostet ca. 3 Mrd. Euro, z.B. Stahl. | Die Stadt zahlt nicht mit.",
        "„Wir bleiben.“ | Dann ging sie.",
        "»Wir bleiben«, sagte sie. | Dann ging sie.",
        "M. Macron a dit : « Nous restons. » | Puis il est parti.",
        "« Pourquoi ? » a demandé Mme Duval. | Personne ne savait.",
        "El Sr. López llegó a EE.UU. en marzo. | ¿Por qué? | Nadie lo sabe.",
        "会議は月曜日に開かれた。|結論は出なかった。",
        "「寒い。」と彼は言った。|終わり。",
        "会议于周一举行。|没有结果！|为什么？",
        "The list ended.|Then the second began.",
        "Heading without a stop\n\n|The text follows.",
        "Items:\n|- first thing\n|- second thing\n|1. third thing",
        "This long line of a text file was wrapped by its author at a margin of\nseventy characters and goes on here. | The end.",
        "Short line\n|Another line",
        "Booking.Com rose. | Node.js fell.",
        "One • Two • Three".Replace(" •", " |•"));

    [Theory]
    [MemberData(nameof(Texts))]
    public void Sentences_end_where_a_reader_would_end_them(string marked)
    {
        var parts = marked.Split('|').Select(part => part.Trim()).ToList();

        var text = marked.Replace("|", "");

        SentenceSplitter.Split(text).Select(range => range.Of(text)).ShouldBe(parts);
    }

    [Property(MaxTest = 400, Arbitrary = [typeof(NewsText)])]
    public void Sentences_are_in_order_and_leave_out_only_white_space(NewsText news)
    {
        var text = news.Value;
        var end = 0;
        foreach (var sentence in SentenceSplitter.Split(text))
        {
            text[end..sentence.Start].ShouldBeNullOrWhiteSpace();
            sentence.Length.ShouldBeInRange(1, SentenceSplitter.MaximumLength);
            char.IsWhiteSpace(text[sentence.Start]).ShouldBeFalse();
            char.IsWhiteSpace(text[sentence.End - 1]).ShouldBeFalse();
            end = sentence.End;
        }

        text[end..].ShouldBeNullOrWhiteSpace();
    }

    [Fact]
    public void A_text_without_any_stop_is_cut_at_the_longest_length_and_never_inside_a_character()
    {
        var text = string.Concat(Enumerable.Repeat("\U0001F600", 4_000));

        var sentences = SentenceSplitter.Split(text);

        string.Concat(sentences.Select(range => range.Of(text))).ShouldBe(text);
        sentences.ShouldAllBe(range => !char.IsLowSurrogate(text[range.Start]));
    }

    /// <summary>Text of the pieces that sentences are made of, in any order.</summary>
    public sealed record NewsText(string Value)
    {
        private static readonly string[] Pieces =
        [
            ".", "!", "?", "…", "...", "。", " ", "  ", "\n", "\n\n", "\t", "\"", "”", "“", "»", "«", ")", "(", "•", "- ", "1. ", "Mr.", "U.S.", "a.m.", "No. 4",
            "The", "the", "Smith", "asked", "3,5", "20", "März", "\u00A0", "😀", "寒い", new string('x', 900), "der und das nicht ",
        ];

        public override string ToString() => Value;

        public static Arbitrary<NewsText> Arbitrary() =>
            Gen.Elements(Pieces).ListOf().Select(pieces => new NewsText(string.Concat(pieces))).ToArbitrary();
    }
}
