using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NewsBot.Answering;
using NewsBot.Answering.Citations;
using NewsBot.Archive;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Security;
using NewsBot.Fakes;

namespace NewsBot.Tests.Discord;

/// <summary>What holds for every message, whatever articles say and however long they are.</summary>
public sealed class MessageLimitTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ArchiveStore _store;

    public MessageLimitTests() => _store = ArchiveStore.Open(_folder.Path, StoreAccess.Write, TimeProvider.System);

    public void Dispose()
    {
        _store.Dispose();
        _folder.Dispose();
    }

    [Property(MaxTest = 60)]
    public Property A_classic_message_keeps_its_limit_and_shows_sentences_whole_with_their_markers() => Prop.ForAll(AnyAnswers(), answer =>
    {
        var body = Renderer(ReplySkin.Classic).Render(new Reply.Answered(answer)).Body;
        return body.Content!.Length <= 2_000 && body.AllowedMentions.Parse.Count == 0 && ShownWhole(answer, body.Content);
    });

    [Property(MaxTest = 60)]
    public Property A_message_of_components_keeps_its_limits_in_characters_and_bytes() => Prop.ForAll(AnyAnswers(), answer =>
    {
        var texts = TextsOf(Renderer(ReplySkin.Components).Render(new Reply.Answered(answer)).Body.Components).ToList();
        return texts.Sum(text => text.Length) <= 4_000
            && texts.Sum(text => Encoding.UTF8.GetByteCount(text) + 12) <= 10_170
            && ShownWhole(answer, string.Join(' ', texts));
    });

    [Property(MaxTest = 60)]
    public Property A_quote_is_shown_to_the_letter_or_not_at_all() => Prop.ForAll(AnyAnswers(), answer =>
    {
        var content = Renderer(ReplySkin.Classic).Render(new Reply.Quotes(answer.Id, answer.Citations)).Body.Content!;
        var quotes = content.Split('\n').Where(line => line.StartsWith("> ", StringComparison.Ordinal)).ToList();
        return content.Length <= 2_000 && quotes.All(quote => answer.Citations.Any(citation => DiscordMarkdown.Quote(citation.Quote) == quote));
    });

    [Theory]
    [InlineData(ReplySkin.Classic)]
    [InlineData(ReplySkin.Components)]
    public void A_sentence_that_no_message_holds_is_left_to_the_file_and_the_rest_is_shown(ReplySkin skin)
    {
        var longest = Answers.Article("long", "Minutes of the council", "It was said " + new string('x', 4_100) + ".", "2026-11-01");
        var answer = Answers.Of(new Question { Archive = ArchiveName.Default, Text = "What was said?" }, longest, Answers.Vote);

        var message = Renderer(skin).Render(new Reply.Answered(answer));

        var shown = (message.Body.Content ?? "") + string.Join('\n', TextsOf(message.Body.Components));
        shown.ShouldContain("355 million in March 2024 [2].");
        shown.ShouldContain("attached file");
        Encoding.UTF8.GetString(message.Files.ShouldHaveSingleItem().Content).ShouldContain(longest.Text);
    }

    [Property(MaxTest = 40)]
    public Property Every_kind_of_reply_keeps_the_limits_in_either_look_and_language() => Prop.ForAll(AnyAnswers(), answer =>
        (from skin in Enum.GetValues<ReplySkin>()
         from locale in new[] { "en-GB", "de" }
         from reply in RepliesAbout(answer)
         select IsWithinLimits(Renderer(skin, locale).Render(reply).Body)).All(isKept => isKept));

    private static IEnumerable<Reply> RepliesAbout(Answer answer)
    {
        var articles = answer.Citations.Select(citation => citation.Article).ToList();
        var words = articles[0].Text;
        var job = new Job
        {
            Number = 1, Archive = ArchiveName.Default, State = JobState.Done, Priority = 0, Request = new JobRequest { Targets = [words] }, RequestedBy = "guild 1",
            CreatedAt = DateTimeOffset.UnixEpoch, Attempts = 1, Message = words, Counts = new OutcomeCounts(1, 2, 3, 4, 500),
        };
        var failures = articles.ConvertAll(article => new JobItem(article.Title, ItemOutcome.Failed, null, article.Text));
        yield return new Reply.Answered(answer) { Mark = words };
        yield return new Reply.Growing(words, answer.Claims);
        yield return new Reply.NotInArchive(answer with { Claims = [], Citations = [], Leads = [.. articles.Select(article => new Lead(article))] }, new ArchiveStatistics(1, 1, 1, 1, null, null));
        yield return new Reply.Quotes(answer.Id, answer.Citations);
        yield return new Reply.Surroundings(answer.Citations[0]);
        yield return new Reply.Checked([.. articles.Select(article => new NumberedCheck([1], new ClaimCheck { Claim = article.Text, Verdict = Verdict.Partly, Score = .5, Support = [new Support(article, new TextRange(0, article.Text.Length), article.Text)], Reasons = [article.Text] }))], answer.Id, answer.Citations);
        yield return new Reply.Card(articles[0]);
        yield return new Reply.Timeline(words, answer.Citations);
        yield return new Reply.JobCard(job, failures[0]);
        yield return new Reply.JobSummary(job, failures);
        yield return new Reply.AuditTrail([.. articles.Select(article => new AuditEntry(DateTimeOffset.UnixEpoch, "1", "2", "ingest url", article.Text))]);
    }

    private static bool IsWithinLimits(MessageBody body)
    {
        var texts = TextsOf(body.Components).ToList();
        return (body.Content?.Length ?? 0) <= 2_000
            && texts.Sum(text => text.Length) <= 4_000
            && texts.Sum(text => Encoding.UTF8.GetByteCount(text) + 12) <= 10_170
            && body.AllowedMentions.Parse.Count == 0
            && (body.Content is null or { Length: > 0 });
    }

    // A marker stands only after the whole sentence that it belongs to.
    private static bool ShownWhole(Answer answer, string text) => answer.Claims.All(claim =>
    {
        var marker = string.Concat(claim.Citations.Select(number => $"[{number}]"));
        return !text.Contains(" " + marker, StringComparison.Ordinal)
            || text.Contains(DiscordMarkdown.Escape(claim.Text) + " " + marker, StringComparison.Ordinal)
            || (claim.Text.EndsWith('.') && text.Contains($"{DiscordMarkdown.Escape(claim.Text[..^1])} {marker}.", StringComparison.Ordinal));
    });

    private static IEnumerable<string> TextsOf(IEnumerable<Component> components) =>
        components.SelectMany(component => (IEnumerable<string>)[component.Content ?? "", .. TextsOf(component.Components ?? [])]).Where(text => text.Length > 0);

    private static Arbitrary<Answer> AnyAnswers() => (
        from count in Gen.Choose(1, 12)
        from texts in Gen.ArrayOf(Sentences(), count)
        select Answers.Of(
            new Question { Archive = ArchiveName.Default, Text = "Why?" },
            [.. texts.Select((text, i) => Answers.Article($"a{i}", "Title " + text, text, "2026-11-01"))])).ToArbitrary();

    private static Gen<string> Sentences() =>
        from words in Gen.Elements("word", "**bold**", "@everyone", "漢字漢字", "https://evil.example/", "<@1>", "Straße", "|x|", "🙂", "[1]x").NonEmptyListOf()
        from times in Gen.Choose(1, 40)
        select ("S " + string.Join(' ', Enumerable.Repeat(string.Join(' ', words), times))) is var text && text.Length > 2_600 ? text[..2_600].TrimEnd('\ud83d') : text + ".";

    private ReplyRenderer Renderer(ReplySkin skin, string locale = "en-GB")
    {
        var origin = new InteractionOrigin
        {
            Id = new Snowflake(1),
            Application = new Snowflake(2),
            Token = new InteractionToken("t"),
            User = new Snowflake(3),
        };
        var texts = ReplyTexts.For(locale);
        return new ReplyRenderer(texts, new ArticleLinks(null), new ReplyButtons(new ButtonCodes(_store, TimeProvider.System), origin, texts), skin, TimeProvider.System);
    }
}
