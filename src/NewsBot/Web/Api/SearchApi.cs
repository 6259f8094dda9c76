using System.Globalization;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Retrieval;
using NewsBot.Web.Failing;
using NewsBot.Web.Security;

namespace NewsBot.Web.Api;

/// <summary>GET /api/v1/search?q=&amp;as_of=&amp;since=&amp;until=&amp;source=&amp;language=&amp;limit=&amp;explain=.</summary>
internal sealed class SearchApi(IArchiveIndex index, IArchiveReader archives, SignedLinks links, TimeProvider clock)
{
    private const int UsualLimit = 10;
    private const int MostResults = 100;

    /// <summary>Sends the articles that fit best.</summary>
    public async Task SearchAsync(HttpContext context)
    {
        if (!ApiRequest.TryReadArchive(context, archives, links, out var archive))
        {
            await ApiResponse.SendProblemAsync(context, Problem.NotFound);
            return;
        }

        if (FindProblem(context.Request.Query) is { } problem)
        {
            await ApiResponse.SendProblemAsync(context, problem);
            return;
        }

        var outcome = await index.SearchAsync(ToQuery(context.Request.Query, archive), context.RequestAborted);
        var also = archives.FindMany(archive, [.. outcome.Hits.SelectMany(hit => hit.Also)]).ToDictionary(article => article.Id, article => article.PublicId);
        var results = outcome.Hits.Select(hit => SearchResultJson.From(hit, [.. hit.Also.Where(also.ContainsKey).Select(other => also[other])]));
        await ApiResponse.SendTaggedAsync(context, new SearchJson([.. results]), ContractJson.Default.SearchJson);
    }

    private ArchiveQuery ToQuery(IQueryCollection query, ArchiveName archive) => new()
    {
        Archive = archive,
        Text = query["q"].ToString(),
        AsOf = ApiRequest.Day(query["as_of"]) is { } asOf ? NewsTime.OfDay(asOf).LastInstant : clock.GetUtcNow(),
        Since = ApiRequest.Day(query["since"]),
        Until = ApiRequest.Day(query["until"]),
        Source = query["source"].ToString() is { Length: > 0 } source ? source : null,
        Language = query["language"].ToString() is { Length: > 0 } language ? language : null,
        Limit = Limit(query) ?? UsualLimit,
        PassagesPerArticle = 1,
        Explain = IsTrue(query["explain"]),
    };

    private static Problem? FindProblem(IQueryCollection query)
    {
        if (query["q"].ToString() is var words && (string.IsNullOrWhiteSpace(words) || words.Length > Question.MaximumLength))
        {
            return Problem.BadRequest("'q' is empty or too long.", FormattableString.Invariant($"Give 1 to {Question.MaximumLength} characters to look for."));
        }

        if (query.ContainsKey("limit") && Limit(query) is null)
        {
            return Problem.BadRequest("'limit' is out of range.", FormattableString.Invariant($"Give a number from 1 to {MostResults}."));
        }

        if (query["explain"].ToString() is not ("" or "true" or "false"))
        {
            return Problem.BadRequest("'explain' cannot be read.", "Write true or false.");
        }

        return ApiRequest.BadDay("as_of", query["as_of"]) ?? ApiRequest.BadDay("since", query["since"]) ?? ApiRequest.BadDay("until", query["until"]);
    }

    private static bool IsTrue(string? value) => value == "true";

    private static int? Limit(IQueryCollection query) =>
        int.TryParse(query["limit"], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) && limit is >= 1 and <= MostResults ? limit : null;
}
