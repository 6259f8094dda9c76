using System.Globalization;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Rendering;

/// <summary>Turns replies into messages for one reader. What is shown never notifies anybody and keeps Discord's limits.</summary>
public sealed class ReplyRenderer
{
    /// <summary>The longest text of a message; Discord counts characters, this counts UTF-16 code units, which are never fewer.</summary>
    public const int MostCharacters = 2_000;

    private readonly ReplyTexts _texts;
    private readonly ReplyButtons _buttons;
    private readonly AnswerLayout _answers;
    private readonly EvidenceLayout _evidence;
    private readonly ArchiveLayout _archive;

    /// <summary>Creates the renderer.</summary>
    public ReplyRenderer(ReplyTexts texts, ArticleLinks links, ReplyButtons buttons, TimeProvider time)
    {
        _texts = texts;
        _buttons = buttons;
        var lines = new ArticleLines(texts, links);
        _answers = new AnswerLayout(texts, lines, buttons, time);
        _evidence = new EvidenceLayout(texts, lines, buttons);
        _archive = new ArchiveLayout(texts, lines, links, buttons, time);
    }

    /// <summary>The message that shows a reply.</summary>
    public OutgoingMessage Render(Reply reply)
    {
        var layout = LayOut(reply);
        return new OutgoingMessage(
            new MessageBody
            {
                Content = ReplyLayout.Join(ReplyLayout.Fit(layout.Pieces, MostCharacters)),
                Components = layout.Rows,
                Attachments = [.. layout.Files.Select((file, i) => new AttachmentEntry(i.ToString(CultureInfo.InvariantCulture), file.Name))],
            },
            layout.Files);
    }

    private ReplyLayout LayOut(Reply reply) => reply switch
    {
        Reply.Waiting waiting => Line(_texts["Waiting", waiting.Position]),
        Reply.Searching searching => Line(_texts["Searching", searching.Articles]),
        Reply.Reading reading => Line(_texts["Reading", reading.Passages]),
        Reply.Growing growing => _answers.Growing(growing.Question, growing.Claims),
        Reply.Answered answered => _answers.Complete(answered.Answer, MostCharacters),
        Reply.NotInArchive none => _answers.NotInArchive(none.Answer),
        Reply.Quotes quotes => _evidence.Quotes(quotes),
        Reply.Surroundings surroundings => _evidence.Surroundings(surroundings.Citation),
        Reply.Checked check => _evidence.Checked(check),
        Reply.Hits hits => _archive.Hits(hits.Query, hits.Outcome),
        Reply.Card card => _archive.Card(card.Article),
        Reply.Timeline timeline => _archive.Timeline(timeline.Topic, timeline.Facts),
        Reply.Help => Line(_texts["Help"]),
        Reply.Confirm confirm => Line(confirm.Text) with { Rows = _buttons.Confirmation(confirm.Action, confirm.Payload, confirm.Label) },
        Reply.JobCard card => _archive.JobCard(card),
        Reply.Holdings holdings => _archive.Holdings(holdings.Archive, holdings.Statistics),
        Reply.AuditTrail audit => _archive.Audit(audit.Entries),
        Reply.Notice notice => Line(notice.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(reply), reply.GetType().Name, "No such reply."),
    };

    private static ReplyLayout Line(string text) => ReplyLayout.Of(new TextPiece(text, Importance.Substance));
}
