using System.Text;
using NewsBot.Ingestion.Formats;

namespace NewsBot.Tests.Ingestion.Formats;

/// <summary>A saved page may begin with the warnings of the program that made it; a text may begin with a tag.</summary>
public sealed class MarkupWithoutNameTests
{
    [Theory]
    [InlineData("<br />\n<b>Deprecated</b>: in <b>settings.php</b> on line <b>5</b><br />\n<b>Warning</b>: again <b>here</b>\n<!DOCTYPE html><html>", "colours.example", DocumentKind.Page)]
    [InlineData("<b>Harbour news</b>\nThe harbour will be dredged from March, the council decided.", "harbour.example", DocumentKind.Text)]
    [InlineData("<p align=center><b>a</b><b>b</b><b>c</b><b>d</b><b>e</b></p>\n# Harbour", "harbour.md", DocumentKind.Markdown)]
    public void Many_tags_make_a_page_where_no_name_says_otherwise(string text, string name, DocumentKind kind) =>
        FormatSniffer.Sniff(Encoding.UTF8.GetBytes(text), name, contentType: null).ShouldBe(kind);
}
