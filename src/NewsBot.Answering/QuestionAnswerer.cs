using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using NewsBot.Answering.Citations;
using NewsBot.Answering.Questions;
using NewsBot.Answering.Stored;
using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Answering;

/// <summary>
/// Answers a question: the index finds the evidence, a writer proposes sentences, and each leaves only once the verifier has found it
/// supported at the places it cites. When nothing answers, the nearest articles are the leads. Every answer is kept. Safe for several threads.
/// </summary>
public sealed class QuestionAnswerer(
    QuestionSearch search,
    AnswerWriter writer,
    Verifier verifier,
    IArchiveReader archive,
    IAnswerStore answers,
    IOptions<AnsweringOptions> options,
    TimeProvider time) : IQuestionAnswerer
{
    /// <inheritdoc/>
    public IAsyncEnumerable<AnswerProgress> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        QuestionRules.Require(question);
        return StepsAsync(question, cancellationToken);
    }

    private async IAsyncEnumerable<AnswerProgress> StepsAsync(Question question, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var times = new StageTimes(time);
        var searched = await search.SearchAsync(question, cancellationToken);
        times.EndOf("search");
        yield return new AnswerProgress.Searching(searched.Found.ArticlesSearched);
        yield return new AnswerProgress.Reading(searched.Found.Hits.Sum(hit => hit.Evidence.Count));

        var remarks = new AnswerRemarks();
        var underWay = new AnswerUnderWay(verifier, hit => OtherPublishersOf(question.Archive, hit));
        await foreach (var sentence in writer.WriteAsync(searched, remarks, cancellationToken))
        {
            if (underWay.Offer(sentence.Text, sentence.Places) is { } accepted)
            {
                yield return accepted;
            }
        }

        times.EndOf("answer");
        var answer = Finished(searched, underWay, remarks, times);
        yield return new AnswerProgress.Completed(question.IsKept ? Kept(answer, searched, remarks) : answer);
    }

    // A full or read-only disk must not cost the reader the answer.
    private Answer Kept(Answer answer, SearchedQuestion searched, AnswerRemarks remarks)
    {
        try
        {
            answers.Save(answer.Question.Archive, StoredAnswers.From(answer, searched, remarks.Provenance, time.GetUtcNow()));
            return answer;
        }
        catch (ArchiveUnavailableException)
        {
            return answer with { Notes = [.. answer.Notes, "This answer could not be kept, since nothing can be written in the data folder: links to it and follow-up questions will not find it."] };
        }
    }

    private Answer Finished(SearchedQuestion searched, AnswerUnderWay underWay, AnswerRemarks remarks, StageTimes times)
    {
        var isAnswered = underWay.Claims.Count > 0;
        return new Answer
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Question = searched.Question,
            AsOf = searched.AsOf,
            Outcome = isAnswered ? AnswerOutcome.Answered : AnswerOutcome.NotInArchive,
            Claims = underWay.Claims,
            Citations = underWay.Citations,
            Leads = isAnswered ? [] : [.. searched.Found.Hits.Take(options.Value.MaximumLeads).Select(hit => new Lead(hit.Article))],
            Notes = [.. searched.Notes, .. remarks.Notes, .. isAnswered || searched.Found.WhatWasSearched.Length == 0 ? [] : new[] { searched.Found.WhatWasSearched }],
            TimingsMs = times.InMilliseconds(),
            ArticlesSearched = searched.Found.ArticlesSearched,
            Confidence = remarks.Confidence,
            TokensIn = searched.Bill.Tokens.Input,
            TokensOut = searched.Bill.Tokens.Output,
            ShortAnswer = isAnswered && remarks.ShortAnswer is { } shortAnswer && underWay.Claims[0].Text.Contains(shortAnswer, StringComparison.Ordinal) ? shortAnswer : null,
        };
    }

    private IReadOnlyList<string> OtherPublishersOf(ArchiveName name, ArticleHit hit) => hit.Also.Count == 0
        ? []
        : [.. archive.FindMany(name, hit.Also)
            .Select(article => article.Source)
            .OfType<string>()
            .Where(source => !string.Equals(source, hit.Article.Source, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)];
}
