using NewsBot.Web.Markup;
using NewsBot.Web.Pages;

namespace NewsBot.Web.Failing;

/// <summary>A page that says what went wrong and what to do next.</summary>
internal static class ProblemPage
{
    /// <summary>The page for a problem.</summary>
    public static Page Of(Problem problem) => new(problem.Title, Html.Of($"""
        <section class="problem">
          <p class="problem-status">{problem.Status}</p>
          <h1>{problem.Title}</h1>
          <p>{problem.Detail}</p>
          <p>{problem.Remedy}</p>
          <p><a class="button" href="/">Ask the archive</a></p>
        </section>
        """))
    {
        Status = problem.Status,
    };
}
