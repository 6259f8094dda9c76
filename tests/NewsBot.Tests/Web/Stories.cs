using NewsBot.Answering;
using NewsBot.Archive;

namespace NewsBot.Tests.Web;

/// <summary>Articles and answers that the specifications of the pages are about.</summary>
internal static class Stories
{
    public const string BridgeText =
        "The council of Hollen approved 355 million crowns for the new bridge on Tuesday.\n\n"
        + "Work starts in March, the mayor said. “We have waited long enough,” she told reporters.\n\n"
        + "The old bridge stays open to cyclists.";

    public static Article Bridge { get; } = Of("bridge", "Council approves bridge", BridgeText);

    public static Article Of(string id, string title, string text, string archive = "default", int version = 1, string? url = "https://herald.example/bridge")
    {
        var content = new ArticleContent
        {
            Title = title,
            Text = text,
            ExternalId = id,
            Url = url,
            Source = "Harbor Herald",
            Authors = ["Ada Lind"],
            Published = NewsTime.OfDay(new DateOnly(2024, 9, 20)),
            Language = "en",
        };
        var name = ArchiveName.Parse(archive);
        return new Article
        {
            Id = ArticleIdentity.Of(name, content),
            Archive = name,
            Version = version,
            Sequence = version,
            StoredAt = new DateTimeOffset(2024, 9, 21, 8, 0, 0, TimeSpan.Zero),
            Content = content,
        };
    }

    public static TextRange RangeOf(this Article article, string words)
    {
        var start = article.Text.IndexOf(words, StringComparison.Ordinal);
        return new TextRange(start, start + words.Length);
    }

    public static Answer Answered(Question question, params (Article Article, string Sentence)[] sentences) => new()
    {
        Id = new Guid("00000000-0000-0000-0000-000000000001"),
        Question = question,
        AsOf = NewsTime.OfDay(new DateOnly(2024, 10, 1)),
        Outcome = AnswerOutcome.Answered,
        Claims = [.. sentences.Select((s, i) => new AnsweredClaim(s.Sentence, [i + 1], Verdict.Supported))],
        Citations = [.. sentences.Select((s, i) => new Citation { Number = i + 1, Article = s.Article, Range = s.Article.RangeOf(s.Sentence) })],
        ArticlesSearched = 41,
    };

    public static Answer NotInArchive(Question question, params Article[] leads) => new()
    {
        Id = new Guid("00000000-0000-0000-0000-000000000002"),
        Question = question,
        AsOf = NewsTime.OfDay(new DateOnly(2024, 10, 1)),
        Outcome = AnswerOutcome.NotInArchive,
        Leads = [.. leads.Select(article => new Lead(article))],
        ArticlesSearched = 41,
    };
}
