using System.Text;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Extensions.Yaml;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace NewsBot.Ingestion.Extraction.PlainText;

/// <summary>Writes Markdown as plain text: paragraphs joined by blank lines, line breaks inside them kept, front matter as head lines.</summary>
internal static class MarkdownText
{
    /// <summary>The text of a Markdown file, or null where its marks nest without end.</summary>
    public static string? Read(string markdown)
    {
        var pipeline = new MarkdownPipelineBuilder().UseYamlFrontMatter().UsePipeTables().Build();
        var blocks = new List<string>();
        try
        {
            Write(Markdown.Parse(markdown, pipeline), blocks);
        }
        catch (ArgumentException)
        {
            // This is how the library says that its limit of nesting is passed.
            return null;
        }

        return string.Join("\n\n", blocks.Where(block => block.Length > 0));
    }

    private static void Write(ContainerBlock container, List<string> blocks)
    {
        foreach (var block in container)
        {
            switch (block)
            {
                case YamlFrontMatterBlock front:
                    blocks.AddRange(front.Lines.ToString().Split('\n').Select(line => line.Trim()).Where(line => line.Contains(": ", StringComparison.Ordinal)).Select(Unquoted));
                    break;
                case HtmlBlock:
                    break;
                case TableRow row:
                    blocks.Add(string.Join(" | ", row.OfType<TableCell>().Select(CellText)));
                    break;
                case ContainerBlock inner:
                    Write(inner, blocks);
                    break;
                case CodeBlock code:
                    blocks.Add(code.Lines.ToString().Trim());
                    break;
                case LeafBlock { Inline: { } inline }:
                    blocks.Add(Text(inline));
                    break;
            }
        }
    }

    private static string CellText(TableCell cell)
    {
        var texts = new List<string>();
        Write(cell, texts);
        return string.Join(' ', texts.Where(text => text.Length > 0));
    }

    private static string Unquoted(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        return line[..colon] + ": " + line[(colon + 2)..].Trim().Trim('"', '\'', '[', ']');
    }

    private static string Text(ContainerInline container)
    {
        var text = new StringBuilder();
        Append(container, text);
        return text.ToString().Trim();
    }

    private static void Append(ContainerInline container, StringBuilder text)
    {
        foreach (var inline in container)
        {
            switch (inline)
            {
                case LinkInline { IsImage: true } or HtmlInline:
                    break;
                case ContainerInline inner:
                    Append(inner, text);
                    break;
                case LiteralInline literal:
                    text.Append(literal.Content.ToString());
                    break;
                case CodeInline code:
                    text.Append(code.Content);
                    break;
                case AutolinkInline link:
                    text.Append(link.Url);
                    break;
                case HtmlEntityInline entity:
                    text.Append(entity.Transcoded.ToString());
                    break;
                case LineBreakInline:
                    text.Append('\n');
                    break;
            }
        }
    }
}
