namespace NewsBot.Answering.Questions;

/// <summary>A question that is not taken. The message says why and what to do, fit for the person who asked.</summary>
public sealed class QuestionRefusedException(string message) : ArgumentException(message);

/// <summary>Which questions are taken at all.</summary>
internal static class QuestionRules
{
    /// <summary>Refuses a question that is empty or too long, or whose days contradict each other.</summary>
    /// <exception cref="QuestionRefusedException">It is refused.</exception>
    public static void Require(Question question)
    {
        if (string.IsNullOrWhiteSpace(question.Text))
        {
            throw new QuestionRefusedException("The question is empty: write what you want to know, for example \"Who designed the new bridge?\"");
        }

        if (question.Text.Length > Question.MaximumLength)
        {
            throw new QuestionRefusedException(FormattableString.Invariant(
                $"The question has {question.Text.Length:N0} characters; at most {Question.MaximumLength:N0} are read. Ask for one thing at a time."));
        }

        if (question is { Since: { } since, Until: { } until } && since > until)
        {
            throw new QuestionRefusedException(FormattableString.Invariant(
                $"The first day ({since:yyyy-MM-dd}) is after the last day ({until:yyyy-MM-dd}): swap them."));
        }
    }
}
