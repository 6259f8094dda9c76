using NewsBot.Retrieval;
using NewsBot.Web.Failing;
using NewsBot.Web.Pages;
using NewsBot.Web.Security;

namespace NewsBot.Web.Searching;

/// <summary>GET /search?q=&amp;since=&amp;until=&amp;source=&amp;language=&amp;page=: finding articles by their words.</summary>
internal sealed class SearchEndpoint(IArchiveIndex index, SignedLinks links, SearchPage searchPage, PageLayout layout, TimeProvider clock)
{
    /// <summary>Shows the form, what was found, or what is wrong with the form.</summary>
    public async Task ShowAsync(HttpContext context)
    {
        if (links.FirstPublic is not { } archive)
        {
            await layout.SendAsync(context, ProblemPage.Of(Problem.NoPublicArchive));
            return;
        }

        var form = SearchForm.Read(context.Request.Query);
        if (!form.WasSent || form.Problem is not null)
        {
            await layout.SendAsync(context, SearchPage.Blank(form));
            return;
        }

        var outcome = await index.SearchAsync(form.ToQuery(archive, clock.GetUtcNow()), context.RequestAborted);
        await layout.SendAsync(context, searchPage.Found(form, new SearchResults(outcome, form.PageNumber)));
    }
}
