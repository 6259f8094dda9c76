using Microsoft.Extensions.Options;
using NewsBot.Answering.Questions;
using NewsBot.Retrieval;

namespace NewsBot.Answering.Extractive;

/// <summary>Answers without a model: the best sentences of the evidence, verbatim, or none. Safe for several threads.</summary>
public sealed class ExtractiveAnswerer(QuestionReader questions, EvidenceReader reader, SentenceScorer scorer, WordFamilies families, IOptions<AnsweringOptions> options)
{
    // Below it the best sentence shares hardly more with the question than chance.
    private const double LeastCoverage = 0.34;

    /// <summary>The sentences that answer; none when the evidence does not answer.</summary>
    public ExtractiveAnswer Answer(string question, SearchOutcome found)
    {
        var sentences = reader.Read(found);
        var asked = new WeighedQuestion(questions.Read(question), term => Rarity(term.Stem, sentences), families);
        var ranked = scorer.Rank(asked, sentences);
        return ranked.Count == 0 || ranked[0].Features[0] < LeastCoverage
            ? ExtractiveAnswer.None
            : AnswerComposer.Compose(asked.Question, ranked, options.Value.MaximumSentences);
    }

    private static double Rarity(string term, IReadOnlyList<EvidenceSentence> sentences)
    {
        var holding = sentences.Count(sentence => sentence.Words.Any(word => word.Stem == term));
        return Math.Log(1 + ((sentences.Count + 1.0) / (holding + 1.0)));
    }
}
