using System.Globalization;
using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Web.Failing;
using NewsBot.Web.Security;

namespace NewsBot.Web.Api.Keys;

/// <summary>
/// Who may use the API and the tools: holders of a key, within its scopes, archives and rate; and, unless the settings demand a key, everybody for
/// reading public archives. The key of a request is told to whatever serves it.
/// </summary>
internal sealed class ApiDoor(ApiKeys keys, IOptions<WebOptions> options)
{
    private const string Bearer = "Bearer ";
    private const string Realm = "Bearer realm=\"newsbot\"";

    private static readonly Problem NoKey = new(
        StatusCodes.Status401Unauthorized,
        "A key is needed",
        "This address serves holders of an API key.",
        "Send it as 'Authorization: Bearer nb_…'. Whoever runs this server makes keys under /admin/keys.");

    private static readonly Problem WrongKey = new(
        StatusCodes.Status401Unauthorized, "That is no key", "The key that came with the request is unknown or was taken back.", "Check that it was copied whole, or ask for a new one.");

    /// <summary>Lets a request through, or says why not.</summary>
    public async Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (ScopeOf(context.Request) is not { } scope)
        {
            await next(context);
            return;
        }

        var (key, problem) = Look(context, scope);
        if (problem is not null)
        {
            await RefuseAsync(context, problem);
            return;
        }

        if (key is not null)
        {
            context.Features.Set(key);
        }

        await next(context);
    }

    /// <summary>The key that came with a request, or null.</summary>
    public static ApiKey? KeyOf(HttpContext context) => context.Features.Get<ApiKey>();

    /// <summary>Whether a request may read an archive: it is public, or the request's key opens it.</summary>
    public static bool MayRead(HttpContext context, SignedLinks links, ArchiveName archive) =>
        KeyOf(context) is { Archives.Count: > 0 } key ? key.Opens(archive) : links.IsPublic(archive);

    private (ApiKey? Key, Problem? Problem) Look(HttpContext context, string scope)
    {
        var stated = context.Request.Headers.Authorization.ToString();
        if (stated.Length == 0)
        {
            return scope == ApiScopes.Read && !options.Value.RequireApiKey ? (null, null) : (null, NoKey);
        }

        if (!stated.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) || keys.Find(stated[Bearer.Length..].Trim()) is not { } key)
        {
            return (null, WrongKey);
        }

        if (!key.Scopes.Contains(scope))
        {
            return (null, new Problem(
                StatusCodes.Status403Forbidden, "Not with this key", $"The key does not have the scope '{scope}'.", "Ask for a key that has it."));
        }

        if (keys.Count(key) is { } wait)
        {
            context.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
            return (null, Problem.TooMany);
        }

        return (key, null);
    }

    private static Task RefuseAsync(HttpContext context, Problem problem)
    {
        if (problem.Status == StatusCodes.Status401Unauthorized)
        {
            context.Response.Headers.WWWAuthenticate = Realm;
        }

        return ApiResponse.SendProblemAsync(context, problem);
    }

    private static string? ScopeOf(HttpRequest request)
    {
        if (request.Path.StartsWithSegments("/mcp", StringComparison.OrdinalIgnoreCase))
        {
            return ApiScopes.Read;
        }

        if (!request.Path.StartsWithSegments("/api/v1", StringComparison.OrdinalIgnoreCase, out var rest) || rest == "/openapi.json")
        {
            return null;
        }

        return rest.StartsWithSegments("/jobs", StringComparison.OrdinalIgnoreCase) ? ApiScopes.Ingest
            : rest.StartsWithSegments("/feedback", StringComparison.OrdinalIgnoreCase) ? ApiScopes.Feedback
            : ApiScopes.Read;
    }
}
