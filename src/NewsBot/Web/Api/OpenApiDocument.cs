namespace NewsBot.Web.Api;

/// <summary>GET /api/v1/openapi.json: the description of the API, written by hand and held to what the API does by its tests.</summary>
internal sealed class OpenApiDocument
{
    private const string Resource = "NewsBot.Web.Api.openapi.json";

    private readonly Lazy<byte[]> _document = new(Read);

    /// <summary>Sends the document.</summary>
    public async Task SendAsync(HttpContext context)
    {
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.Body.WriteAsync(_document.Value, context.RequestAborted);
    }

    private static byte[] Read()
    {
        using var resource = typeof(OpenApiDocument).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program lacks its file {Resource}.");
        var document = new byte[resource.Length];
        resource.ReadExactly(document);
        return document;
    }
}
