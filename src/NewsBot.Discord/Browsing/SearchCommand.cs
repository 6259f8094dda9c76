using NewsBot.Archive;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Retrieval;

namespace NewsBot.Discord.Browsing;

/// <summary><c>/search</c>: the articles that fit, without an answer.</summary>
public sealed class SearchCommand(ArchiveChoice archives, IArchiveIndex index, TimeProvider time) : ICommand
{
    private const int MostArticles = 6;

    /// <inheritdoc/>
    public string Path => "search";

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.Command command)
    {
        var texts = ReplyTexts.For(command.Origin.Locale);
        if (archives.For(command.Origin) is not { } archive)
        {
            return new InteractionResponse.Now(new Reply.Notice(texts["NoDirectMessages"]));
        }

        if (command.Options.Text("query") is not { } query)
        {
            return new InteractionResponse.Now(new Reply.Notice(texts["QueryMissing"]));
        }

        var wanted = new ArchiveQuery
        {
            Archive = archive,
            Text = query,
            AsOf = time.GetUtcNow(),
            Source = command.Options.Text("source"),
            Limit = MostArticles,
            PassagesPerArticle = 1,
        };
        return new InteractionResponse.Later(
            command.Options.Flag("private") ?? false,
            async (target, token) => await target.ShowAsync(await SearchAsync(wanted, texts, token), token));
    }

    private async Task<Reply> SearchAsync(ArchiveQuery query, ReplyTexts texts, CancellationToken cancellationToken)
    {
        try
        {
            return new Reply.Hits(query.Text, await index.SearchAsync(query, cancellationToken));
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
