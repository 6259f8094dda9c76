using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Retrieval;
using NewsBot.Web.Pages;

namespace NewsBot.Web.Searching;

/// <summary>What a reader looks for, as the address holds it, and the addresses of searches that differ from it in one point.</summary>
internal sealed record SearchForm
{
    /// <summary>So many of the best articles are ranked, counted and leafed through: what the index gives at most.</summary>
    public const int MostHits = 100;

    private SearchForm(IQueryCollection query)
    {
        Text = query["q"].ToString();
        Since = query["since"].ToString();
        Until = query["until"].ToString();
        Source = query["source"].ToString();
        Language = query["language"].ToString();
        PageNumber = int.TryParse(query["page"], NumberStyles.None, CultureInfo.InvariantCulture, out var page) && page > 0 ? page : 1;
        WasSent = query.ContainsKey("q");
    }

    /// <summary>The words.</summary>
    public string Text { get; }

    /// <summary>The first day.</summary>
    public string Since { get; private init; }

    /// <summary>The last day.</summary>
    public string Until { get; private init; }

    /// <summary>The publication.</summary>
    public string Source { get; private init; }

    /// <summary>The language's tag.</summary>
    public string Language { get; private init; }

    /// <summary>The page of results, from 1.</summary>
    public int PageNumber { get; private init; }

    /// <summary>Whether anything was looked for yet.</summary>
    public bool WasSent { get; }

    /// <summary>Whether the results are narrowed by anything but words.</summary>
    public bool IsNarrowed => (Since + Until + Source + Language).Length > 0;

    /// <summary>Why it cannot be searched, in words for the reader; null where it can.</summary>
    public string? Problem => Text switch
    {
        _ when !WasSent => null,
        _ when string.IsNullOrWhiteSpace(Text) => "Type the words to look for.",
        { Length: > Question.MaximumLength } => string.Create(
            CultureInfo.InvariantCulture, $"There are {Text.Length:N0} characters; up to {Question.MaximumLength:N0} can be searched for."),
        _ => Days.Problem("From", Since) ?? Days.Problem("To", Until) ?? Days.OrderProblem(Since, Until),
    };

    /// <summary>Reads the form from the address.</summary>
    public static SearchForm Read(IQueryCollection query) => new(query);

    /// <summary>The query that it comes to, as of an instant.</summary>
    public ArchiveQuery ToQuery(ArchiveName archive, DateTimeOffset asOf) => new()
    {
        Archive = archive,
        Text = Text.Trim(),
        AsOf = asOf,
        Since = Days.OrNull(Since),
        Until = Days.OrNull(Until),
        Source = string.IsNullOrWhiteSpace(Source) ? null : Source.Trim(),
        Language = string.IsNullOrWhiteSpace(Language) ? null : Language.Trim(),
        Limit = MostHits,
        PassagesPerArticle = 1,
    };

    /// <summary>The address of the same search in one year only.</summary>
    public string InYear(int year) =>
        (this with { Since = Days.Write(new DateOnly(year, 1, 1)), Until = Days.Write(new DateOnly(year, 12, 31)), PageNumber = 1 }).Address();

    /// <summary>The address of the same search in one publication only.</summary>
    public string From(string source) => (this with { Source = source, PageNumber = 1 }).Address();

    /// <summary>The address of the same search in one language only.</summary>
    public string In(string language) => (this with { Language = language, PageNumber = 1 }).Address();

    /// <summary>The address of the same search without any narrowing.</summary>
    public string Everywhere() => (this with { Since = "", Until = "", Source = "", Language = "", PageNumber = 1 }).Address();

    /// <summary>The address of another page of the same results.</summary>
    public string OnPage(int number) => (this with { PageNumber = number }).Address();

    private string Address()
    {
        var query = new QueryBuilder { { "q", Text } };
        AddWhereSet("since", Since);
        AddWhereSet("until", Until);
        AddWhereSet("source", Source);
        AddWhereSet("language", Language);
        AddWhereSet("page", PageNumber == 1 ? "" : PageNumber.ToString(CultureInfo.InvariantCulture));
        return "/search" + query;

        void AddWhereSet(string name, string value)
        {
            if (value.Length > 0)
            {
                query.Add(name, value);
            }
        }
    }
}
