using System.Globalization;
using System.Text;

namespace NewsBot.Terminal;

/// <summary>
/// Writes lines for people on a text writer: wrapped at the terminal's width, emphasised only where a terminal shows it
/// (not when redirected, not when NO_COLOR is set).
/// </summary>
internal sealed class TerminalText(TextWriter writer, int width, bool isStyled)
{
    private const int WidestLine = 100;

    private const int WidthWhenRedirected = 100;

    /// <summary>Standard output as it is: its width and whether it shows emphasis, which NO_COLOR and a terminal that calls itself dumb refuse.</summary>
    public static TerminalText StandardOutput()
    {
        var isTerminal = !Console.IsOutputRedirected;
        var width = isTerminal && Console.WindowWidth > 20 ? Math.Min(Console.WindowWidth - 1, WidestLine) : WidthWhenRedirected;
        return new TerminalText(Console.Out, width, isTerminal && ShowsEmphasis());
    }

    private static bool ShowsEmphasis() => string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")) && Environment.GetEnvironmentVariable("TERM") != "dumb";

    /// <summary>An empty line.</summary>
    public void Blank() => writer.WriteLine();

    /// <summary>A paragraph, wrapped; further lines are indented as far as the first one's text.</summary>
    public void Paragraph(string text, string indent = "", string? first = null) =>
        WriteWrapped(HarmlessText.OneLine(text), indent, first ?? indent, Style.None);

    /// <summary>A heading.</summary>
    public void Heading(string text) => WriteWrapped(HarmlessText.OneLine(text), "", "", Style.Bold);

    /// <summary>A paragraph of lesser weight.</summary>
    public void Faint(string text, string indent = "", string? first = null) =>
        WriteWrapped(HarmlessText.OneLine(text), indent, first ?? indent, Style.Dim);

    /// <summary>An address, never wrapped, so that it can be clicked and copied.</summary>
    public void Address(string text, string indent) => writer.WriteLine(indent + Styled(HarmlessText.OneLine(text), Style.Dim));

    private void WriteWrapped(string text, string indent, string first, Style style)
    {
        var line = new StringBuilder();
        var prefix = first;
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.Length > 0 && prefix.Length + line.Length + 1 + word.Length > width)
            {
                Flush();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        if (line.Length > 0)
        {
            Flush();
        }

        void Flush()
        {
            writer.WriteLine(prefix + Styled(line.ToString(), style));
            line.Clear();
            prefix = indent;
        }
    }

    private string Styled(string text, Style style) => !isStyled || style == Style.None
        ? text
        : string.Create(CultureInfo.InvariantCulture, $"\e[{(int)style}m{text}\e[0m");

    private enum Style
    {
        None = 0,
        Bold = 1,
        Dim = 2,
    }
}
