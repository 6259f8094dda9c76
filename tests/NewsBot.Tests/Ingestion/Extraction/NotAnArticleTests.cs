using NewsBot.Archive;
using NewsBot.Ingestion.Extraction;

namespace NewsBot.Tests.Ingestion.Extraction;

/// <summary>Pages that are no article say what they are and what to do; articles that come near to them are articles.</summary>
public sealed class NotAnArticleTests
{
    private const string Missing = "the site says that the page does not exist; check the address, or look for a copy in a web archive";
    private const string Robots = "the site shows a check for robots instead of the article; open the page in a browser, save it and ingest the file";
    private const string LogIn = "the page asks to log in; save it from a browser where you are logged in and ingest the file";
    private const string Cookies = "the page only asks about cookies; answer in a browser, save the article from there and ingest the file";
    private const string Index = "the page is a list of articles, not one; give the addresses of its articles, or its feed";
    private const string Program = "the page makes its text with a program in the browser; open it there, save it and ingest the file";
    private const string Video = "the page shows a video without its text; give the address of an article or a transcript";
    private const string NoText = "the page has no article text; give the address of a single article";

    [Theory]
    [InlineData("Page not found", "<h1>404</h1><p>Sorry, the page you are looking for does not exist any more. Try the search.</p>", Missing)]
    [InlineData("Harbour Post", "<h1>Not found</h1><p>The address may have been mistyped, or the story may have moved. Our newsroom wishes you a good day all the same.</p>", Missing)]
    [InlineData("Fehler", "<h1>Seite nicht gefunden</h1><p>Die angeforderte Seite gibt es nicht oder nicht mehr. Bitte nutzen Sie unsere Suche oder gehen Sie zur Startseite zurück.</p>", Missing)]
    [InlineData("Erreur", "<h1>Page introuvable</h1><p>La page que vous cherchez n'existe pas ou plus. Retournez à la page d'accueil pour lire nos articles du jour.</p>", Missing)]
    [InlineData("Error", "<h1>Página no encontrada</h1><p>La página que busca no existe o ha cambiado de dirección. Vuelva a la portada para leer las noticias de hoy.</p>", Missing)]
    [InlineData("Oops", "<h1>Strona nie istnieje</h1><p>Podany adres jest nieprawidłowy albo artykuł został usunięty. Przejdź na stronę główną, aby przeczytać wiadomości.</p>", Missing)]
    [InlineData("404", "<h1>Страница не найдена</h1><p>Возможно, она была удалена или вы ошиблись адресом. Перейдите на главную страницу, чтобы прочитать новости дня.</p>", Missing)]
    [InlineData("エラー", "<h1>ページが見つかりません</h1><p>お探しのページは移動または削除された可能性があります。</p>", Missing)]
    [InlineData("Just a moment...", "<p>Checking your browser before accessing the site. This process is automatic.</p>", Robots)]
    [InlineData("Access denied", "<p>You do not have permission to view this page from this network. Reference number 18.5f7.</p>", Robots)]
    [InlineData("Example Post", "<h1>Log in</h1><form><input name=u><input type=password name=p></form><p>Please log in to read this article with your subscription.</p>", LogIn)]
    [InlineData("Before you continue", "<h1>We value your privacy</h1><p>We and our 812 partners store and access personal data, such as cookies, on your device to show advertisements that suit you and to measure them.</p><p>You can consent to this or object to it where our partners claim a legitimate interest. Your choice is kept in a cookie for a year.</p><button>Accept all</button>", Cookies)]
    [InlineData("Ihre Privatsphäre", "<h1>Einwilligung</h1><p>Wir verwenden Cookies und ähnliche Techniken, um personenbezogene Daten auf Ihrem Gerät zu speichern und abzurufen, und bitten dafür um Ihre Zustimmung.</p><button>Alle akzeptieren</button>", Cookies)]
    [InlineData("Example Post", "<div id=root></div><script src=/app.js></script>", Program)]
    [InlineData("Example Post", "<noscript>You need to enable JavaScript to run this app.</noscript><div class=page></div>", Program)]
    [InlineData("Ferry arrives", "<video src=ferry.mp4></video><p>Watch: the ferry arrives.</p>", Video)]
    [InlineData("Empty", "<div></div>", NoText)]
    public void A_page_without_an_article_says_what_it_is(string title, string body, string reason) => HtmlExtractor.Extract(Page(title, body)).Reason().ShouldBe(reason);

    [Fact]
    public void A_stub_says_where_it_leads() =>
        HtmlExtractor.Extract(Pages.Of("<head><meta http-equiv=refresh content='0; url=https://example.org/2024/ferry'><title>Moved</title></head><body><p>The story has moved.</p>")).Reason()
            .ShouldBe("the page only leads on to https://example.org/2024/ferry; give that address");

    [Fact]
    public void A_frame_names_the_page_to_take() =>
        HtmlExtractor.Extract(Pages.Of("<html><frameset><frame src=a.html></frameset></html>")).Reason().ShouldBe("the page is a frame without text; give the address of the page inside it");

    [Theory]
    [InlineData("Harbour Post", "<article><h2><a href='/{0}'>Something happened in street {0}</a></h2><p>It happened at noon in street {0}, said the police, who were there and saw it too.</p></article>")]
    [InlineData("Search results for: ferry", "<div class=result><h3><a href='/{0}'>Ferry number {0} late once more</a></h3><p>The ferry with the number {0} was late again on Monday, and those who waited for it …</p></div>")]
    [InlineData("Topic: harbour", "<li><a href='/{0}'>What the harbour does in its month number {0}</a><p>The harbour has done {0} things this month, as the master of the harbour said on Friday.</p></li>")]
    public void A_front_page_the_results_of_a_search_and_a_topics_page_are_lists_of_articles(string title, string card)
    {
        var cards = string.Concat(Enumerable.Range(1, 20).Select(i => card.Replace("{0}", $"{i}", StringComparison.Ordinal)));

        HtmlExtractor.Extract(Page(title, $"<main>{cards}</main>")).Reason().ShouldBe(Index);
    }

    [Fact]
    public void An_empty_file_is_none() => HtmlExtractor.Extract(Pages.Of([])).Reason().ShouldBe("the file is empty; fetch it again");

    [Fact]
    public void A_picture_named_html_is_none() =>
        HtmlExtractor.Extract(Pages.Of([0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0, 1, 2, 0, 0])).Reason().ShouldBe("the file is binary, not a web page; check what it is and rename it");

    [Fact]
    public void A_teaser_before_a_wall_is_an_article_and_marked_as_truncated()
    {
        var article = HtmlExtractor.Extract(Page("Ferry late again", "<article><h1>Ferry late again</h1><p>The ferry was late on Monday, and those who waited at the pier had to stand in the rain for more than an hour …</p><div class=offer><p>Subscribe to continue reading</p></div></article>")).Article();

        article.IsTruncated.ShouldBeTrue();
        article.Text.ShouldStartWith("The ferry was late on Monday");
    }

    [Theory]
    [InlineData("Lost page turns up in the library", "<p>The library has found the page that was missing from its oldest book; \"page not found\" had been its answer to readers for years.</p><p>It lay in another book, said the librarian, and nobody had looked there, because nobody reads that one.</p>")]
    [InlineData("Hiker still missing", "<p>The hiker who left the hut on Sunday has not been found, the mountain rescue said on Monday. Two helicopters and forty helpers searched the valley until nightfall. The search goes on at dawn, if the weather holds. The man, 54, is an experienced climber and had food for two days with him.</p>")]
    [InlineData("Journalists kept out of court", "<p>Reporters were kept out of the court in Grelling Town on Tuesday. \"Access denied\" was all that the guards said, according to the union, which speaks of the third such case this year. The court said that the room had been full, and that it had stayed just a moment behind its own rules.</p>")]
    [InlineData("Why websites ask about your privacy", "<p>Whoever opens a website is asked about cookies first. A new law may end that, the minister for the digital said on Thursday in the capital.</p><p>The newspapers fear for their income and went to court last year; their union speaks of two thousand jobs that hang on advertisements in the regions.</p><p>A ruling is expected in spring, before the elections.</p>")]
    [InlineData("Harbour closed", "<p>The harbour of Port Selwick is closed for ships of more than 80 metres until Friday, its master said on Wednesday. A crane had fallen into the basin during the storm. Nobody was hurt. Divers are to lift it tomorrow. The ferries to Ostrey sail as planned, but from the northern pier, where no cars can be parked.</p>")]
    [InlineData("Ten walks", "<h2>1. Along the weir</h2><p>An hour, flat, good for prams, with a kiosk at the end.</p><h2>2. Up the hill</h2><p>Two hours, steep, with a view of the sea on clear days.</p><h2>3. Round the lake</h2><p>Three hours, wet shoes are likely after rain.</p>")]
    [InlineData("Budget night: as it happened", "<div class=post><time>22:10</time><p>The mayor speaks, and the hall is silent for once.</p></div><div class=post><time>21:50</time><p>The vote on the swimming pool ends 12 to 11 for keeping it.</p></div><div class=post><time>21:30</time><p>A break of ten minutes, because the microphone has failed.</p></div>")]
    public void What_comes_near_to_them_is_an_article(string title, string body) => HtmlExtractor.Extract(Page(title, $"<article><h1>{title}</h1>{body}</article>")).ShouldBeOfType<ExtractionResult.Extracted>();

    [Fact]
    public void A_long_article_about_missing_pages_is_one()
    {
        var text = string.Concat(Enumerable.Repeat("<p>The library has now found the page that was missing; \"page not found\" had been its answer for years, readers said.</p>", 8).Select((paragraph, i) => paragraph.Replace("years", $"{i + 2} years", StringComparison.Ordinal)));

        HtmlExtractor.Extract(Page("Page not found, then found", $"<article>{text}</article>")).ShouldBeOfType<ExtractionResult.Extracted>();
    }

    [Fact]
    public void A_brief_beside_a_form_to_log_in_is_an_article()
    {
        const string Brief = "<header><form><a>Log in</a><input type=password></form></header><article><h1>Harbour closed</h1><p>The harbour of Port Selwick is closed for ships of more than 80 metres until Friday, its master said on Wednesday. A crane had fallen into the basin during the storm. Nobody was hurt. Divers are to lift it tomorrow. The ferries to Ostrey sail as planned, but from the northern pier, where no cars can be parked.</p></article>";

        HtmlExtractor.Extract(Page("Harbour closed", Brief)).ShouldBeOfType<ExtractionResult.Extracted>();
    }

    private static Document Page(string title, string body) => Pages.Of($"<html><head><title>{title}</title></head><body>{body}</body></html>");
}
