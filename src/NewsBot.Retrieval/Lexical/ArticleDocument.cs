using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using NewsBot.Archive;
using NewsBot.Retrieval.Text;
using Document = Lucene.Net.Documents.Document;
using Term = Lucene.Net.Index.Term;

namespace NewsBot.Retrieval.Lexical;

/// <summary>Turns articles into Lucene documents; one instance a thread, its document is filled anew for each article.</summary>
internal sealed class ArticleDocument : IDisposable
{
    private static readonly FieldType TermsType = Frozen(new FieldType
    {
        IsIndexed = true,
        IsTokenized = true,
        OmitNorms = true,
        IndexOptions = IndexOptions.DOCS_AND_FREQS,
    });

    private static readonly FieldType IdentityType = Frozen(new FieldType
    {
        IsIndexed = true,
        IsTokenized = false,
        OmitNorms = true,
        IndexOptions = IndexOptions.DOCS_ONLY,
    });

    private readonly TextAnalysis text;
    private readonly WeightedTerms terms;
    private readonly Field identity = new(IndexFields.Identity, "", IdentityType);
    private readonly BinaryDocValuesField identityBytes = new(IndexFields.IdentityBytes, new BytesRef(16));
    private readonly NumericDocValuesField length = new(IndexFields.Length, 0);
    private readonly NumericDocValuesField published = new(IndexFields.Published, 0);
    private readonly SortedDocValuesField source = new(IndexFields.Source, new BytesRef());
    private readonly SortedDocValuesField language = new(IndexFields.Language, new BytesRef());
    private readonly Document document;

    public ArticleDocument(TextAnalysis text, FieldWeights weights)
    {
        this.text = text;
        terms = new WeightedTerms(weights);
        document = [new Field(IndexFields.Terms, terms, TermsType), identity, identityBytes, length, published, source, language];
    }

    /// <summary>The term that names an article in the index.</summary>
    public static Term IdentityTerm(Guid article) => new(IndexFields.Identity, article.ToString("N"));

    /// <summary>The document of an article; valid until the next call.</summary>
    public Document Of(Article article)
    {
        terms.Read(article, text.For(article.Content.Language, article.Text));
        identity.SetStringValue(article.Id.ToString("N"));
        identityBytes.SetBytesValue(new BytesRef(article.Id.ToByteArray()));
        length.SetInt64Value(terms.Length);
        published.SetInt64Value(article.Published?.Instant.ToUnixTimeSeconds() ?? IndexFields.UnknownTime);
        source.SetBytesValue(new BytesRef((article.Source ?? "").Trim().ToLowerInvariant()));
        language.SetBytesValue(new BytesRef((article.Content.Language ?? "").Trim().ToLowerInvariant()));
        return document;
    }

    public void Dispose() => terms.Dispose();

    private static FieldType Frozen(FieldType type)
    {
        type.Freeze();
        return type;
    }
}
