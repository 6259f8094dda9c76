using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using NewsBot.Answering.Conversation;
using NewsBot.Answering.Generative;
using NewsBot.Answering.Questions;
using NewsBot.Answering.Stored;
using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Answering;

/// <summary>A question with what was found for it.</summary>
/// <param name="Question">The question as asked.</param>
/// <param name="AsOf">The day it is asked for.</param>
/// <param name="Query">What was searched; its text differs from the question's for a follow-up.</param>
/// <param name="Found">What was found.</param>
/// <param name="Notes">What the reader should know of the search.</param>
/// <param name="Bill">What a model's part in the answer costs, and who pays.</param>
public sealed record SearchedQuestion(Question Question, NewsTime AsOf, ArchiveQuery Query, SearchOutcome Found, IReadOnlyList<string> Notes, ModelBill Bill);

/// <summary>Turns a question into a query and asks the index. A follow-up is made to stand on its own first. Safe for several threads.</summary>
public sealed class QuestionSearch(
    IArchiveIndex index,
    IAnswerStore answers,
    FollowUp followUps,
    ChatModel model,
    IOptions<AnsweringOptions> options,
    TimeProvider time)
{
    /// <summary>Searches for a question.</summary>
    /// <exception cref="IndexUnavailableException">The index could not be asked.</exception>
    public async Task<SearchedQuestion> SearchAsync(Question question, CancellationToken cancellationToken)
    {
        var asOf = question.AsOf ?? NewsTime.OfDay(DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime));
        var bill = new ModelBill(question.Archive, question.Payer);
        var (standAlone, notes) = await StandAloneAsync(question, bill, cancellationToken);
        var text = MachineOrders.Without(standAlone);
        var query = QueryFor(question, text, asOf);
        using var span = AnsweringTraces.Source.StartActivity("retrieval");
        var found = await index.SearchAsync(query, cancellationToken);
        span?.SetTag("newsbot.hits", found.Hits.Count).SetTag("newsbot.articles_searched", found.ArticlesSearched);
        return new SearchedQuestion(question, asOf, query, found, [.. notes, .. found.Notes], bill);
    }

    /// <summary>Searches again with further words beside the question's.</summary>
    public async Task<SearchedQuestion> WidenAsync(SearchedQuestion searched, IReadOnlyList<string> words, CancellationToken cancellationToken)
    {
        var wider = searched.Query with { Text = searched.Query.Text + " " + string.Join(' ', words) };
        return searched with { Found = await index.SearchAsync(wider, cancellationToken) };
    }

    private async Task<(string Text, IReadOnlyList<string> Notes)> StandAloneAsync(Question question, ModelBill bill, CancellationToken cancellationToken)
    {
        if (question.After is not { } after)
        {
            return (question.Text, []);
        }

        if (answers.Find(question.Archive, after) is not { } before)
        {
            return (question.Text, [$"The answer {after} that this question follows up on is not kept here; the question was taken by itself."]);
        }

        var text = model.IsOn ? await RewriteAsync(before.Searched, question.Text, bill, cancellationToken) : followUps.StandAlone(before.Searched, question.Text);
        return (text, Bare(text).Equals(Bare(question.Text), StringComparison.OrdinalIgnoreCase) ? [] : [$"Searched as: {text}"]);
    }

    private static string Bare(string question) => question.Trim().TrimEnd('?', ' ');

    private async Task<string> RewriteAsync(string before, string question, ModelBill bill, CancellationToken cancellationToken)
    {
        try
        {
            var arguments = new KernelArguments { ["before"] = before, ["question"] = question };
            var rewritten = (await model.CompleteAsync(PromptName.Rewrite, arguments, bill, cancellationToken)).ReplaceLineEndings(" ").Trim();
            return rewritten.Length is > 0 and <= Question.MaximumLength ? rewritten : followUps.StandAlone(before, question);
        }
        catch (ChatUnavailableException)
        {
            return followUps.StandAlone(before, question);
        }
    }

    private ArchiveQuery QueryFor(Question question, string text, NewsTime asOf) => new()
    {
        Archive = question.Archive,
        Text = text,
        AsOf = asOf.Precision == TimePrecision.Day ? asOf.Instant.AddDays(1).AddTicks(-1) : asOf.Instant,
        Since = question.Since,
        Until = question.Until,
        Source = question.Source,
        Limit = options.Value.ArticlesRead,
        PassagesPerArticle = options.Value.PassagesPerArticle,
    };
}
