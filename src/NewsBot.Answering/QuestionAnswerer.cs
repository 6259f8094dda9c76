using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using NewsBot.Answering.Extractive;
using NewsBot.Answering.Questions;
using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Answering;

/// <summary>
/// Answers a question: the index finds the articles, the extractive answerer picks the sentences, and each leaves only with a
/// citation that holds it verbatim. When nothing answers, the nearest articles are the leads. Safe for several threads.
/// </summary>
public sealed class QuestionAnswerer(
    IArchiveIndex index,
    IArchiveReader archive,
    ExtractiveAnswerer extractive,
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
        var asOf = question.AsOf ?? NewsTime.OfDay(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var query = QueryFor(question, asOf);
        var found = await index.SearchAsync(query, cancellationToken);
        times.EndOf("search");
        yield return new AnswerProgress.Searching(found.ArticlesSearched);
        yield return new AnswerProgress.Reading(found.Hits.Sum(hit => hit.Evidence.Count));

        var answer = new AnswerUnderWay(hit => OtherPublishersOf(question.Archive, hit));
        var chosen = extractive.Answer(question.Text, query, found);
        if (chosen.SearchAlso.Count > 0)
        {
            var wider = query with { Text = question.Text + " " + string.Join(' ', chosen.SearchAlso) };
            chosen = extractive.Answer(question.Text, wider, await index.SearchAsync(wider, cancellationToken));
        }

        foreach (var sentence in chosen.Sentences)
        {
            yield return answer.Accept(sentence.Text, [new CitedPlace(sentence.Hit, sentence.Range)], Verdict.Supported);
        }

        times.EndOf("answer");
        yield return new AnswerProgress.Completed(Finished(question, asOf, found, answer, times) with
        {
            Notes = [.. found.Notes, .. chosen.Notes],
            ShortAnswer = chosen.ShortAnswer,
        });
    }

    private ArchiveQuery QueryFor(Question question, NewsTime asOf) => new()
    {
        Archive = question.Archive,
        Text = question.Text,
        AsOf = asOf.Precision == TimePrecision.Day ? asOf.Instant.AddDays(1).AddTicks(-1) : asOf.Instant,
        Since = question.Since,
        Until = question.Until,
        Source = question.Source,
        Limit = options.Value.ArticlesRead,
        PassagesPerArticle = options.Value.PassagesPerArticle,
    };

    private Answer Finished(Question question, NewsTime asOf, SearchOutcome found, AnswerUnderWay answer, StageTimes times) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        Question = question,
        AsOf = asOf,
        Outcome = answer.Claims.Count > 0 ? AnswerOutcome.Answered : AnswerOutcome.NotInArchive,
        Claims = answer.Claims,
        Citations = answer.Citations,
        Leads = answer.Claims.Count > 0 ? [] : [.. found.Hits.Take(options.Value.MaximumLeads).Select(hit => new Lead(hit.Article))],
        TimingsMs = times.InMilliseconds(),
        ArticlesSearched = found.ArticlesSearched,
    };

    private IReadOnlyList<string> OtherPublishersOf(ArchiveName name, ArticleHit hit) => hit.Also.Count == 0
        ? []
        : [.. archive.FindMany(name, hit.Also)
            .Select(article => article.Source)
            .OfType<string>()
            .Where(source => !string.Equals(source, hit.Article.Source, StringComparison.OrdinalIgnoreCase))
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)];
}
