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
            var hit = found.Hits[rank];
            foreach (var passage in hit.Evidence.Select(evidence => evidence.Passage).OrderBy(passage => passage.Range.Start))
            {
                sentences.AddRange(SentencesOf(hit, rank, passage.Range));
            }
        }

        return sentences;
    }

    private IEnumerable<EvidenceSentence> SentencesOf(ArticleHit hit, int rank, TextRange passage)
    {
        var text = hit.Article.Text;
        return SentenceSplitter.Split(passage.Of(text))
            .Select(inside => new TextRange(passage.Start + inside.Start, passage.Start + inside.End))
            .Select(range => new EvidenceSentence { Hit = hit, Rank = rank, Range = range, Words = words.Read(text, range) });
    }
}
