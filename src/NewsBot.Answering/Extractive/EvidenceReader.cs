using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Answering.Extractive;

/// <summary>Reads the passages that were found, sentence by sentence.</summary>
public sealed class EvidenceReader(WordReader words)
{
    /// <summary>Articles further down hold the answer seldom, and then in their best passages; reading the others costs as much as all else of a question.</summary>
    private const int ArticlesReadFully = 4;
    private const int PassagesOfOthers = 2;

    /// <summary>The sentences of the evidence, article by article in the order of the hits, each sentence once and in the order of the text.</summary>
    public IReadOnlyList<EvidenceSentence> Read(SearchOutcome found)
    {
        var sentences = new List<EvidenceSentence>();
        for (var rank = 0; rank < found.Hits.Count; rank++)
        {
            Read(found.Hits[rank], rank, found.Hits[0].Score, sentences);
        }

        return sentences;
    }

    private void Read(ArticleHit hit, int rank, double bestScore, List<EvidenceSentence> sentences)
    {
        var text = hit.Article.Text;
        var title = hit.Article.Title;
        var analysis = words.AnalysisFor(hit.Article.Content.Language, text);
        var article = new ReadArticle(hit, rank, bestScore > 0 ? hit.Score / bestScore : 0, words.Read(title, new TextRange(0, title.Length), analysis));
        foreach (var passage in article.Hit.Evidence.Take(rank < ArticlesReadFully ? int.MaxValue : PassagesOfOthers).Select(evidence => evidence.Passage).OrderBy(passage => passage.Range.Start))
        {
            foreach (var inside in SentenceSplitter.Split(passage.Range.Of(text)))
            {
                var range = new TextRange(passage.Range.Start + inside.Start, passage.Range.Start + inside.End);
                var sentence = new EvidenceSentence { Article = article, Range = range, Words = words.Read(text, range, analysis), Ordinal = article.Sentences.Count };
                article.Add(sentence);
                sentences.Add(sentence);
            }
        }
    }
}
