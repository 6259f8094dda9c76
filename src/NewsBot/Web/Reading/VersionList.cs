using NewsBot.Archive;
using NewsBot.Web.Markup;
using NewsBot.Web.Pages;
using NewsBot.Web.Security;

namespace NewsBot.Web.Reading;

/// <summary>The versions of an article, the newest first: when each was archived and what it changed. Of very many the older ones are only named.</summary>
internal sealed class VersionList(SignedLinks links, IArchiveReader archives)
{
    private const int Dated = 10;

    /// <summary>The list; nothing where there is one version only.</summary>
    /// <param name="shown">The version that the page shows.</param>
    /// <param name="current">The number of the newest.</param>
    public Html Of(Article shown, int current)
    {
        if (current == 1)
        {
            return Html.None;
        }

        var older = Math.Max(0, current - Dated);
        return Html.Of($"""
            <h2>Versions</h2>
            <ul class="versions by-number">{Html.Each(Enumerable.Range(older + 1, current - older).Reverse(), number => Entry(shown, number))}</ul>
            {Html.If(older > 0, $"{Older(shown, older)}")}
            """);
    }

    private Html Entry(Article shown, int number)
    {
        var archived = archives.Find(shown.Archive, shown.Id, number) is { } version
            ? Html.Of($" <small>archived {Moments.Exactly(NewsTime.OfInstant(version.StoredAt))}</small>")
            : Html.None;
        return Html.Of($"<li>{Name(shown, number)}{archived}{Html.If(number > 1, $" · <a href=\"{links.ToChanges(shown, number - 1, number)}\">What changed</a>")}</li>");
    }

    private Html Older(Article shown, int last) => Html.Of($"""
        <details class="older-versions"{Html.If(shown.Version <= last, $" open")}>
          <summary>{Quantities.Of(last, "older version")}</summary>
          <p>{Html.Each(Enumerable.Range(1, last).Reverse(), number => Name(shown, number))}</p>
        </details>
        """);

    private Html Name(Article shown, int number) => number == shown.Version
        ? Html.Of($"<strong aria-current=\"true\">Version {number}, shown here</strong>")
        : Html.Of($"<a href=\"{links.To(shown with { Version = number })}\">Version {number}</a>");
}
