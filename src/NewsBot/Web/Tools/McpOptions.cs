namespace NewsBot.Web.Tools;

/// <summary>The tools for language models: section <c>Mcp</c>.</summary>
internal sealed class McpOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Mcp";

    /// <summary>Whether <c>/mcp</c> serves tools by the Model Context Protocol. Off by default.</summary>
    public bool Enabled { get; set; }
}
