using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Answering.Evaluation;
using NewsBot.Archive;
using NewsBot.Discord.Asking;
using Kept = NewsBot.Archive.Feedback;

namespace NewsBot.Discord.Feedback;

/// <summary>
/// Turns feedback into a question set for <c>eval answers</c>: a praised answer says which articles answer the question, a complaint says what must
/// not be answered, a missing article that the archive does not answer. Each question is asked for the day on which it was judged.
/// </summary>
public sealed class FeedbackExport(ArchiveStore store, KeptAnswers answers)
{
    /// <summary>One JSON object a line, in the order of the feedback.</summary>
    public IEnumerable<string> Lines(ArchiveName archive) => store.Readers.FeedbackOn(archive)
        .Select((feedback, i) => JsonSerializer.Serialize(QuestionOf(feedback, i + 1), FeedbackJson.Default.EvaluationQuestion));

    private EvaluationQuestion QuestionOf(Kept feedback, int number)
    {
        var answer = answers.FindKept(feedback.Archive, feedback.Answer);
        var question = new EvaluationQuestion
        {
            Id = "feedback-" + number.ToString(CultureInfo.InvariantCulture),
            Question = feedback.Question,
            AsOf = answer?.AsOf ?? feedback.At.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Kind = feedback.IsGood ? "praised" : feedback.Kind ?? "complaint",
        };
        return (feedback, answer) switch
        {
            ({ IsGood: true }, { } good) => question with { Relevant = [.. answers.CitationsOf(good, feedback.Archive).Select(citation => citation.Article.PublicId).Distinct()] },
            ({ Kind: "missing_article" }, _) => question with { Answerable = false },
            ({ Kind: "wrong_fact" or "out_of_date" }, { } bad) => question with { WrongIf = [.. bad.Claims.Select(claim => claim.Text)] },
            _ => question,
        };
    }
}

/// <summary>The JSON form of question sets, without what is not known.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(EvaluationQuestion))]
internal sealed partial class FeedbackJson : JsonSerializerContext;
