using NewsBot.Answering;

namespace NewsBot.Web.Asking;

/// <summary>Verdicts as readers are told them.</summary>
internal static class Verdicts
{
    /// <summary>The verdict in words.</summary>
    public static string InWords(Verdict verdict) => verdict switch
    {
        Verdict.FabricatedQuote => "Quotes words that the article does not have",
        Verdict.Misattributed => "Stands in another article than the one cited",
        Verdict.Contradicted => "The article says otherwise",
        Verdict.Outdated => "Was corrected or overtaken later",
        Verdict.Supported => "Supported by the article",
        Verdict.Partly => "Supported in part",
        Verdict.NotFound => "Not found",
        Verdict.NotCheckable => "Cannot be checked",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "No such verdict."),
    };
}
