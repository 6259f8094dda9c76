using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Web.Api.Keys;
using NewsBot.Web.Failing;
using NewsBot.Web.Security;

namespace NewsBot.Web.Api;

/// <summary>Reads requests of the API; what cannot be read is a problem that says how to write it.</summary>
internal static class ApiRequest
{
    /// <summary>
    /// The archive that a request names with <c>archive</c>, otherwise the first that its key opens, otherwise the public one; one that is unknown,
    /// or neither public nor opened by the key, is not there.
    /// </summary>
    public static bool TryReadArchive(HttpContext context, IArchiveReader archives, SignedLinks links, [NotNullWhen(true)] out ArchiveName? archive)
    {
        var named = context.Request.Query["archive"].ToString();
        archive = named.Length > 0 ? ArchiveName.TryParse(named, out var parsed) ? parsed : null
            : ApiDoor.KeyOf(context) is { Archives: [var first, ..] } ? ArchiveName.Parse(first)
            : links.FirstPublic;
        return archive is not null && ApiDoor.MayRead(context, links, archive) && archives.Archives().Contains(archive);
    }

    /// <summary>Reads a JSON body.</summary>
    public static async Task<(T? Value, Problem? Problem)> ReadBodyAsync<T>(HttpContext context, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync(context.Request.Body, type, context.RequestAborted) is { } value
                ? (value, null)
                : (null, Problem.BadRequest("The body is null.", "Send a JSON object as /api/v1/openapi.json describes it."));
        }
        catch (JsonException)
        {
            return (null, Problem.BadRequest("The body is no JSON of the expected shape.", "Send a JSON object as /api/v1/openapi.json describes it."));
        }
    }

    /// <summary>A question from its parts; the holder of a key has a share of the model of their own.</summary>
    public static (Question? Question, Problem? Problem) ReadQuestion(AskRequest request, ArchiveName archive, ApiKey? key)
    {
        var problem = BadDay("as_of", request.AsOf) ?? BadDay("since", request.Since) ?? BadDay("until", request.Until);
        if (problem is not null)
        {
            return (null, problem);
        }

        return (new Question
        {
            Archive = archive,
            Text = request.Question ?? "",
            AsOf = Day(request.AsOf) is { } asOf ? NewsTime.OfDay(asOf) : null,
            Since = Day(request.Since),
            Until = Day(request.Until),
            Source = string.IsNullOrWhiteSpace(request.Source) ? null : request.Source.Trim(),
            Place = "api",
            Payer = key is null ? Payer.Web : Payer.ApiKey(key.Id),
        }, null);
    }

    /// <summary>A problem where a text is given that is no day.</summary>
    public static Problem? BadDay(string name, string? text) => string.IsNullOrEmpty(text) || Day(text) is not null
        ? null
        : Problem.BadRequest($"'{name}' is no day.", "Write a day as YYYY-MM-DD.");

    /// <summary>A day, or null where none is given.</summary>
    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
