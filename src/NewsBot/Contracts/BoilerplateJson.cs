using NewsBot.Archive;
using NewsBot.Ingestion;

namespace NewsBot.Contracts;

/// <summary>The frozen list of a site, as <c>articles boilerplate show --json</c> prints it.</summary>
internal sealed record BoilerplateJson(string Site, int Revision, string FrozenAt, IReadOnlyList<string> Lines)
{
    public static BoilerplateJson From(SiteBoilerplate list) => new(list.Site, list.Revision, NewsTime.OfInstant(list.FrozenAt).ToString(), list.Lines);
}

/// <summary>What recurs on a site, as <c>articles boilerplate learn --json</c> prints it; the revision is null where nothing was frozen.</summary>
internal sealed record LearnedBoilerplateJson(string Site, int? Revision, int Pages, IReadOnlyList<RecurringLineJson> Lines)
{
    public static LearnedBoilerplateJson From(LearnedSite learned, SiteBoilerplate? frozen) =>
        new(learned.Site, frozen?.Revision, learned.Pages, [.. learned.Lines.Select(line => new RecurringLineJson(line.Text, line.Pages))]);
}

/// <summary>A line and on how many pages with different headlines it stands.</summary>
internal sealed record RecurringLineJson(string Text, int Pages);
