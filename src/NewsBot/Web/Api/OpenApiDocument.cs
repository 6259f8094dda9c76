namespace NewsBot.Web.Api;

/// <summary>GET /api/v1/openapi.json: the description of the API, written by hand and held to what the API does by its tests.</summary>
internal sealed class OpenApiDocument
{
    private const string Resource = "NewsBot.Web.Api.openapi.json";

    private readonly Lazy<byte[]> _document = new(Read);

    /// <summary>Sends the document.</summary>
    public Task SendAsync(HttpContext context) => ApiResponse.SendTaggedAsync(context, _document.Value);

    private static byte[] Read()
    {
        using var resource = typeof(OpenApiDocument).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"The program lacks its file {Resource}.");
        var document = new byte[resource.Length];
        resource.ReadExactly(document);
        return document;
    }
}
