using System.Globalization;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Web.Failing;
using NewsBot.Web.Security;

namespace NewsBot.Web.Api;

/// <summary>GET /api/v1/articles/{id}?version=: one version of an article, whole. A version never changes, so its ETag never does.</summary>
internal sealed class ArticleApi(IArchiveReader archives, SignedLinks links)
{
    /// <summary>Sends the article.</summary>
    public Task SendAsync(HttpContext context)
    {
        if (Find(context) is not { } article)
        {
            return ApiResponse.SendProblemAsync(context, Problem.NotFound);
        }

        var headers = context.Response.Headers;
        headers.ETag = string.Create(CultureInfo.InvariantCulture, $"\"{article.Id}-{article.Version}\"");
        headers.CacheControl = "private, no-cache";
        if (context.Request.Headers.IfNoneMatch == headers.ETag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        return ApiResponse.SendAsync(context, ArticleJson.From(article), ContractJson.Default.ArticleJson);
    }

    private Article? Find(HttpContext context)
    {
        var id = Reading.ArticleEndpoint.IdOf(context);
        if (!ApiRequest.TryReadArchive(context, archives, links, out var archive) || archives.Find(archive, id) is not { } current)
        {
            return null;
        }

        var version = context.Request.Query["version"].ToString();
        return version.Length == 0 ? current
            : int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? archives.Find(archive, current.Id, number)
            : null;
    }
}
