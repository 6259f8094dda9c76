using System.ComponentModel.DataAnnotations;

namespace NewsBot.Web.Observing;

/// <summary>How long what people asked is kept: section <c>Privacy</c>. Chat servers have <c>Discord:RetentionDays</c>.</summary>
internal sealed class PrivacyOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Privacy";

    /// <summary>Days that a question stays in the log of the administration, 0 to 3650; 0 keeps no log. Default 90.</summary>
    [Range(0, 3_650, ErrorMessage = "Privacy:QuestionDays must be a number of days from 0 to 3650; 0 keeps no log of questions.")]
    public int QuestionDays { get; set; } = 90;

    /// <summary>Days that the link to an answer works, 0 to 3650; 0 is for ever. Answers that are listed under their articles stay. Default 365.</summary>
    [Range(0, 3_650, ErrorMessage = "Privacy:AnswerDays must be a number of days from 0 to 3650; 0 keeps answers for ever.")]
    public int AnswerDays { get; set; } = 365;
}
