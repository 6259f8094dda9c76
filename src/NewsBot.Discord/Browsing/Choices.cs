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
                .Select(source => new Choice(Choices.Label(texts["SourceChoice", source.Name, source.Articles]), source.Name))])
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
            .Select(article => new Choice(Choices.Label(article.Title.Length == 0 ? article.PublicId : article.Title), article.PublicId))])
        : new InteractionResponse.Offer([]);
}

internal static class Choices
{
    /// <summary>The most choices that Discord takes.</summary>
    public const int Most = 25;

    /// <summary>The longest name and value of a choice.</summary>
    public const int Longest = 100;

    /// <summary>A text as a choice shows it: on one line, and nothing in it that turns the direction of the choices around it.</summary>
    public static string Label(string text) => DiscordMarkdown.Shorten(DiscordMarkdown.OnOneLine(text), Longest);
}
