using NewsBot.Archive;
using NewsBot.Web.Markup;
using NewsBot.Web.Pages;
using NewsBot.Web.Security;

namespace NewsBot.Web.Reading;

/// <summary>The archived article, with the cited passage marked.</summary>
internal sealed class ArticlePage(SignedLinks links, VersionList versions)
{
    private static readonly string[] ReadingScripts = ["copy.js"];

    /// <summary>A version of an article.</summary>
    /// <param name="article">The version.</param>
    /// <param name="current">The newest version.</param>
    /// <param name="story">The articles that tell the same story, this one among them; null for an article alone.</param>
    /// <param name="citing">The answers that are listed as citing it.</param>
    /// <param name="quote">The range to mark, inside the text, or null.</param>
    /// <param name="problem">What is wrong with the address, for the reader; null where nothing is.</param>
    public Page Of(Article article, Article current, StoryCluster? story, IReadOnlyList<CitingAnswer> citing, TextRange? quote, string? problem) => new(Titles.Of(article), Html.Of($"""
        <article class="archived" {Language(article)}>
          <header>
            <p class="kicker" lang="en">Archived article{VersionNote(article, current.Version)}</p>
            <h1 dir="auto">{Titles.Of(article)}</h1>
            <p class="byline" lang="en">{Bylines.Of(article)}{Authors(article)}</p>
          </header>
          {Html.If(problem is not null, $"<p class=\"notice\" role=\"alert\" lang=\"en\">{problem}</p>")}
          {Standing(current, story)}
          {Html.If(quote is not null, $"<p class=\"to-quote\" lang=\"en\"><a href=\"#quote\">To the cited passage</a></p>")}
          <div class="body">{ArticleBody.Of(article.Text, quote)}</div>
          {Html.If(article.Content.IsTruncated, $"<p class=\"notice\" lang=\"en\">The archive holds only the beginning of this article, as its publisher showed it.</p>")}
          <footer lang="en">
            {Facts(article)}
            {versions.Of(article, current.Version)}
            {Html.If(story is not null, $"{SameStory(article, story!)}")}
            {Html.If(citing.Count > 0, $"{CitedBy(citing)}")}
            {CiteAs.Box(article, quote)}
          </footer>
        </article>
        """))
    {
        Scripts = ReadingScripts,
        Status = problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
    };

    private static Html Language(Article article) => Html.If(article.Content.Language is not null, $"lang=\"{article.Content.Language}\"");

    private static Html VersionNote(Article article, int current) =>
        article.Version < current ? Html.Of($", version {article.Version} of {current}: a later one exists") : Html.None;

    private Html Standing(Article current, StoryCluster? story)
    {
        var reissue = story?.Members.FirstOrDefault(member => member.Article == current.Standing.SupersededBy);
        return Html.Of($"""
            {Html.If(current.Standing.Correction is not null, $"<p class=\"notice\" lang=\"en\">Corrected {Correction(current)}</p>")}
            {Html.If(reissue is not null, $"<p class=\"notice\" lang=\"en\">Replaced by a corrected re-issue: {LinkTo(current, reissue!)}</p>")}
            """);
    }

    private static Html Correction(Article article) =>
        Html.Of($"{Moments.Day(article.Standing.Correction!.At)}: {article.Standing.Correction.What}");

    private Html SameStory(Article article, StoryCluster story) => Html.Of($"""
        <h2>The same story in</h2>
        <ul class="versions">{Html.Each(story.Members.Where(member => member.Article != article.Id), member => Html.Of($"<li>{LinkTo(article, member)}</li>"))}</ul>
        """);

    private static Html CitedBy(IReadOnlyList<CitingAnswer> citing) => Html.Of($"""
        <h2>Cited by</h2>
        <ul class="versions">{Html.Each(citing, answer => Html.Of($"<li><a href=\"/answers/{answer.Id.ToString()}\"><bdi>{answer.Question}</bdi></a> · answered {Moments.Day(answer.At)}</li>"))}</ul>
        """);

    private Html LinkTo(Article article, ClusterMember member) => Html.Of(
        $"""<a href="{links.ToCurrent(article.Archive, member.Article)}"><bdi>{member.Source ?? "unknown source"}</bdi>: <bdi>{member.Title}</bdi></a>""");

    private static Html Authors(Article article) =>
        Html.If(article.Content.Authors.Count > 0, $" · by <bdi>{string.Join(", ", article.Content.Authors)}</bdi>");

    private static Html Facts(Article article) => Html.Of($"""
        <h2>About this article</h2>
        <dl class="facts">
          {Fact("Source", Html.Text(article.Source ?? "unknown"))}
          {Fact("Published", article.Published is { } published ? Moments.Exactly(published) : Html.Text("unknown"))}
          {Html.If(article.Content.Modified is not null, $"{Fact("Changed", Moments.Exactly(article.Content.Modified.GetValueOrDefault()))}")}
          {Html.If(article.Content.SyndicatedFrom is not null, $"{Fact("First published by", Html.Text(article.Content.SyndicatedFrom))}")}
          {Html.If(article.Content.Section is not null, $"{Fact("Section", Html.Text(article.Content.Section))}")}
          {Html.If(article.Content.Tags.Count > 0, $"{Fact("Tags", Html.Text(string.Join(", ", article.Content.Tags)))}")}
          {Html.If(article.Content.AuthorNote is not null, $"{Fact("Of the author", Html.Text(article.Content.AuthorNote))}")}
          {Fact("Archived", Moments.Day(NewsTime.OfInstant(article.StoredAt)))}
          {Fact("Version", Html.Of($"{article.Version}"))}
          {Fact("Identity", Html.Of($"<code>{article.PublicId}</code>"))}
          {Html.If(article.Url is not null, $"{Fact("Original", Original(article.Url))}")}
        </dl>
        """);

    private static Html Fact(string label, Html value) => Html.Of($"<div><dt>{label}</dt><dd>{value}</dd></div>");

    private static Html Original(string? url) => OriginalLink.IsOpenable(url)
        ? Html.Of($"""<a href="{url}" rel="noopener noreferrer nofollow external"><bdi>{url}</bdi></a>""")
        : Html.Of($"<bdi>{url}</bdi>");
}
