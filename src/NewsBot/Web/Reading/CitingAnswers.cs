using NewsBot.Answering.Stored;
using NewsBot.Archive;

namespace NewsBot.Web.Reading;

/// <summary>An answer that cites an article.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Question">What was asked.</param>
/// <param name="At">When it was answered.</param>
internal sealed record CitingAnswer(Guid Id, string Question, NewsTime At);

/// <summary>
/// The answers that stand under the articles they cite. Only those that an administrator listed: a question belongs to whoever asked it, and its
/// words could say anything.
/// </summary>
internal sealed class CitingAnswers(ArchiveStore store, IAnswerStore answers)
{
    private const int Most = 20;

    /// <summary>The listed answers that cite an article, newest first.</summary>
    public IReadOnlyList<CitingAnswer> Of(Article article) =>
    [
        .. store.Questions.Citing(article.Id, Most)
            .Select(id => answers.Find(article.Archive, id))
            .OfType<StoredAnswer>()
            .Select(answer => new CitingAnswer(answer.Id, answer.Question, NewsTime.OfInstant(answer.At))),
    ];
}
