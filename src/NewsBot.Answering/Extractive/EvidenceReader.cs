using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Answering.Extractive;

/// <summary>Reads the passages that were found, sentence by sentence.</summary>
public sealed class EvidenceReader(WordReader words)
{
    /// <summary>The sentences of all evidence, article by article in the order of the hits, each sentence once and in the order of the text.</summary>
    public IReadOnlyList<EvidenceSentence> Read(SearchOutcome found)
    {
        var sentences = new List<EvidenceSentence>();
        for (var rank = 0; rank < found.Hits.Count; rank++)
        {
            var article = new ReadArticle(found.Hits[rank], rank, words.Read(found.Hits[rank].Article.Title));
            Read(article, sentences);
        }

        return sentences;
    }

    private void Read(ReadArticle article, List<EvidenceSentence> sentences)
    {
        var text = article.Hit.Article.Text;
        foreach (var passage in article.Hit.Evidence.Select(evidence => evidence.Passage).OrderBy(passage => passage.Range.Start))
        {
            foreach (var inside in SentenceSplitter.Split(passage.Range.Of(text)))
            {
                var range = new TextRange(passage.Range.Start + inside.Start, passage.Range.Start + inside.End);
                var sentence = new EvidenceSentence { Article = article, Range = range, Words = words.Read(text, range), Ordinal = article.Sentences.Count };
                article.Add(sentence);
                sentences.Add(sentence);
            }
        }
    }
}
