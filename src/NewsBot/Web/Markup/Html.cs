using System.Runtime.CompilerServices;

namespace NewsBot.Web.Markup;

/// <summary>
/// Markup that may be sent to a browser: made only from templates of this program, whose values are encoded, so that no text of an
/// article or a question can become markup. There is no way from a plain string to this type other than as encoded text.
/// </summary>
internal readonly struct Html
{
    private readonly string? _markup;

    private Html(string markup) => _markup = markup;

    /// <summary>No markup.</summary>
    public static Html None => default;

    /// <summary>A template; see <see cref="HtmlTemplate"/> for what may stand in its holes.</summary>
    public static Html Of(HtmlTemplate template) => new(template.ToMarkup());

    /// <summary>Text, encoded.</summary>
    public static Html Text(string? text) => Of($"{text}");

    /// <summary>A template where a condition holds, otherwise nothing.</summary>
    public static Html If(bool condition, [InterpolatedStringHandlerArgument(nameof(condition))] ConditionalHtmlTemplate template) =>
        condition ? new(template.ToMarkup()) : None;

    /// <summary>One piece of markup for each item.</summary>
    public static Html Each<T>(IEnumerable<T> items, Func<T, Html> render) => Of($"{items.Select(render)}");

    /// <summary>The markup as it is sent.</summary>
    public override string ToString() => _markup ?? "";
}
