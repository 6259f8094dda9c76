using NewsBot.Answering;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Security;

namespace NewsBot.Discord.Rendering;

/// <summary>The buttons and menus under replies, with ids that work only where they are shown.</summary>
public sealed class ReplyButtons(ButtonCodes codes, InteractionOrigin origin, ReplyTexts texts)
{
    private const int MostChoices = 25;
    private const int LongestChoice = 100;

    /// <summary>Under an answer.</summary>
    public IReadOnlyList<Component> UnderAnswer(Guid answer) =>
    [
        Component.Row(
        [
            Component.Button(Shared(ButtonAction.Quotes, answer), texts["ButtonQuotes"]),
            Component.Button(Shared(ButtonAction.Check, answer), texts["ButtonCheck"]),
            Component.Button(Shared(ButtonAction.Praise, answer), null, "👍"),
            Component.Button(Shared(ButtonAction.Complaint, answer), null, "👎"),
        ]),
    ];

    /// <summary>Under "not in the archive".</summary>
    public IReadOnlyList<Component> UnderNoAnswer(Guid answer) =>
    [
        Component.Row(
        [
            Component.Button(Shared(ButtonAction.Reword, answer), texts["ButtonReword"], style: ButtonStyle.Primary),
            Component.Button(Shared(ButtonAction.ThisYear, answer), texts["ButtonThisYear"]),
            Component.Button(Shared(ButtonAction.Gap, answer), texts["ButtonGap"]),
        ]),
    ];

    /// <summary>A menu of an answer's citations, for the paragraph around each; nothing where there are none.</summary>
    public IReadOnlyList<Component> ContextMenu(Guid answer, IReadOnlyList<Citation> citations) => citations.Count == 0 ? [] :
    [
        Component.Row(
        [
            Component.Select(
                codes.ForUser(ButtonAction.Context, answer.ToString("N"), origin),
                texts["MenuContext"],
                [.. citations.Take(MostChoices).Select(citation => new SelectOption(
                    DiscordMarkdown.Shorten($"[{citation.Number}] {PlainLine(citation.Article.Title)}", LongestChoice),
                    citation.Number.ToString(System.Globalization.CultureInfo.InvariantCulture)))]),
        ]),
    ];

    /// <summary>Under an article's card.</summary>
    public IReadOnlyList<Component> UnderArticle(Guid article, string? readAt, string? original) =>
    [
        Component.Row(
        [
            Component.Button(Shared(ButtonAction.AskAbout, article), texts["ButtonAskAbout"], style: ButtonStyle.Primary),
            .. Link(readAt, "ButtonRead"),
            .. original == readAt ? [] : Link(original, "ButtonOriginal"),
        ]),
    ];

    /// <summary>One button that confirms what cannot be undone.</summary>
    public IReadOnlyList<Component> Confirmation(string action, string payload, string label) =>
        [Component.Row([Component.Button(codes.ForUser(action, payload, origin), label, style: ButtonStyle.Danger)])];

    private string Shared(string action, Guid id) => codes.ForPlace(action, id.ToString("N"), origin);

    private IEnumerable<Component> Link(string? url, string label)
    {
        const int LongestUrl = 512;
        if (url is { Length: <= LongestUrl } && Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https")
        {
            yield return Component.Link(uri.AbsoluteUri, texts[label]);
        }
    }

    private static string PlainLine(string text) => DiscordMarkdown.WithoutControls(text.ReplaceLineEndings(" "));
}
