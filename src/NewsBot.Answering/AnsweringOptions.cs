using Microsoft.Extensions.Options;

namespace NewsBot.Answering;

/// <summary>Settings of section <c>Answering</c>.</summary>
public sealed class AnsweringOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Answering";

    /// <summary>At most so many sentences answer, 1 to 3. An answer longer than that is an article.</summary>
    public int MaximumSentences { get; set; } = 3;

    /// <summary>How many articles are read for an answer, 1 to 100. Ten hold the right one nearly always.</summary>
    public int ArticlesRead { get; set; } = 10;

    /// <summary>How many passages are read of each, 1 to 20. With five instead of three the answer to one question in sixty is read that was not.</summary>
    public int PassagesPerArticle { get; set; } = 5;

    /// <summary>
    /// From which confidence on, 0 to 1, a question is answered without a model; below it "not in the archive" is said. A higher one refuses more:
    /// <c>eval answers</c> shows what each would refuse rightly and wrongly. The default refuses nearly one in ten of the questions that an archive answers.
    /// </summary>
    public double LeastConfidence { get; set; } = 0.17;

    /// <summary>How many leads are given when the archive does not answer, 0 to 10.</summary>
    public int MaximumLeads { get; set; } = 5;
}

/// <summary>Checks the ranges that <see cref="AnsweringOptions"/> states and names the setting that is outside.</summary>
internal sealed class AnsweringOptionsValidator : IValidateOptions<AnsweringOptions>
{
    public ValidateOptionsResult Validate(string? name, AnsweringOptions options)
    {
        var failures = new[]
        {
            Outside(nameof(options.MaximumSentences), options.MaximumSentences, 1, 3),
            Outside(nameof(options.ArticlesRead), options.ArticlesRead, 1, 100),
            Outside(nameof(options.PassagesPerArticle), options.PassagesPerArticle, 1, 20),
            Outside(nameof(options.MaximumLeads), options.MaximumLeads, 0, 10),
            Outside(nameof(options.LeastConfidence), options.LeastConfidence, 0, 1),
        }.OfType<string>().ToList();
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static string? Outside(string setting, double value, double least, double most) => !(value >= least && value <= most)
        ? FormattableString.Invariant($"{AnsweringOptions.Section}:{setting} is {value}; set it to a number from {least} to {most}.")
        : null;
}
