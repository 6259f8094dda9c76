using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using NewsBot.Archive;
using NewsBot.Retrieval.Text;

namespace NewsBot.Retrieval.Lexical;

/// <summary>How many times words count beside those of the body.</summary>
/// <param name="Title">Words of the title.</param>
/// <param name="Lead">Words of the lead, beyond their count as words of the body.</param>
internal readonly record struct FieldWeights(int Title, int Lead)
{
    public static FieldWeights Default { get; } = Of(new RetrievalOptions());

    public static FieldWeights Of(RetrievalOptions options) => new(options.TitleWeight, options.LeadWeight);
}

/// <summary>
/// The occurrences of an article's terms by which it is ranked: body once, lead and title more often (as one weighted field articles were ranked
/// better than passages and than separate fields; the plateau around the default weights is flat). Stop words of the
/// body count for the length but are left out of the index, since no question asks for them; those of the title stay, so that "The Who" is found.
/// Reused from article to article by one thread.
/// </summary>
internal sealed class WeightedTerms : TokenStream
{
    /// <summary>How many words count as the lead.</summary>
    private const int LeadWords = 200;

    private readonly List<BytesRef> title = [];
    private readonly List<BytesRef> lead = [];
    private readonly List<BytesRef> body = [];
    private readonly StemAttribute stem = new();
    private readonly IPositionIncrementAttribute step;
    private readonly FieldWeights weights;
    private int next;

    public WeightedTerms(FieldWeights weights)
    {
        this.weights = weights;
        AddAttributeImpl(stem);
        step = AddAttribute<IPositionIncrementAttribute>();
    }

    /// <summary>The weighted length in occurrences.</summary>
    public int Length { get; private set; }

    /// <summary>Takes in an article.</summary>
    public void Read(Article article, TermAnalysis analysis)
    {
        title.Clear();
        lead.Clear();
        body.Clear();
        var titleWords = ReadTitle(article.Title, analysis);
        var (bodyWords, leadWords) = ReadBody(article.Text, analysis);
        Length = bodyWords + (weights.Lead * leadWords) + (weights.Title * titleWords);
    }

    public override void Reset() => next = 0;

    public override bool IncrementToken()
    {
        var (repeatedTitle, repeatedLead) = (title.Count * weights.Title, lead.Count * weights.Lead);
        var index = next++;
        if (index < repeatedTitle)
        {
            stem.Show(title[index % title.Count]);
        }
        else if ((index -= repeatedTitle) < repeatedLead)
        {
            stem.Show(lead[index % lead.Count]);
        }
        else if ((index -= repeatedLead) < body.Count)
        {
            stem.Show(body[index]);
        }
        else
        {
            return false;
        }

        step.PositionIncrement = 1;
        return true;
    }

    private int ReadTitle(string text, TermAnalysis analysis)
    {
        var scanner = new TermScanner(analysis, text);
        while (scanner.Next())
        {
            title.Add(scanner.Lexeme.Utf8);
        }

        return title.Count;
    }

    private (int BodyWords, int LeadWords) ReadBody(string text, TermAnalysis analysis)
    {
        var words = 0;
        var scanner = new TermScanner(analysis, text);
        while (scanner.Next())
        {
            words++;
            if (scanner.Lexeme.IsStopWord)
            {
                continue;
            }

            body.Add(scanner.Lexeme.Utf8);
            if (words <= LeadWords)
            {
                lead.Add(scanner.Lexeme.Utf8);
            }
        }

        return (words, Math.Min(words, LeadWords));
    }

    /// <summary>Hands Lucene the bytes of a stem as they are kept, where its own attribute would encode them anew each time.</summary>
    private sealed class StemAttribute : Lucene.Net.Util.Attribute, ITermToBytesRefAttribute
    {
        public BytesRef BytesRef { get; } = new();

        public void Show(BytesRef bytes)
        {
            BytesRef.Bytes = bytes.Bytes;
            BytesRef.Offset = bytes.Offset;
            BytesRef.Length = bytes.Length;
        }

        public void FillBytesRef()
        {
        }

        public override void Clear()
        {
        }

        public override void CopyTo(IAttribute target) => ((StemAttribute)target).Show(BytesRef);
    }
}
