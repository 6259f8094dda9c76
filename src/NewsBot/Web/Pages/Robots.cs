namespace NewsBot.Web.Pages;

/// <summary>
/// GET /robots.txt: search engines and other crawlers are asked to stay away. The articles are their publishers', who decide where they are
/// found, and every address with a question would be answered anew, at a price where a language model answers.
/// </summary>
internal static class Robots
{
    /// <summary>Sends the rules.</summary>
    public static Task SendAsync(HttpContext context)
    {
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync("User-agent: *\nDisallow: /\n", context.RequestAborted);
    }
}
