using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using NewsBot.Answering;
using NewsBot.Answering.Citations;
using NewsBot.Archive;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Security;
using NewsBot.Fakes;
using NewsBot.Retrieval;

namespace NewsBot.Benchmarks.Discord;

/// <summary>
/// Prints every kind of reply as the JSON that Discord gets and, where a file is named, writes a page that imitates Discord's look. Ends with how
/// long rendering takes. Arguments: HTML file, locale, skin.
/// </summary>
internal static class RenderBenchmark
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async Task<int> RunAsync(string[] args)
    {
        using var folder = new TemporaryFolder();
        using var store = ArchiveStore.Open(folder.Path, StoreAccess.Write, TimeProvider.System);
        var renderer = RendererOf(store, args.Length > 1 ? args[1] : "en-GB", args.Length > 2 ? Enum.Parse<ReplySkin>(args[2], ignoreCase: true) : ReplySkin.Classic);
        var messages = new List<(string Name, JsonElement Body)>();
        foreach (var (name, reply) in Replies())
        {
            var body = JsonDocument.Parse(renderer.Render(reply).Body.ToUtf8Json()).RootElement;
            messages.Add((name, body));
            Console.WriteLine($"## {name}\n{JsonSerializer.Serialize(body, Readable)}\n");
        }

        if (args.Length > 0)
        {
            await File.WriteAllTextAsync(args[0], DiscordLook.Page(messages));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"rendering an answer takes {Microseconds(renderer):0.0} µs"));
        return 0;
    }

    private static double Microseconds(ReplyRenderer renderer)
    {
        const int Rounds = 5_000;
        var reply = Replies().First(reply => reply.Reply is Reply.Answered).Reply;
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < Rounds; i++)
        {
            renderer.Render(reply);
        }

        return Stopwatch.GetElapsedTime(started).TotalMicroseconds / Rounds;
    }

    private static ReplyRenderer RendererOf(ArchiveStore store, string locale, ReplySkin skin)
    {
        var origin = new InteractionOrigin
        {
            Id = new Snowflake(1),
            Application = new Snowflake(2),
            Token = new InteractionToken("none"),
            User = new Snowflake(3),
            Guild = new Snowflake(4),
            InstalledGuild = new Snowflake(4),
            Locale = locale,
        };
        var texts = ReplyTexts.For(locale);
        return new ReplyRenderer(texts, new ArticleLinks(null), new ReplyButtons(new ButtonCodes(store, TimeProvider.System), origin, texts), skin, TimeProvider.System);
    }

    private static IEnumerable<(string Name, Reply Reply)> Replies()
    {
        var vote = ArticleOf("Council clears harbour tunnel after marathon vote", "The council approved 355 million in March 2024.", "2024-03-12");
        var estimate = ArticleOf("Tunnel cost estimate rises to 412 million", "By September the estimate was 412 million, mostly for a second shaft.", "2024-09-30");
        var hostile = ArticleOf("@everyone **free** [click](https://evil.example)", "# @here <@1> `code` ||spoiler|| https://evil.example/x", "2026-11-01");
        var question = new Question { Archive = ArchiveName.Default, Text = "Why did the harbour tunnel get more expensive?" };
        var answer = AnswerOf(question, vote, estimate);
        var none = answer with { Outcome = AnswerOutcome.NotInArchive, Claims = [], Citations = [], Leads = [new Lead(estimate)], Question = question with { Text = "tunnel cost 2027" } };

        yield return ("waiting in the queue", new Reply.Waiting(3));
        yield return ("searching", new Reply.Searching(12_408));
        yield return ("reading", new Reply.Reading(6));
        yield return ("growing", new Reply.Growing(question.Text, answer.Claims.Take(1).ToList()));
        yield return ("answered", new Reply.Answered(answer));
        yield return ("answered from hostile text", new Reply.Answered(AnswerOf(question, hostile)));
        yield return ("answered at length", new Reply.Answered(AnswerOf(question, [.. Enumerable.Range(1, 40).Select(Long)])));
        yield return ("not in the archive", new Reply.NotInArchive(none, new ArchiveStatistics(12_408, 12_604, 40_221, 60_000_000, vote.Published, hostile.Published)));
        yield return ("quotes", new Reply.Quotes(answer.Id, answer.Citations));
        yield return ("the paragraph around a quote", new Reply.Surroundings(answer.Citations[1]));
        yield return ("checked", new Reply.Checked(Checks(vote, estimate), answer.Id, answer.Citations));
        yield return ("search", new Reply.Hits("tunnel", OutcomeOf(vote, estimate)));
        yield return ("article", new Reply.Card(estimate));
        yield return ("timeline", new Reply.Timeline("tunnel", answer.Citations));
        yield return ("help", new Reply.Help());
        yield return ("job", new Reply.JobCard(JobOf(), new JobItem("https://news.example.org/x", ItemOutcome.Failed, null, "the address answered 404")));
        yield return ("job, done after long", new Reply.JobSummary(JobOf() with { State = JobState.Done, EndedAt = DateTimeOffset.UtcNow }, [new JobItem("https://news.example.org/x", ItemOutcome.Failed, null, "the address answered 404")]));
        yield return ("answered, corrected since", new Reply.Answered(answer) { Mark = "The article has changed on this point: the source says 352 million, not 355 million." });
        yield return ("somebody's message, checked", new Reply.Checked(Checks(vote, estimate).ConvertAll(check => check with { Numbers = [] }), null, []));
        yield return ("feeds", new Reply.Feeds([FeedOf("https://news.example.org/rss.xml", "3 new of 40 entries"), FeedOf("https://town.example/feed", null)]));
        yield return ("a question before what cannot be undone", new Reply.Confirm("Remove “Tunnel cost estimate rises” for good, with all its versions and the answers that cite it?", ButtonAction.Remove, "x", "Remove"));
        yield return ("holdings", new Reply.Holdings(ArchiveName.Default, new ArchiveStatistics(12_408, 12_604, 40_221, 60_000_000, vote.Published, estimate.Published)));
        yield return ("audit", new Reply.AuditTrail([new AuditEntry(DateTimeOffset.UtcNow.AddHours(-2), "4", "3", "ingest url", "https://news.example.org/x")]));
    }

    private static Article Long(int number) =>
        ArticleOf($"Report number {number} on the tunnel", $"Sentence number {number} tells at some length what the committee found that week.", "2026-10-01");

    private static Article ArticleOf(string title, string text, string day)
    {
        var content = new ArticleContent
        {
            Title = title,
            Text = text,
            Source = "Harbor Herald",
            Url = "https://news.example.org/" + Uri.EscapeDataString(title),
            Published = NewsTime.TryParse(day, out var time) ? time : null,
        };
        return new Article
        {
            Id = ArticleIdentity.Of(ArchiveName.Default, content),
            Archive = ArchiveName.Default,
            Version = 1,
            Sequence = 1,
            StoredAt = DateTimeOffset.UnixEpoch,
            Content = content,
        };
    }

    private static Answer AnswerOf(Question question, params Article[] articles) => new()
    {
        Id = NameBasedGuid.Create(Guid.Empty, question.Text),
        Question = question,
        AsOf = NewsTime.OfDay(new DateOnly(2026, 11, 20)),
        Outcome = AnswerOutcome.Answered,
        Claims = [.. articles.Select((article, i) => new AnsweredClaim(article.Text, [i + 1], Verdict.Supported))],
        Citations = [.. articles.Select((article, i) => new Citation { Number = i + 1, Article = article, Range = new TextRange(0, article.Text.Length) })],
        ArticlesSearched = 12_408,
    };

    private static List<NumberedCheck> Checks(Article vote, Article estimate)
    {
        var verifier = new Verifier();
        return
        [
            new NumberedCheck([1], verifier.Check("The council approved 355 million in March 2024.", verifier.Prepare(vote))),
            new NumberedCheck([2], verifier.Check("By September the estimate was 480 million, mostly for a second shaft.", verifier.Prepare(estimate))),
        ];
    }

    private static SearchOutcome OutcomeOf(params Article[] articles) => new()
    {
        Hits = [.. articles.Select(article => new ArticleHit(article, 1, [new Evidence(new Passage(0, new TextRange(0, article.Text.Length)), 1)], []))],
        Answerability = .5,
        ArticlesSearched = 12_408,
        Reading = new QuestionReading { Terms = ["tunnel"] },
    };

    private static Job JobOf() => new()
    {
        Number = 17,
        Archive = ArchiveName.Default,
        State = JobState.Running,
        Priority = 0,
        Request = new JobRequest { Targets = ["https://news.example.org/x"] },
        RequestedBy = "guild 4",
        CreatedAt = DateTimeOffset.UtcNow.AddMinutes(-2),
        StartedAt = DateTimeOffset.UtcNow.AddMinutes(-2),
        Attempts = 1,
        Counts = new OutcomeCounts(310, 4, 12, 2, 1),
        Progress = new JobProgress { BytesRead = 4_200, BytesTotal = 10_000, ItemsPerSecond = 41.5, TimeLeft = TimeSpan.FromSeconds(75), At = DateTimeOffset.UtcNow },
    };

    private static ScheduledFeed FeedOf(string url, string? message) => new()
    {
        Number = message is null ? 2 : 1,
        Archive = ArchiveName.Default,
        Url = url,
        Every = TimeSpan.FromMinutes(15),
        AddedBy = "guild 4",
        NextAt = DateTimeOffset.UtcNow.AddMinutes(10),
        LastSuccessAt = message is null ? null : DateTimeOffset.UtcNow.AddMinutes(-5),
        Failures = 0,
        Message = message,
        IsDead = false,
    };
}
