using Microsoft.Extensions.Options;
using NewsBot.Answering.Questions;
using NewsBot.Retrieval;

namespace NewsBot.Answering.Extractive;

/// <summary>Answers without a model: the best sentences of the evidence, verbatim, or none. Safe for several threads.</summary>
public sealed class ExtractiveAnswerer(QuestionWeigher weigher, EvidenceReader reader, SentenceScorer scorer, IOptions<AnsweringOptions> options)
{
    /// <summary>The sentences that answer; none when the evidence does not answer.</summary>
    /// <param name="query">The question, in the words it is to be answered by.</param>
    /// <param name="found">What a search found, perhaps by further words.</param>
    public ExtractiveAnswer Answer(ArchiveQuery query, SearchOutcome found)
    {
        var asked = weigher.Weigh(query.Archive, query.Text, query.AsOf, found.Reading.Time);
        var answer = Answer(asked, found);
        // Where and when may stand in the dateline alone.
        return asked.Question.Type is AnswerType.Place or AnswerType.Date ? answer : answer with { Sentences = [.. answer.Sentences.Select(sentence => sentence.WithoutDateline())] };
    }

    private ExtractiveAnswer Answer(WeighedQuestion asked, SearchOutcome found)
    {
        if (asked.Question.SeeksAdvice)
        {
            return ExtractiveAnswer.None;
        }

        if (found.Reading.AsksWhatHappened)
        {
            return PeriodDigest.Of(reader.Read(found), options.Value.MaximumSentences);
        }

        var plain = AskedTime.Keep(asked, reader.Read(found)).Where(sentence => SentenceForm.IsPlain(sentence.Text)).ToList();
        if (asked.Question.Type == AnswerType.Latest)
        {
            return LatestReport.Of(asked, plain);
        }

        if (CorrectionReport.Of(asked, plain) is { } correction)
        {
            return correction;
        }

        var ranked = scorer.Rank(asked, plain);
        if (asked.Question.Type == AnswerType.Timeline)
        {
            return Chronicle.Of(asked, ranked, options.Value.MaximumSentences);
        }

        var confidence = AnswerGate.Confidence(asked, found, ranked);
        return confidence < options.Value.LeastConfidence
            ? ExtractiveAnswer.None with { SearchAlso = asked.OtherNamesOfPlaces, Confidence = confidence }
            : AnswerComposer.Compose(asked, ranked, options.Value.MaximumSentences) with { Confidence = confidence };
    }
}
