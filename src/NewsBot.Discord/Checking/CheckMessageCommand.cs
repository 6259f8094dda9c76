using NewsBot.Answering.Citations;
using NewsBot.Archive;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Retrieval;

namespace NewsBot.Discord.Checking;

/// <summary>"Check citations", in the menu of any message: what of it the archive of this place supports, for the person who asked.</summary>
public sealed class CheckMessageCommand(ArchiveChoice archives, ArchiveChecker checker) : IMessageCommand
{
    // A message rarely has more, and more would not fit into the reply.
    private const int MostClaims = 10;

    /// <inheritdoc/>
    public string Name => "Check citations";

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.MessageCommand command)
    {
        var texts = ReplyTexts.For(command.Origin.Locale);
        if (archives.For(command.Origin) is not { } archive)
        {
            return new InteractionResponse.Now(new Reply.Notice(texts["NoDirectMessages"]));
        }

        return string.IsNullOrWhiteSpace(command.Message.Text)
            ? new InteractionResponse.Now(new Reply.Notice(texts["MessageWithoutText"]))
            : new InteractionResponse.Later(
                IsPrivate: true,
                async (target, token) => await target.ShowAsync(await CheckAsync(archive, command.Message.Text, texts, token), token));
    }

    private async Task<Reply> CheckAsync(ArchiveName archive, string text, ReplyTexts texts, CancellationToken cancellationToken)
    {
        try
        {
            var checks = await checker.CheckTextAsync(archive, text, cancellationToken).Take(MostClaims).ToListAsync(cancellationToken);
            return new Reply.Checked([.. checks.Select(check => new NumberedCheck([], check))], null, []);
        }
        catch (IndexUnavailableException)
        {
            return new Reply.Notice(texts["SearchUnavailable"]);
        }
        catch (UnknownArchiveException)
        {
            return new Reply.Notice(texts["EmptyArchive"]);
        }
    }
}
