using System.ComponentModel.DataAnnotations;

namespace NewsBot.Discord.Limits;

/// <summary>The settings of section <c>Limits</c>: how much may be asked from Discord.</summary>
public sealed class LimitsOptions
{
    /// <summary>The name of the section.</summary>
    public const string Section = "Limits";

    /// <summary>Questions of one user per minute. Default 6.</summary>
    [Range(1, 10_000, ErrorMessage = "Limits:QuestionsPerUser must be a number of questions per minute, 1 to 10000; the default is 6.")]
    public int QuestionsPerUser { get; set; } = 6;

    /// <summary>Questions from one server per minute. Default 60.</summary>
    [Range(1, 100_000, ErrorMessage = "Limits:QuestionsPerGuild must be a number of questions per minute, 1 to 100000; the default is 60.")]
    public int QuestionsPerGuild { get; set; } = 60;

    /// <summary>Questions from everywhere per minute. Default 600.</summary>
    [Range(1, 1_000_000, ErrorMessage = "Limits:QuestionsInAll must be a number of questions per minute, 1 to 1000000; the default is 600.")]
    public int QuestionsInAll { get; set; } = 600;

    /// <summary>Questions that are answered at the same time. Default 4.</summary>
    [Range(1, 1_000, ErrorMessage = "Limits:RunningQuestions must be 1 to 1000; the default is 4.")]
    public int RunningQuestions { get; set; } = 4;

    /// <summary>Questions that wait for their turn; more are refused. Default 200.</summary>
    [Range(0, 100_000, ErrorMessage = "Limits:WaitingQuestions must be 0 to 100000; the default is 200.")]
    public int WaitingQuestions { get; set; } = 200;
}
