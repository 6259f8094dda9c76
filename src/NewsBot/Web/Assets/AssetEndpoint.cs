using Microsoft.Net.Http.Headers;

namespace NewsBot.Web.Assets;

/// <summary>Serves the program's own files; their addresses change with their content, so they are kept by browsers for a year.</summary>
internal sealed class AssetEndpoint(AssetFiles files)
{
    /// <summary>GET /assets/{name}.</summary>
    public async Task ServeAsync(HttpContext context)
    {
        if (files.At(context.Request.Path.Value ?? "") is not { } file)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var headers = context.Response.Headers;
        headers.ETag = $"\"{file.Path}\"";
        headers.CacheControl = "public, max-age=31536000, immutable";
        if (context.Request.Headers.IfNoneMatch == headers.ETag)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = file.ContentType;
        context.Response.ContentLength = file.Content.Length;
        await context.Response.Body.WriteAsync(file.Content, context.RequestAborted);
    }
}
