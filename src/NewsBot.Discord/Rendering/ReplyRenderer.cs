using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Rendering;

/// <summary>Turns replies into messages for one reader. What is shown never notifies anybody and keeps Discord's limits.</summary>
public sealed class ReplyRenderer
{
    private readonly ReplyTexts _texts;
    private readonly ReplyButtons _buttons;
    private readonly ReplySkin _skin;
    private readonly AnswerLayout _answers;
    private readonly EvidenceLayout _evidence;
    private readonly ArchiveLayout _archive;
    private readonly JobLayout _jobs;

    /// <summary>Creates the renderer.</summary>
    public ReplyRenderer(ReplyTexts texts, ArticleLinks links, ReplyButtons buttons, ReplySkin skin, TimeProvider time)
    {
        _texts = texts;
        _buttons = buttons;
        _skin = skin;
        var lines = new ArticleLines(texts, links);
        _answers = new AnswerLayout(texts, lines, buttons, time);
        _evidence = new EvidenceLayout(texts, lines, buttons);
        _archive = new ArchiveLayout(texts, lines, links, buttons);
        _jobs = new JobLayout(texts, time);
    }

    /// <summary>The message that shows a reply.</summary>
    public OutgoingMessage Render(Reply reply) => ReplySkins.Dress(LayOut(reply), _skin);

    private ReplyLayout LayOut(Reply reply) => reply switch
    {
        Reply.Waiting waiting => Line(_texts["Waiting", waiting.Position]),
        Reply.Searching searching => Line(_texts["Searching", searching.Articles]),
        Reply.Reading reading => Line(_texts["Reading", reading.Passages]),
        Reply.Growing growing => _answers.Growing(growing.Question, growing.Claims),
        Reply.Answered answered => _answers.Complete(answered.Answer, answered.Mark, ReplySkins.CharactersOf(_skin)),
        Reply.NotInArchive none => _answers.NotInArchive(none),
        Reply.Quotes quotes => _evidence.Quotes(quotes),
        Reply.Surroundings surroundings => _evidence.Surroundings(surroundings.Citation),
        Reply.Checked check => _evidence.Checked(check),
        Reply.Hits hits => _archive.Hits(hits.Query, hits.Outcome),
        Reply.Card card => _archive.Card(card.Article),
        Reply.Timeline timeline => _archive.Timeline(timeline.Topic, timeline.Facts),
        Reply.Help => Line(_texts["Help"]),
        Reply.Confirm confirm => Line(confirm.Text) with { Rows = _buttons.Confirmation(confirm.Action, confirm.Payload, confirm.Label) },
        Reply.JobCard card => _jobs.Card(card),
        Reply.JobSummary summary => _jobs.Summary(summary),
        Reply.Feeds feeds => _jobs.Feeds(feeds.Scheduled),
        Reply.Holdings holdings => _archive.Holdings(holdings.Archive, holdings.Statistics),
        Reply.AuditTrail audit => _archive.Audit(audit.Entries),
        Reply.Notice notice => Line(notice.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(reply), reply.GetType().Name, "No such reply."),
    };

    private static ReplyLayout Line(string text) => ReplyLayout.Of(new TextPiece(text, Importance.Substance));
}
