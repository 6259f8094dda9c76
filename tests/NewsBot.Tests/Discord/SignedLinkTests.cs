using System.Net;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Archive;
using NewsBot.Discord.Rendering;
using NewsBot.Tests.Web;

namespace NewsBot.Tests.Discord;

/// <summary>What is linked in Discord opens, also where the archive is not public.</summary>
public class SignedLinkTests
{
    [Fact]
    public async Task A_link_into_an_archive_that_is_not_public_opens_the_cited_version_and_no_other_article()
    {
        var secret = Stories.Of("secret", "Draft budget", "The draft holds 12 million.", archive: "board");
        var other = Stories.Of("other", "Other draft", "The other draft holds 13 million.", archive: "board");
        await using var web = await RunningWeb.WithAsync(secret, other);
        var article = web.Services.GetRequiredService<IArchiveReader>().Find(secret.Archive, "secret")!;
        var links = new ArticleLinks(web.Client.BaseAddress, web.Services.GetRequiredService<ArticlePath>());

        var link = links.To(article, new TextRange(0, 9))!;

        link.ShouldStartWith(web.Client.BaseAddress!.AbsoluteUri);
        (await web.GetAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
        (await web.GetAsync(link.Replace("/secret?", "/other?", StringComparison.Ordinal))).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
