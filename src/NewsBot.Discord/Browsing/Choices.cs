using NewsBot.Discord.Asking;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Browsing;

/// <summary>Choices for the option <c>source</c>: the archive's publications with their number of articles.</summary>
public sealed class SourceChoices(ArchiveCatalogue catalogue, ArchiveChoice archives) : IChoiceSource
{
    /// <inheritdoc/>
    public string Option => "source";

    /// <inheritdoc/>
    public InteractionResponse.Offer Offer(Interaction.Autocomplete typing)
    {
        var texts = ReplyTexts.For(typing.Origin.Locale);
        return archives.For(typing.Origin) is { } archive
            ? new InteractionResponse.Offer([.. catalogue.Sources(archive, typing.Options.Text(Option) ?? "", Choices.Most)
                .Where(source => source.Name.Length <= Choices.Longest)
                .Select(source => new Choice(DiscordMarkdown.Shorten(texts["SourceChoice", source.Name, source.Articles], Choices.Longest), source.Name))])
            : new InteractionResponse.Offer([]);
    }
}

/// <summary>Choices for the option <c>article</c>: titles, newest first.</summary>
public sealed class ArticleChoices(ArchiveCatalogue catalogue, ArchiveChoice archives) : IChoiceSource
{
    /// <inheritdoc/>
    public string Option => "article";

    /// <inheritdoc/>
    public InteractionResponse.Offer Offer(Interaction.Autocomplete typing) => archives.For(typing.Origin) is { } archive
        ? new InteractionResponse.Offer([.. catalogue.Articles(archive, typing.Options.Text(Option) ?? "", Choices.Most)
            .Where(article => article.PublicId.Length <= Choices.Longest)
            .Select(article => new Choice(DiscordMarkdown.Shorten(article.Title.Length == 0 ? article.PublicId : article.Title, Choices.Longest), article.PublicId))])
        : new InteractionResponse.Offer([]);
}

internal static class Choices
{
    /// <summary>The most choices that Discord takes.</summary>
    public const int Most = 25;

    /// <summary>The longest name and value of a choice.</summary>
    public const int Longest = 100;
}
