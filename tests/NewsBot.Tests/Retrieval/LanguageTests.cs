using static NewsBot.Tests.Retrieval.IndexedArchive;

namespace NewsBot.Tests.Retrieval;

/// <summary>Each language from end to end: an article in it is found by a question that inflects its words otherwise, beside one of the same language that is not asked for.</summary>
public class LanguageTests
{
    [Theory]
    [InlineData("en", "The ministers approved two bridges over the harbour.", "The farmers sold apples in the market.", "Which minister approves a bridge?")]
    [InlineData("de", "Die Bürgermeisterin eröffnete gestern die neuen Brücken über den Fluss.", "Die Bauern verkauften Äpfel auf dem Markt.", "Wer hat die neue Brücke eröffnet?")]
    [InlineData("fr", "La maire a inauguré les nouveaux ponts sur l'estuaire.", "Les paysans ont vendu des pommes au marché.", "Qui inaugure le nouveau pont de l’estuaire ?")]
    [InlineData("es", "La alcaldesa inauguró los nuevos puentes sobre el río.", "Los campesinos vendieron manzanas en el mercado.", "¿Quién inauguró el nuevo puente?")]
    [InlineData("it", "La sindaca ha inaugurato i nuovi ponti della città sull'estuario.", "I contadini hanno venduto mele al mercato.", "Chi ha inaugurato il nuovo ponte dell'estuario?")]
    [InlineData("pt", "A prefeita inaugurou as novas pontes sobre o rio.", "Os camponeses venderam maçãs no mercado.", "Quem inaugurou a nova ponte?")]
    [InlineData("nl", "De burgemeester opende de nieuwe bruggen over de rivier.", "De boeren verkochten appels op de markt.", "Wie opende de nieuwe brug?")]
    [InlineData("ru", "Мэр открыл новые мосты через реку.", "Крестьяне продали яблоки на рынке.", "Кто открыл новый мост?")]
    [InlineData("zh", "市长昨天宣布新的跨海大桥开放。", "农民在市场上卖苹果。", "跨海大桥什么时候开放？")]
    [InlineData("ja", "市長は新しい橋の開通を発表した。", "農家は市場でりんごを売った。", "新しい橋はいつ開通しましたか")]
    [InlineData("ko", "시장은 새로운 대교의 개통을 발표했다.", "농부들은 시장에서 사과를 팔았다.", "새로운 대교는 언제 개통했나?")]
    [InlineData("th", "นายกเทศมนตรีเปิดสะพานใหม่ข้ามแม่น้ำ", "ชาวนาขายแอปเปิลที่ตลาด", "ใครเปิดสะพานใหม่")]
    [InlineData("sv", "Borgmästaren invigde bron över floden.", "Bönderna sålde äpplen på torget.", "vem invigde bron")]
    public async Task An_article_is_found_in_its_language(string language, string right, string other, string question)
    {
        foreach (var stated in new[] { language, null })
        {
            using var archive = new IndexedArchive().With(Article("other", "–", other, language: stated), Article("right", "–", right, language: stated));

            (await archive.FoundAsync(question)).First().ShouldBe("right", $"language {stated ?? "not stated"}");
        }
    }

    [Theory]
    [InlineData("1.2 million votes", "Who won 1,200,000 votes?")]
    [InlineData("1,200,000 votes", "Who won 1.2 million votes?")]
    [InlineData("the U.S. fleet", "Where is the US fleet?")]
    [InlineData("the US fleet", "Where is the U.S. fleet?")]
    [InlineData("the mayor's budget", "How large is the mayors' budget?")]
    [InlineData("a laid-off miner", "Which laid off miners protested?")]
    [InlineData("the fair in Zürich", "When is the fair in Zurich?")]
    [InlineData("the fair in Zurich", "When is the fair in Zürich?")]
    [InlineData("a rise of 5 percent", "Who got a rise of 5%?")]
    [InlineData("a fine of $40 million", "Who pays a fine of 40 million dollars?")]
    [InlineData("O’Brien’s plan", "What is O'Brien's plan?")]
    public async Task What_is_written_otherwise_is_found_the_same(string written, string question)
    {
        var (filler, padding) = ("It was reported on the coast.", "More words stand here so that both articles are of one length, or nearly.");
        using var archive = new IndexedArchive().With(
            Article("other", "News", $"{filler} Something else was said. {padding}", "2025-06-01"), Article("right", "News", $"{filler} They saw {written}. {padding}", "2025-06-01"));

        var hits = (await archive.SearchAsync(question, query => query with { Explain = true })).Hits;

        hits[0].Article.PublicId.ShouldBe("right");
        hits[0].Explanation!.Terms.Count.ShouldBeGreaterThanOrEqualTo(written.Contains("fleet", StringComparison.Ordinal) || written.Contains('Z', StringComparison.Ordinal) ? 2 : 1);
    }

    [Theory]
    [InlineData("1,200,000", "1.2 million")]
    [InlineData("U.S.", "US")]
    [InlineData("Zürich", "Zurich")]
    [InlineData("mayor's", "mayors'")]
    public async Task Both_ways_of_writing_score_alike(string one, string other)
    {
        using var archive = new IndexedArchive().With(Article("a", "News", $"They saw {one} there.", "2025-06-01"), Article("b", "Other news", "Nothing there.", "2025-06-01"));

        (await archive.SearchAsync(one)).Hits[0].Score.ShouldBe((await archive.SearchAsync(other)).Hits[0].Score);
    }
}
