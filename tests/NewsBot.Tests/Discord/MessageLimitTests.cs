using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NewsBot.Answering;
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

    // A marker stands only after the whole sentence that it belongs to.
    private static bool ShownWhole(Answer answer, string text) => answer.Claims.All(claim =>
    {
        var marker = string.Concat(claim.Citations.Select(number => $"[{number}]"));
        return !text.Contains(" " + marker, StringComparison.Ordinal) || text.Contains(DiscordMarkdown.Escape(claim.Text) + " " + marker, StringComparison.Ordinal);
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
        select ("S " + string.Join(' ', Enumerable.Repeat(string.Join(' ', words), times))) is var text && text.Length > 1_400 ? text[..1_400].TrimEnd('\ud83d') : text;

    private ReplyRenderer Renderer(ReplySkin skin)
    {
        var origin = new InteractionOrigin
        {
            Id = new Snowflake(1),
            Application = new Snowflake(2),
            Token = new InteractionToken("t"),
            User = new Snowflake(3),
        };
        var texts = ReplyTexts.For("en-GB");
        return new ReplyRenderer(texts, new ArticleLinks(null), new ReplyButtons(new ButtonCodes(_store, TimeProvider.System), origin, texts), skin, TimeProvider.System);
    }
}
