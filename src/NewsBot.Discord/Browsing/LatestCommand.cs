using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Retrieval;

namespace NewsBot.Discord.Browsing;

/// <summary><c>/latest</c>: dated facts about a topic, newest first: of each article the sentence that says most about it, to the letter.</summary>
public sealed class LatestCommand(ArchiveChoice archives, IArchiveIndex index, TimeProvider time) : ICommand
{
    private const int MostFacts = 6;

    // A sentence beyond this is a paragraph that could not be cut; it would push the others out.
    private const int LongestFact = 300;

    /// <inheritdoc/>
    public string Path => "latest";

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.Command command)
    {
        var texts = ReplyTexts.For(command.Origin.Locale);
        if (archives.For(command.Origin) is not { } archive)
        {
            return new InteractionResponse.Now(new Reply.Notice(texts["NoDirectMessages"]));
        }

        if (command.Options.Text("topic") is not { } topic)
        {
            return new InteractionResponse.Now(new Reply.Notice(texts["QueryMissing"]));
        }

        return new InteractionResponse.Later(
            command.Options.Flag("private") ?? false,
            async (target, token) => await target.ShowAsync(await TimelineAsync(archive, topic, texts, token), token));
    }

    private async Task<Reply> TimelineAsync(ArchiveName archive, string topic, ReplyTexts texts, CancellationToken cancellationToken)
    {
        try
        {
            var query = new ArchiveQuery { Archive = archive, Text = topic, AsOf = time.GetUtcNow(), Limit = 2 * MostFacts, PassagesPerArticle = 1 };
            var outcome = await index.SearchAsync(query, cancellationToken);
            var facts = outcome.Hits
                .Where(hit => hit.Article.Published is not null)
                .Select(hit => FactOf(hit, topic))
                .OfType<Citation>()
                .OrderByDescending(fact => fact.Article.Published!.Value.Instant)
                .Take(MostFacts)
                .Select((fact, i) => fact with { Number = i + 1 });
            return new Reply.Timeline(topic, [.. facts]);
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

    private static Citation? FactOf(ArticleHit hit, string topic)
    {
        if (hit.Evidence is not [var best, ..])
        {
            return null;
        }

        var text = hit.Article.Text;
        var words = topic.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var sentences = SentenceSplitter.Split(text).Where(sentence => best.Passage.Range.Contains(sentence) && sentence.Length <= LongestFact).ToList();
        if (sentences.Count == 0)
        {
            return null;
        }

        var range = sentences.MaxBy(sentence => words.Count(word => sentence.SpanOf(text).Contains(word, StringComparison.OrdinalIgnoreCase)));
        return new Citation { Number = 1, Article = hit.Article, Range = range };
    }
}

/// <summary><c>/help</c>: what NewsBot can do.</summary>
public sealed class HelpCommand : ICommand
{
    /// <inheritdoc/>
    public string Path => "help";

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.Command command) => new InteractionResponse.Now(new Reply.Help());
}
