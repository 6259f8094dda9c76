using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;

namespace NewsBot.Web.Markup;

/// <summary>
/// An interpolated string read as an HTML template: its literal parts are markup, strings in its holes are encoded for element content
/// and quoted attributes. Only the types below fit a hole, so a value is either encoded or markup already, and the compiler knows which.
/// </summary>
[InterpolatedStringHandler]
internal readonly struct HtmlTemplate
{
    private readonly StringBuilder _markup;

    /// <summary>Called by the compiler.</summary>
    public HtmlTemplate(int literalLength, int formattedCount) => _markup = new StringBuilder(literalLength + (formattedCount * 16));

    /// <summary>A literal part: markup.</summary>
    public void AppendLiteral(string markup) => _markup.Append(markup);

    /// <summary>Text: encoded.</summary>
    public void AppendFormatted(string? text) => HarmlessText.AppendEncoded(_markup, text);

    /// <summary>A part of a text: encoded.</summary>
    public void AppendFormatted(ReadOnlySpan<char> text) => HarmlessText.AppendEncoded(_markup, text);

    /// <summary>Markup: as it is.</summary>
    public void AppendFormatted(Html markup) => _markup.Append(markup.ToString());

    /// <summary>Several pieces of markup, one after the other.</summary>
    public void AppendFormatted(IEnumerable<Html> pieces)
    {
        foreach (var piece in pieces)
        {
            _markup.Append(piece.ToString());
        }
    }

    /// <summary>A number as machines read it.</summary>
    public void AppendFormatted(long number) => _markup.Append(number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A number in a form such as <c>N0</c>.</summary>
    public void AppendFormatted(long number, string format) => _markup.Append(number.ToString(format, CultureInfo.InvariantCulture));

    /// <summary>The finished markup.</summary>
    public string ToMarkup() => _markup.ToString();
}

/// <summary>A template whose holes are not even evaluated where its condition does not hold.</summary>
[InterpolatedStringHandler]
internal readonly struct ConditionalHtmlTemplate
{
    private readonly HtmlTemplate _template;

    /// <summary>Called by the compiler.</summary>
    public ConditionalHtmlTemplate(int literalLength, int formattedCount, bool condition, out bool isWanted)
    {
        isWanted = condition;
        _template = condition ? new HtmlTemplate(literalLength, formattedCount) : default;
    }

    /// <inheritdoc cref="HtmlTemplate.AppendLiteral"/>
    public void AppendLiteral(string markup) => _template.AppendLiteral(markup);

    /// <inheritdoc cref="HtmlTemplate.AppendFormatted(string?)"/>
    public void AppendFormatted(string? text) => _template.AppendFormatted(text);

    /// <inheritdoc cref="HtmlTemplate.AppendFormatted(Html)"/>
    public void AppendFormatted(Html markup) => _template.AppendFormatted(markup);

    /// <inheritdoc cref="HtmlTemplate.AppendFormatted(IEnumerable{Html})"/>
    public void AppendFormatted(IEnumerable<Html> pieces) => _template.AppendFormatted(pieces);

    /// <inheritdoc cref="HtmlTemplate.AppendFormatted(long)"/>
    public void AppendFormatted(long number) => _template.AppendFormatted(number);

    /// <inheritdoc cref="HtmlTemplate.AppendFormatted(long, string)"/>
    public void AppendFormatted(long number, string format) => _template.AppendFormatted(number, format);

    /// <inheritdoc cref="HtmlTemplate.ToMarkup"/>
    public string ToMarkup() => _template.ToMarkup();
}
