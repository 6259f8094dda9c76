namespace NewsBot.Answering;

/// <summary>
/// What checking a claim against its source gave. In the order of precedence: the first that applies is the verdict.
/// </summary>
public enum Verdict
{
    /// <summary>It holds words in quotation marks that the source does not have.</summary>
    FabricatedQuote,

    /// <summary>The source does not have it, but another article does.</summary>
    Misattributed,

    /// <summary>The source says otherwise.</summary>
    Contradicted,

    /// <summary>The source was corrected, withdrawn or overtaken on this point.</summary>
    Outdated,

    /// <summary>The source says so.</summary>
    Supported,

    /// <summary>The source says part of it.</summary>
    Partly,

    /// <summary>Nothing about it was found.</summary>
    NotFound,

    /// <summary>It is a question, a greeting or an opinion.</summary>
    NotCheckable,
}

/// <summary>The names that verdicts have in JSON.</summary>
public static class VerdictNames
{
    /// <summary>The verdict's name in JSON, e.g. <c>fabricated_quote</c>.</summary>
    public static string JsonName(this Verdict verdict) => verdict switch
    {
        Verdict.FabricatedQuote => "fabricated_quote",
        Verdict.Misattributed => "misattributed",
        Verdict.Contradicted => "contradicted",
        Verdict.Outdated => "outdated",
        Verdict.Supported => "supported",
        Verdict.Partly => "partly",
        Verdict.NotFound => "not_found",
        Verdict.NotCheckable => "not_checkable",
        _ => throw new ArgumentOutOfRangeException(nameof(verdict), verdict, "No such verdict."),
    };
}
