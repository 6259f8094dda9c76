using System.Text;
using NewsBot.Ingestion.Extraction.Decoding;

namespace NewsBot.Tests.Ingestion.Extraction.Decoding;

/// <summary>The right letters whatever the labels say: byte order mark, sender's label, page's label, and what the bytes look like.</summary>
public sealed class TextDecoderTests
{
    private const string German = "Die Fähre fährt über die Förde nach Küstrin, süß und schön, wie früher – „naïve“ Gäste.";
    private const string Russian = "Город у реки готовится к празднику, и жители украшают улицы флагами. Мэр открыл новый мост через реку.";
    private const string Czech = "Příliš žluťoučký kůň úpěl ďábelské ódy, a starosta města otevřel nový most přes řeku.";
    private const string Japanese = "港の町で祭りが始まる。市長は新しい橋を渡り、住民と一緒に歩いた。天気は良かった。";
    private const string Korean = "항구 도시에서 축제가 시작되었다. 시장은 새 다리를 건너 주민들과 함께 걸었다. 날씨가 좋았다.";
    private const string Simplified = "港口城市开始庆祝活动。市长走过新桥，与居民一起散步。天气很好，大家都很高兴。";
    private const string Traditional = "港口城市開始慶祝活動。市長走過新橋，與居民一起散步。天氣很好，大家都很高興。";

    private static Encoding Named(string name) => CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);

    private static string Page(string text, string head = "") => $"<html><head>{head}<title>{text}</title></head><body><p>{text}</p></body></html>";

    [Theory]
    [InlineData("utf-8", German, "utf-8")]
    [InlineData("windows-1252", German, "iso-8859-1")]
    [InlineData("windows-1252", German, "US-ASCII")]
    [InlineData("iso-8859-2", Czech, "iso-8859-2")]
    [InlineData("windows-1250", Czech, "windows-1250")]
    [InlineData("windows-1251", Russian, "windows-1251")]
    [InlineData("koi8-r", Russian, "koi8-r")]
    [InlineData("shift_jis", Japanese, "Shift_JIS")]
    [InlineData("euc-jp", Japanese, "EUC-JP")]
    [InlineData("iso-2022-jp", Japanese, "ISO-2022-JP")]
    [InlineData("euc-kr", Korean, "euc-kr")]
    [InlineData("ks_c_5601-1987", Korean, "KS_C_5601-1987")]
    [InlineData("gb18030", Simplified, "gb2312")]
    [InlineData("gb18030", Simplified, "GBK")]
    [InlineData("big5", Traditional, "big5")]
    [InlineData("utf-16", German, "utf-16le")]
    [InlineData("utf-16BE", Russian, "utf-16be")]
    public void Each_label_gives_the_letters_that_a_browser_shows(string written, string text, string label)
    {
        TextDecoder.Decode(Named(written).GetBytes(Page(text)), "text/html; charset=" + label).ShouldBe(Page(text));
    }

    [Theory]
    [InlineData("windows-1251", Russian)]
    [InlineData("koi8-r", Russian)]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-kr", Korean)]
    [InlineData("big5", Traditional)]
    [InlineData("gb18030", Simplified)]
    [InlineData("utf-8", German)]
    public void Without_any_label_the_bytes_tell(string written, string text) => TextDecoder.Decode(Named(written).GetBytes(Page(text)), null).ShouldBe(Page(text));

    [Fact]
    public void The_pages_own_label_counts_where_the_sender_gives_none()
    {
        var page = Page(Russian, "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">");

        TextDecoder.Decode(Named("windows-1251").GetBytes(page), "text/html").ShouldBe(page);
    }

    [Theory]
    [InlineData(200)]
    [InlineData(900)]
    [InlineData(3_000)]
    public void The_pages_own_label_is_found_behind_scripts_too(int before)
    {
        var page = $"<html><head><script>{new string('x', before)}</script><meta charset=koi8-r></head><body>ёлка</body></html>";

        TextDecoder.Decode(Named("koi8-r").GetBytes(page), "text/html").ShouldBe(page);
    }

    [Fact]
    public void The_senders_label_wins_over_the_pages()
    {
        var page = Page(Russian, "<meta charset=windows-1252>");

        TextDecoder.Decode(Named("windows-1251").GetBytes(page), "text/html; charset=windows-1251").ShouldBe(page);
    }

    [Theory]
    [InlineData("iso-8859-1", "")]
    [InlineData("iso-8859-1", "<meta charset=windows-1251>")]
    [InlineData("windows-1251", "<meta charset=iso-8859-1>")]
    public void Utf8_is_utf8_whatever_the_labels_say(string sent, string head) =>
        TextDecoder.Decode(Encoding.UTF8.GetBytes(Page(German, head)), "text/html; charset=" + sent).ShouldBe(Page(German, head));

    [Theory]
    [InlineData("windows-1252", German)]
    [InlineData("windows-1251", Russian)]
    [InlineData("shift_jis", Japanese)]
    [InlineData("euc-kr", Korean)]
    public void A_wrong_utf8_label_leaves_no_replacement_characters(string written, string text) =>
        TextDecoder.Decode(Named(written).GetBytes(Page(text)), "text/html; charset=utf-8").ShouldBe(Page(text));

    [Theory]
    [InlineData("utf-8", "iso-8859-1")]
    [InlineData("utf-16", "utf-8")]
    [InlineData("utf-16BE", "windows-1251")]
    [InlineData("utf-32", "utf-8")]
    public void A_byte_order_mark_decides_and_is_no_text(string written, string label)
    {
        var encoding = Encoding.GetEncoding(written);

        TextDecoder.Decode([.. encoding.GetPreamble(), .. encoding.GetBytes(Page(German))], "text/html; charset=" + label).ShouldBe(Page(German));
    }

    [Theory]
    [InlineData("utf-16", null)]
    [InlineData("utf-16BE", null)]
    [InlineData("utf-16", "text/html; charset=utf-8")]
    [InlineData("utf-16BE", "text/html; charset=utf-16")]
    [InlineData("utf-16", "text/html; charset=utf-16be")]
    public void Two_bytes_a_letter_without_a_mark_are_told_by_their_zeros(string written, string? contentType) =>
        TextDecoder.Decode(Encoding.GetEncoding(written).GetBytes(Page(German)), contentType).ShouldBe(Page(German));

    [Fact]
    public void A_label_of_two_bytes_a_letter_that_stands_in_single_bytes_cannot_be_true()
    {
        var page = Page(German, "<meta charset=utf-16>");

        TextDecoder.Decode(Named("windows-1252").GetBytes(page), null).ShouldBe(page);
    }

    [Fact]
    public void Letters_of_one_encoding_in_a_page_of_another_cost_only_themselves()
    {
        var text = Encoding.UTF8.GetBytes(Page(German));
        byte[] mixed = [.. text, 0xE4, .. "<p>"u8, .. text];

        var decoded = TextDecoder.Decode(mixed, "text/html; charset=utf-8").ShouldNotBeNull();

        decoded.ShouldStartWith(Page(German));
        decoded.ShouldEndWith(Page(German));
        decoded.ShouldNotContain("Ã");
    }

    [Theory]
    [InlineData("utf-8", German + "ü", 1)]
    [InlineData("utf-8", German + "漢", 1)]
    [InlineData("utf-8", German + "漢", 2)]
    [InlineData("shift_jis", Japanese, 1)]
    [InlineData("gb18030", Simplified, 1)]
    public void A_letter_cut_at_the_end_is_left_out(string encoding, string text, int cut)
    {
        var decoded = TextDecoder.Decode(Named(encoding).GetBytes(text).AsSpan()[..^cut], "text/plain; charset=" + encoding).ShouldNotBeNull();

        decoded.ShouldBe(text[..^1]);
    }

    [Theory]
    [InlineData("text/html; charset=nonsense")]
    [InlineData("text/html; charset=")]
    [InlineData("text/html; charset=x-user-defined")]
    [InlineData("text/html; charset=utf-7")]
    public void A_label_that_names_nothing_is_no_label(string contentType) =>
        TextDecoder.Decode(Named("windows-1252").GetBytes(Page(German)), contentType).ShouldBe(Page(German));

    [Fact]
    public void Utf7_is_never_decoded_since_it_hides_markup() =>
        TextDecoder.Decode("+ADw-script+AD4-"u8, "text/html; charset=utf-7").ShouldBe("+ADw-script+AD4-");

    [Fact]
    public void Bytes_that_are_no_text_are_none() => TextDecoder.Decode([0x50, 0x4B, 3, 4, 0, 0, 0, 0], null).ShouldBeNull();
}
