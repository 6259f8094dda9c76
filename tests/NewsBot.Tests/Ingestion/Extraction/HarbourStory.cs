using NewsBot.Ingestion.Extraction;

namespace NewsBot.Tests.Ingestion.Extraction;

/// <summary>An invented article of three paragraphs, to be found again in whatever layout a page puts it.</summary>
internal static class HarbourStory
{
    public const string First = "The harbour of Port Example will be dredged from March, the council decided on Monday after a debate of four hours.";
    public const string Second = "\"We have waited for ten years,\" said the harbour master, who had brought a bucket of mud to the meeting as evidence.";
    public const string Third = "The work costs 4.2 million and will take until the autumn; ferries will use the eastern pier in the meantime.";

    public const string Whole = First + "\n\n" + Second + "\n\n" + Third;

    public const string Navigation = """<ul><li><a href="/">Home</a></li><li><a href="/town">Town</a></li><li><a href="/sport">Sport</a></li></ul>""";

    public static string Page(string body, string head = "") =>
        $"<!DOCTYPE html><html lang=\"en\"><head><title>Harbour to be dredged | Example Post</title><meta property=\"og:site_name\" content=\"Example Post\">{head}</head>{body}</html>";

    public static string TextOf(string body) => HtmlExtractor.Extract(Pages.Of(Page(body))).Article().Text;
}
