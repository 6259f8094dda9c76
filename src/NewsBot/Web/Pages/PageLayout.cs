using System.Text;
using NewsBot.Web.Assets;
using NewsBot.Web.Health;
using NewsBot.Web.Markup;

namespace NewsBot.Web.Pages;

/// <summary>The frame of every page: head, skip link, masthead, main landmark and footer.</summary>
internal sealed class PageLayout(AssetFiles assets, DiskWatch disk)
{
    private static readonly (string Path, string Label)[] Places = [("/", "Ask"), ("/search", "Search")];

    /// <summary>Sends a page.</summary>
    public async Task SendAsync(HttpContext context, Page page)
    {
        var bytes = Encoding.UTF8.GetBytes(Document(page).ToString());
        context.Response.StatusCode = page.Status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.ContentLength = bytes.Length;
        await context.Response.Body.WriteAsync(bytes, context.RequestAborted);
    }

    private Html Document(Page page) => Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{page.Title} – NewsBot</title>
        <link rel="icon" href="{assets.PathOf("icon.svg")}" type="image/svg+xml">
        <link rel="stylesheet" href="{assets.PathOf("newsbot.css")}">
        {Html.Each(page.Scripts, name => Html.Of($"<script src=\"{assets.PathOf(name)}\" defer></script>"))}
        </head>
        <body>
        <a class="skip" href="#main">Skip to content</a>
        <header class="masthead">
          <a class="wordmark" href="/" aria-label="NewsBot, to the first page">News<span>Bot</span></a>
          <nav aria-label="Main">{Html.Each(Places, place => NavigationEntry(place, page))}</nav>
        </header>
        {Html.If(disk.Problem is not null, $"<p class=\"banner\" role=\"status\">NewsBot only reads at the moment: its disk takes nothing more. Questions are answered; nothing new is stored.</p>")}
        <main id="main" tabindex="-1"{Html.If(page.IsWide, $" class=\"wide-page\"")}>
        {page.Main}
        </main>
        <footer class="colophon">
          <p>Every sentence of an answer is checked against the archived text before it is shown. Open a source to check it yourself.</p>
        </footer>
        </body>
        </html>
        """);

    private static Html NavigationEntry((string Path, string Label) place, Page page) => place.Path == page.Here
        ? Html.Of($"""<a href="{place.Path}" aria-current="page">{place.Label}</a>""")
        : Html.Of($"""<a href="{place.Path}">{place.Label}</a>""");
}
