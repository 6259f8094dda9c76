using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Rendering;

/// <summary>Turns replies into messages for one reader's language. What is shown never notifies anybody and keeps Discord's limits.</summary>
public sealed class ReplyRenderer
{
    /// <summary>The longest text of a message; Discord counts characters, this counts UTF-16 code units, which are never fewer.</summary>
    public const int MostCharacters = 2_000;

    private readonly ReplyTexts _texts;
    private readonly AnswerLayout _answers;

    /// <summary>Creates the renderer.</summary>
    public ReplyRenderer(ReplyTexts texts, ArticleLinks links, TimeProvider time)
    {
        _texts = texts;
        _answers = new AnswerLayout(texts, links, time);
    }

    /// <summary>The message that shows a reply.</summary>
    public OutgoingMessage Render(Reply reply)
    {
        var layout = LayOut(reply);
        var text = ReplyLayout.Join(ReplyLayout.Fit(layout.Pieces, MostCharacters));
        return new OutgoingMessage(
            new MessageBody
            {
                Content = text,
                Components = layout.Rows,
                Attachments = [.. layout.Files.Select((file, i) => new AttachmentEntry(i.ToString(System.Globalization.CultureInfo.InvariantCulture), file.Name))],
            },
            layout.Files);
    }

    private ReplyLayout LayOut(Reply reply) => reply switch
    {
        Reply.Searching searching => Status(_texts["Searching", searching.Articles]),
        Reply.Reading reading => Status(_texts["Reading", reading.Passages]),
        Reply.Growing growing => _answers.Growing(growing.Question, growing.Claims),
        Reply.Answered answered => _answers.Complete(answered.Answer, MostCharacters),
        Reply.NotInArchive none => _answers.NotInArchive(none.Answer),
        Reply.Notice notice => Status(notice.Text),
        _ => throw new ArgumentOutOfRangeException(nameof(reply), reply.GetType().Name, "No such reply."),
    };

    private static ReplyLayout Status(string text) => ReplyLayout.Of(new TextPiece(text, Importance.Substance));
}
