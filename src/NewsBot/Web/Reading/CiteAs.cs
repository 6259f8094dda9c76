using NewsBot.Archive;
using NewsBot.Web.Markup;

namespace NewsBot.Web.Reading;

/// <summary>The box with the article's citation in the forms that writers use.</summary>
internal static class CiteAs
{
    /// <summary>The box; with a quoted range its words are part of the citation.</summary>
    public static Html Box(Article article, TextRange? quote)
    {
        var words = quote?.Of(article.Text);
        return Html.Of($"""
            <details class="cite-as">
              <summary>Cite this article</summary>
              {Form("plain", "Plain text", CitationText.Plain(article, words))}
              {Form("markdown", "Markdown", CitationText.Markdown(article, words))}
              {Form("bibtex", "BibTeX", CitationText.BibTex(article, words))}
              {Form("csl", "CSL-JSON", CitationText.CslJson(article, words))}
            </details>
            """);
    }

    private static Html Form(string id, string label, string text) => Html.Of($"""
        <div class="cite-form">
          <h3 id="cite-{id}-label">{label}</h3>
          <pre id="cite-{id}" tabindex="0" aria-labelledby="cite-{id}-label" data-copy>{text}</pre>
        </div>
        """);
}
