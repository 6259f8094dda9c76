using NewsBot.Web.Markup;

namespace NewsBot.Web.Pages;

/// <summary>A page that says what went wrong and what to do next.</summary>
internal static class ProblemPage
{
    /// <summary>An article, an archive or an address that is not there, or that this reader may not open: the two look the same.</summary>
    public static Page NotFound() => Of(
        StatusCodes.Status404NotFound,
        "Nothing is here",
        "The address leads to no page and no archived article. A link into a private archive may have expired, or a character of it was lost.",
        "Ask for the article by its words instead, or have the link sent again.");

    /// <summary>The request itself is wrong.</summary>
    public static Page BadRequest(string problem, string remedy) =>
        Of(StatusCodes.Status400BadRequest, "That did not work", problem, remedy);

    /// <summary>The archive cannot be asked at the moment.</summary>
    public static Page Unavailable(string problem) => Of(
        StatusCodes.Status503ServiceUnavailable,
        "The archive cannot be asked right now",
        problem,
        "This says nothing about what the archive holds. Try again in a minute.");

    /// <summary>Everything here is private.</summary>
    public static Page NoPublicArchive() => Unavailable(
        "No archive is open to the public here. Articles open by the links that NewsBot gives in Discord; the operator can publish an "
        + "archive with the setting Web:PublicArchives.");

    /// <summary>A fault of the program.</summary>
    /// <param name="reference">What finds the entry in the log.</param>
    public static Page Fault(string reference) => Of(
        StatusCodes.Status500InternalServerError,
        "Something broke here",
        "The program failed while it made this page. Nothing in the archive was changed.",
        $"Try again. If it stays, tell the operator this reference: {reference}");

    private static Page Of(int status, string title, string problem, string remedy) => new(title, Html.Of($"""
        <section class="problem">
          <p class="problem-status">{status}</p>
          <h1>{title}</h1>
          <p>{problem}</p>
          <p>{remedy}</p>
          <p><a class="button" href="/">Ask the archive</a></p>
        </section>
        """))
    {
        Status = status,
    };
}
