using Lucene.Net.Analysis;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;
using NewsBot.Archive;
using NewsBot.Retrieval.Text;

namespace NewsBot.Retrieval.Lexical;

/// <summary>
/// The occurrences of an article's terms by which it is ranked: body once, the lead once more, the title eight times (retrieval.md: articles
/// as one weighted field were better than passages and than separate fields; the plateau around these weights is flat). Stop words of the
/// body count for the length but are left out of the index, since no question asks for them; those of the title stay, so that "The Who" is found.
/// Reused from article to article by one thread.
/// </summary>
internal sealed class WeightedTerms : TokenStream
{
    private const int TitleWeight = 8;

    /// <summary>How many words count as the lead.</summary>
    private const int LeadWords = 200;

    private readonly List<BytesRef> title = [];
    private readonly List<BytesRef> lead = [];
    private readonly List<BytesRef> body = [];
    private readonly StemAttribute stem = new();
    private readonly IPositionIncrementAttribute step;
    private int next;

    public WeightedTerms()
    {
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
        Length = bodyWords + leadWords + (TitleWeight * titleWords);
    }

    public override void Reset() => next = 0;

    public override bool IncrementToken()
    {
        var repeatedTitle = title.Count * TitleWeight;
        var index = next++;
        if (index < repeatedTitle)
        {
            stem.Show(title[index % title.Count]);
        }
        else if ((index -= repeatedTitle) < lead.Count)
        {
            stem.Show(lead[index]);
        }
        else if ((index -= lead.Count) < body.Count)
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
