using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Discord.Security;

namespace NewsBot.Discord.Browsing;

/// <summary><c>/article</c>: one article as a card, with its beginning and where to read it.</summary>
public sealed class ArticleCommand(ArchiveChoice archives, IArchiveReader reader) : ICommand
{
    /// <inheritdoc/>
    public string Path => "article";

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.Command command)
    {
        var texts = ReplyTexts.For(command.Origin.Locale);
        if (archives.For(command.Origin) is not { } archive)
        {
            return new InteractionResponse.Now(new Reply.Notice(texts["NoDirectMessages"]));
        }

        return reader.Find(archive, command.Options.Text("article") ?? "") is { } article
            ? new InteractionResponse.Now(new Reply.Card(article), command.Options.Flag("private") ?? false)
            : new InteractionResponse.Now(new Reply.Notice(texts["NoSuchArticle"]));
    }
}

/// <summary>"Ask about this", under an article's card: opens a form for a question about it.</summary>
public sealed class AskAboutButton(ArchiveChoice archives, IArchiveReader reader, ButtonCodes codes) : IComponentHandler
{
    /// <inheritdoc/>
    public string Action => ButtonAction.AskAbout;

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.Component component, string payload)
    {
        var texts = ReplyTexts.For(component.Origin.Locale);
        var article = archives.For(component.Origin) is { } archive && Guid.TryParseExact(payload, "N", out var id) ? reader.Find(archive, id) : null;
        return article is null
            ? new InteractionResponse.Now(new Reply.Notice(texts["NoSuchArticle"]))
            : new InteractionResponse.Open(QuestionForm.About(article.Title, component.Origin, codes, texts));
    }
}

/// <summary>"Ask about this", in a message's menu: opens a form with the message's words as the question.</summary>
public sealed class AskAboutMessage(ButtonCodes codes) : IMessageCommand
{
    /// <inheritdoc/>
    public string Name => "Ask about this";

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.MessageCommand command)
    {
        var texts = ReplyTexts.For(command.Origin.Locale);
        return string.IsNullOrWhiteSpace(command.Message.Text)
            ? new InteractionResponse.Now(new Reply.Notice(texts["MessageWithoutText"]))
            : new InteractionResponse.Open(QuestionForm.About(command.Message.Text, command.Origin, codes, texts));
    }
}
