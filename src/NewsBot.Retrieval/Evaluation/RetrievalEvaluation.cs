using System.Diagnostics;
using NewsBot.Archive;

namespace NewsBot.Retrieval.Evaluation;

/// <summary>
/// Measures how well an index finds the known articles of a question set. Each question is asked once to warm up nothing but itself: the
/// latency reported is the second asking's, so that it tells the cost of a question and not of the first read of a file.
/// </summary>
public sealed class RetrievalEvaluation(IArchiveIndex index, IArchiveReader store, TimeProvider clock)
{
    /// <summary>How deep the ranking is judged.</summary>
    public const int Depth = 10;

    /// <summary>Changes each query, e.g. to leave a part of the ranking out; null asks as readers do.</summary>
    public Func<ArchiveQuery, ArchiveQuery>? Changed { get; init; }

    /// <summary>Asks every question and judges what comes back. A cluster counts as each of its members.</summary>
    /// <param name="archive">The archive that is asked.</param>
    /// <param name="questions">The questions.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <param name="isTimed">Whether the latency is wanted; without it each question is asked only once.</param>
    public async Task<RetrievalReport> RunAsync(ArchiveName archive, IReadOnlyList<EvaluationQuestion> questions, CancellationToken cancellationToken, bool isTimed = true)
    {
        var outcomes = new List<QuestionOutcome>(questions.Count);
        foreach (var question in questions)
        {
            var query = new ArchiveQuery { Archive = archive, Text = question.Question, AsOf = question.MomentOr(clock.GetUtcNow()), Limit = Depth };
            query = Changed?.Invoke(query) ?? query;
            if (isTimed)
            {
                await index.SearchAsync(query, cancellationToken);
            }

            var started = Stopwatch.GetTimestamp();
            var found = await index.SearchAsync(query, cancellationToken);
            var elapsed = Stopwatch.GetElapsedTime(started);
            outcomes.Add(Judge(archive, question, found, elapsed));
        }

        return new RetrievalReport(outcomes);
    }

    private QuestionOutcome Judge(ArchiveName archive, EvaluationQuestion question, SearchOutcome found, TimeSpan elapsed)
    {
        var relevant = question.Relevant.Select(id => store.Find(archive, id)?.Id).OfType<Guid>().ToHashSet();
        var ranks = found.Hits
            .Select((hit, index) => (Rank: index + 1, IsRelevant: relevant.Contains(hit.Article.Id) || hit.Also.Any(relevant.Contains)))
            .Where(place => place.IsRelevant)
            .Select(place => place.Rank)
            .ToList();
        return new QuestionOutcome(question, ranks, Math.Max(relevant.Count, ranks.Count), found.Answerability, elapsed)
        {
            FirstTitle = found.Hits.Count > 0 ? found.Hits[0].Article.Title : null,
        };
    }
}

/// <summary>What one question gave.</summary>
/// <param name="Question">The question.</param>
/// <param name="Ranks">At which ranks, from 1, relevant articles stand, best first.</param>
/// <param name="RelevantCount">How many relevant articles there are.</param>
/// <param name="Answerability">What the index thought of its being answerable, 0 to 1.</param>
/// <param name="Elapsed">How long the search took.</param>
public sealed record QuestionOutcome(
    EvaluationQuestion Question, IReadOnlyList<int> Ranks, int RelevantCount, double Answerability, TimeSpan Elapsed)
{
    /// <summary>The title of the article that stood first; null where nothing was found.</summary>
    public string? FirstTitle { get; init; }

    /// <summary>Whether the question has a known article: only then its rank is judged.</summary>
    public bool IsJudged => RelevantCount > 0 && Question.Answerable;

    /// <summary>One over the rank of the first relevant article; 0 where none is among the first ten.</summary>
    public double ReciprocalRank => Ranks.Count > 0 ? 1d / Ranks[0] : 0;

    /// <summary>Normalised discounted cumulative gain of the first ten, each relevant article counting 1.</summary>
    public double Ndcg => RelevantCount == 0
        ? 0
        : Ranks.Sum(GainAt) / Enumerable.Range(1, Math.Min(RelevantCount, RetrievalEvaluation.Depth)).Sum(GainAt);

    /// <summary>1 where a relevant article is among the first ranks, else 0.</summary>
    public double HitAt(int rank) => Ranks.Count > 0 && Ranks[0] <= rank ? 1 : 0;

    private static double GainAt(int rank) => 1 / Math.Log2(rank + 1);
}
