using System.Text;
using NewsBot.Ingestion.Extraction.Decoding;

namespace NewsBot.Tests.Ingestion.Extraction.Decoding;

public sealed class TextDecoderTests
{
    private static Encoding Named(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);

    [Theory]
    [InlineData("utf-8", "Zürich – “naïve” café", "text/html; charset=utf-8")]
    [InlineData("windows-1252", "Zürich – “naïve” café", "text/html; charset=iso-8859-1")]
    [InlineData("windows-1251", "Город у реки готовится к празднику", "text/html; charset=windows-1251")]
    [InlineData("shift_jis", "港の町で祭りが始まる", "text/html; charset=Shift_JIS")]
    [InlineData("gb18030", "港口城市开始庆祝活动", "text/html; charset=gb2312")]
    [InlineData("iso-8859-2", "Žluťoučký kůň", "text/html; charset=iso-8859-2")]
    public void The_senders_label_is_believed(string encoding, string text, string contentType) =>
        TextDecoder.Decode(Named(encoding).GetBytes(text), contentType).ShouldBe(text);

    [Fact]
    public void The_pages_own_label_counts_where_the_sender_gives_none()
    {
        const string page = "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\"><p>Город у реки</p>";

        TextDecoder.Decode(Named("windows-1251").GetBytes(page), "text/html").ShouldBe(page);
    }

    [Fact]
    public void Utf8_is_utf8_whatever_the_label_says() =>
        TextDecoder.Decode(Encoding.UTF8.GetBytes("Küste und Fähre"), "text/html; charset=iso-8859-1").ShouldBe("Küste und Fähre");

    [Fact]
    public void A_wrong_utf8_label_leaves_no_replacement_characters()
    {
        var bytes = Named("windows-1252").GetBytes("Die Fähre fährt über die Förde nach Küstrin, süß und schön, wie früher.");

        TextDecoder.Decode(bytes, "text/html; charset=utf-8").ShouldNotBeNull().ShouldNotContain("\uFFFD");
    }

    [Fact]
    public void A_byte_order_mark_decides_and_is_no_text() =>
        TextDecoder.Decode([0xFF, 0xFE, (byte)'h', 0, (byte)'i', 0], "text/html; charset=utf-8").ShouldBe("hi");

    [Fact]
    public void Bytes_that_are_no_text_are_none() => TextDecoder.Decode([0x50, 0x4B, 3, 4, 0, 0, 0, 0], null).ShouldBeNull();
}
