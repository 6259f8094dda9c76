using System.Text;

namespace NewsBot.Fakes.Hostile;

/// <summary>
/// A page that was built to be expensive: each just below what a quick look at its characters refuses, so that the reading itself has to
/// stay bounded. The tests read each once, the benchmark <c>extraction --hostile</c> measures them.
/// </summary>
/// <param name="Name">What is too much of.</param>
/// <param name="Reason">Why it is no article, or null where extraction finds one in it.</param>
/// <param name="Build">Makes the page's characters; only when it is needed, because some are megabytes.</param>
public sealed record HostilePage(string Name, string? Reason, Func<string> Build)
{
    /// <summary>Pages with so many elements stay below the limit of tags with their end tags.</summary>
    private const int Many = 29_000;

    private const string TooMuchMarkup = "the page's markup is built in a way that no article's is (too many or too deep tags); save the page as text and ingest that";

    private const string NoText = "the page has no article text; give the address of a single article";

    private const string Sentence = "A sentence that is long enough to be running text in any article of the harbour paper. ";

    private static readonly string Story = string.Concat(Numbers(6).Select(i => $"<p>{Sentence}It is the {i}. of six that tell the story of the day.</p>"));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<HostilePage> All { get; } =
    [
        // Length.
        new("11 million characters", "the page has more than 10 million characters, which no article has; ingest the article alone", () => Body(new string('x', 11_000_000))),
        new("one word of 10 million characters", null, () => Body(new string('x', 9_900_000))),
        new("one line of 10 million characters", null, () => Body("<p>" + Repeat(110_000, Sentence))),
        new("10 million digits", null, () => Body("<p>" + new string('1', 9_900_000))),
        new("3 million dates without an end", null, () => Body("<p>" + Repeat(3_000_000, "1.1"))),
        new("1 million dates", null, () => Body("<p>" + Repeat(900_000, "31.12.2019 "))),
        new("1 million months without a year", null, () => Body("<p>" + Repeat(900_000, "5 November "))),
        new("5 million combining marks", null, () => Body("<p>" + Sentence + "e" + Repeat(2_500_000, "\u0327\u0301"))),
        new("5 million blanks", null, () => Body("<p>x" + new string(' ', 5_000_000) + "y</p>" + Story)),
        new("3 million zero-width characters", null, () => Body("<p>" + Sentence + new string('\u200B', 3_000_000))),

        // Tags and their nesting.
        new("59,000 paragraphs", null, () => Body(Repeat(59_000, "<p>" + Sentence))),
        new("29,000 links", NoText, () => Body(Repeat(Many, "<a href=/a>Something happened in the harbour</a> "))),
        new("2,900 nested elements", null, () => Body(Repeat(2_900, "<div>") + Story)),
        new("2,900 nested elements, thirty times", TooMuchMarkup, () => Body(Repeat(30, Repeat(1_500, "<div>") + "x" + Repeat(1_500, "</div>")) + Story)),
        new("190 nested elements with 29,000 spans", null, () => Body(Repeat(190, "<div>") + Repeat(Many - 400, "<span>x </span>"))),
        new("190 nested elements with 29,000 blocks", NoText, () => Body(Repeat(190, "<div>") + Repeat(Many - 400, "<h2>Some thing</h2>"))),
        new("unclosed formatting", null, () => Body(Repeat(980, "<a><b><i>x") + Story)),
        new("misnested formatting", NoText, () => Body(Repeat(900, "<a><b><i><p>x") + Story)),
        new("formatting closed in the wrong order", null, () => Body(Repeat(9_500, "<b><i><p>x</b></i></p>") + Story)),
        new("formatting with different attributes", TooMuchMarkup, () => Body(string.Concat(Numbers(900).Select(i => $"<b id={i}><i id={i}><p>x")) + Story)),
        new("paragraphs that repeat what one left open", TooMuchMarkup, () => Body("<p>" + string.Concat(Numbers(200).Select(i => $"<b id={i}>")) + Repeat(59_000, "<p>x"))),
        new("paragraphs that repeat as much as may be", null, () => Body("<p>" + string.Concat(Numbers(50).Select(i => $"<b id={i}>")) + Repeat(5_900, "<p>x"))),
        new("formatting across blocks deep down", null, () => Body(Repeat(180, "<div>") + Repeat(14_000, "<b><p>x</b></p>"))),
        new("formatting across blocks", null, () => Body(Repeat(14_000, "<b><div>x</b></div>") + Story)),
        new("anchors in anchors", null, () => Body(Repeat(1_450, "<a href=x><div>") + Story)),
        new("foster-parented text", null, () => Body("<table>" + Repeat(Many, "x<b>y</b>") + "</table>" + Story)),
        new("nested tables", null, () => Body(Repeat(2_900, "<table><tr><td>") + Story)),
        new("tables in tables without cells", null, () => Body(Repeat(2_900, "<table>x") + Story)),
        new("foster-parented formatting", null, () => Body("<table>" + Repeat(2_900, "<b><p>x") + Story)),
        new("nested select elements", null, () => Body(Repeat(2_900, "<select>") + Story)),
        new("29,000 options", null, () => Body("<select>" + Repeat(Many, "<option>x</option>") + "</select>" + Story)),
        new("nested svg elements", NoText, () => Body(Repeat(1_400, "<svg><foreignObject>") + Story)),
        new("nested templates", NoText, () => Body(Repeat(2_900, "<template>") + Story)),
        new("nested lists", null, () => Body(Repeat(2_900, "<ul><li>x") + Story)),
        new("nested buttons and forms", NoText, () => Body(Repeat(1_400, "<form><button>x") + Story)),
        new("nested figures", null, () => Body(Repeat(190, "<figure>") + Repeat(28_000, "<p>x</p>") + Story)),
        new("end tags without a start", null, () => Body(Repeat(190, "<div>") + Repeat(59_000, "</em>") + Story)),
        new("paragraph ends without a start", null, () => Body(Repeat(59_000, "</p>") + Story)),
        new("breaks", null, () => Body(Repeat(59_000, "<br>x") + Story)),
        new("frames", "the page is a frame without text; give the address of the page inside it", () => Repeat(2_900, "<frameset>")),

        new("100,000 nested elements", TooMuchMarkup, () => Body(Repeat(100_000, "<div>") + "deep")),
        new("100,000 paragraphs", TooMuchMarkup, () => Body(Repeat(100_000, "<p>x"))),

        // Attributes.
        new("1 million characters of attributes in a tag", null, () => Body("<div " + string.Concat(Numbers(110_000).Select(i => $"a{i}=1 ")) + ">" + Story)),
        new("500,000 equal attributes in a tag", null, () => Body("<div " + Repeat(330_000, "a ") + ">" + Story)),
        new("nine tags of a million characters", null, () => Body(Repeat(9, "<div " + string.Concat(Numbers(110_000).Select(i => $"a{i}=1 ")) + ">x</div>") + Story)),
        new("1 million attributes over the page", null, () => Body(Repeat(Many, "<p " + string.Concat(Numbers(20).Select(i => $"a{i} ")) + ">x</p>") + Story)),
        new("attributes on html and body again and again", null, () => string.Concat(Numbers(1_400).Select(i => $"<html a{i}=1><body b{i}=1>")) + Story),
        new("a class of a million names", null, () => Body("<div class='" + Repeat(450_000, "a ") + "'>" + Story + "</div>")),
        new("29,000 long class names", null, () => Body(Repeat(Many, "<p class='" + Repeat(15, "with-media ") + "'>x</p>") + Story)),
        new("a data address of 9 million characters", null, () => Body("<img src='data:image/png;base64," + new string('A', 9_000_000) + "'>" + Story)),
        new("quotes that never close", null, () => Body(Repeat(20_000, "<a href=\"x>y</a>") + Story)),

        // Entities.
        new("1 million named entities", null, () => Body("<p>" + Sentence + Repeat(900_000, "&amp;"))),
        new("an entity in itself", null, () => Body("<p>" + Sentence + "&" + Repeat(900_000, "amp;"))),
        new("entities that are none", null, () => Body("<p>" + Sentence + Repeat(750_000, "&CounterClock"))),
        new("long numeric entities", null, () => Body("<p>" + Sentence + "&#" + new string('9', 3_000_000) + ";")),
        new("the longest entity", null, () => Body("<p>" + Sentence + Repeat(290_000, "&CounterClockwiseContourIntegral;"))),

        // What stands in the head.
        new("10,000 meta elements", null, () => string.Concat(Numbers(10_000).Select(i => $"<meta property='article:tag' content='tag {i}'>")) + Body(Story)),
        new("59,000 meta elements", null, () => Repeat(59_000, "<meta name=author content='X Y'>") + Body(Story)),
        new("59,000 meta dates", null, () => Repeat(59_000, "<meta name=pubdate content='no date at all 12.12.'>") + Body(Story)),
        new("a meta date of 4 million characters", null, () => "<meta name=pubdate content='" + new string('1', 4_000_000) + "'>" + Body(Story)),
        new("a title of a million characters", null, () => "<title>" + Repeat(200_000, "Word ") + "</title>" + Body(Story)),
        new("a title of separators", null, () => "<meta property='og:site_name' content='a'><title>" + Repeat(200_000, "a - ") + "b</title>" + Body(Story)),
        new("a heading of separators", null, () => "<meta property='og:site_name' content='a'><title>a</title>" + Body("<h1>" + Repeat(200_000, "a | ") + "a</h1>" + Story)),
        new("a heading of a million letters", null, () => "<meta property='og:title' content='" + new string('x', 1_000_000) + "'>" + Body("<h1>" + new string('x', 1_000_000) + "</h1>" + Story)),
        new("an author of a million names", null, () => "<meta name=author content='" + Repeat(300_000, "Ada F, ") + "'>" + Body(Story)),
        new("an author of a million blanks", null, () => "<meta name=author content='by" + new string(' ', 1_000_000) + "'>" + Body(Story)),
        new("canonical links", null, () => Repeat(59_000, "<link rel=canonical href='https://example.org/'>") + Body(Story)),
        new("a canonical link of a million parameters", null, () => "<link rel=canonical href='https://example.org/a?" + Repeat(300_000, "a=b&") + "'>" + Body(Story)),
        new("a canonical path of a million parts", null, () => "<link rel=canonical href='https://example.org/" + Repeat(300_000, "a/../") + "x'>" + Body(Story)),
        new("a site's name of a million characters", null, () => "<meta property='og:site_name' content='" + new string('n', 1_000_000) + "'>" + Body(Story)),

        // Structured data.
        new("JSON-LD nested without end", null, () => Json(new string('[', 4_000_000)) + Body(Story)),
        new("JSON-LD nested to its limit", null, () => Json(Repeat(60, "{\"@graph\":[") + "{\"@type\":\"NewsArticle\"}" + Repeat(60, "]}")) + Body(Story)),
        new("JSON-LD of 5 megabytes", null, () => Json("{\"@type\":\"NewsArticle\",\"headline\":\"" + new string('x', 5_000_000) + "\"}") + Body(Story)),
        new("JSON-LD of 100,000 nodes", null, () => Json("[" + string.Join(',', Numbers(100_000).Select(i => $$"""{"@type":"NewsArticle","@id":"#{{i}}"}""")) + "]") + Body(Story)),
        new("JSON-LD authors who refer to 50,000 nodes", null, () => Json("{\"@graph\":[{\"@type\":\"NewsArticle\",\"author\":[" + string.Join(',', Numbers(50_000).Select(i => $$"""{"@id":"#{{i}}"}""")) + "]}," + string.Join(',', Numbers(50_000).Select(i => $$"""{"@type":"Person","@id":"#{{i}}","name":"Ada Finch"}""")) + "]}") + Body(Story)),
        new("JSON-LD authors who refer to nobody", null, () => Json("{\"@graph\":[{\"@type\":\"NewsArticle\",\"author\":[" + string.Join(',', Numbers(50_000).Select(i => $$"""{"@id":"#x"}""")) + "]}," + string.Join(',', Numbers(50_000).Select(i => $$"""{"@type":"Person","@id":"#{{i}}"}""")) + "]}") + Body(Story)),
        new("JSON-LD of 300,000 equal properties", null, () => Json("{\"@type\":\"NewsArticle\"," + Repeat(300_000, "\"@graph\":[],") + "\"a\":1}") + Body(Story)),
        new("10,000 blocks of JSON-LD", null, () => Repeat(10_000, Json("{\"@type\":\"NewsArticle\",\"headline\":\"x\"}")) + Body(Story)),
        new("40 large blocks of broken JSON-LD", null, () => Repeat(40, Json("{\"@type\":\"NewsArticle\",\"headline\":\"" + new string('x', 240_000))) + Body(Story)),
        new("JSON-LD of comments", null, () => Json("/*" + Repeat(1_000_000, "*/ /*") + "*/{}") + Body(Story)),

        // Scripts and comments.
        new("29,000 scripts", null, () => Repeat(Many, "<script>x</script>") + Body(Story)),
        new("a script of 9 million characters", TooMuchMarkup, () => "<script>" + Repeat(29_000, "<!--<a " + new string('x', 300)) + "</script>" + Body(Story)),
        new("59,000 comments", null, () => Body(Repeat(59_000, "<!-- x -->") + Story)),
        new("comments that never close", NoText, () => Body(Repeat(59_000, "<!--x--!") + Story)),
        new("styles", null, () => Repeat(29_000, "<style>a{b:c}</style>") + Body(Story)),

        // Marks that extraction looks for.
        new("29,000 times", null, () => Body(Repeat(Many, "<time datetime='no date'>x</time>") + Story)),
        new("nested times around 9 million characters", null, () => Body(Repeat(190, "<time>") + Repeat(100_000, Sentence))),
        new("nested dates around 9 million characters", null, () => Body(Repeat(190, "<span class=published>") + Repeat(100_000, Sentence))),
        new("nested authors around 9 million characters", null, () => Body(Repeat(190, "<span itemprop=author class=author>") + Repeat(100_000, Sentence))),
        new("nested headings around 9 million characters", NoText, () => Body(Repeat(190, "<h1><div>") + Repeat(100_000, Sentence))),
        new("nested profile links", NoText, () => Body(Repeat(190, "<a href=/author/x><table><td>") + Repeat(100_000, Sentence))),
        new("29,000 headings", null, () => "<title>Ferry late again</title>" + Body(Repeat(Many, "<h1>Ferry late again</h1>") + Story)),
        new("29,000 bylines", null, () => Body(Repeat(Many, "<div>By Ada Finch</div>") + Story)),
        new("29,000 date lines", null, () => Body("<h1>Ferry</h1>" + Repeat(Many, "<div>99.99.2019 99.99.2019</div>") + Story)),
        new("29,000 article bodies", null, () => Body(Repeat(Many, "<div class=article-body>" + "x</div>") + Story)),
        new("nested article bodies", null, () => Body(Repeat(190, "<div class=article-body><p>x</p>") + Repeat(28_000, "<p>x</p>") + Story)),
        new("29,000 captions", null, () => Body(Repeat(14_000, "<div><img>A boat in the harbour</div>") + Story)),
        new("a picture box in a picture box", null, () => Body(Repeat(190, "<div><span></span>") + Repeat(29_000, "<i></i>") + "x" + Story)),
        new("14,000 teasers", null, () => Body(Repeat(7_400, $"<div><a href=/x>Something happened in the street</a><p>{Sentence}</p></div>") + Story)),
        new("sidebars in sidebars", null, () => Body(Repeat(2_900, $"<div class=sidebar><p>{Sentence}</p>") + Story)),
        new("14,000 kinds of furniture", null, () => Body(string.Concat(Numbers(14_000).Select(i => $"<div class='k{i} promo'><p>{Sentence}</p></div>")) + Story)),
        new("notes of where it is from", null, () => Body(Repeat(14_000, "<p>This story was originally published by " + new string('x', 200) + "</p>") + Story)),
        new("notes that only point somewhere", null, () => Body("<div>" + Repeat(14_000, "<p><a href=/x>Originally published here</a></p>") + "</div>" + Story)),
        new("a list of a million words without an article", null, () => Body(Repeat(14_000, "<li><a href=/x>not found 404 log in to read</a>") + new string('-', 3_000_000))),
    ];

    private static IEnumerable<int> Numbers(int count) => Enumerable.Range(0, count);

    private static string Body(string content) => "<body>" + content;

    private static string Json(string content) => "<script type='application/ld+json'>" + content + "</script>";

    private static string Repeat(int count, string text) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    /// <inheritdoc/>
    public override string ToString() => Name;
}
