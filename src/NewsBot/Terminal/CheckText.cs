using NewsBot.Answering;
using NewsBot.Answering.Citations;
using NewsBot.Answering.Stored;

namespace NewsBot.Terminal;

/// <summary>A checked claim as people read it in a terminal: the verdict with its mark, the reasons, the quote that decides.</summary>
internal static class CheckText
{
    private const string Indent = "    ";

    /// <summary>Writes what checking a claim gave.</summary>
    public static void Write(TerminalText output, ClaimCheck check)
    {
        WriteVerdict(output, check.Verdict, check.Claim);
        foreach (var reason in check.Reasons)
        {
            output.Paragraph(reason, Indent);
        }

        foreach (var support in check.Support.Take(1))
        {
            output.Faint("“" + support.Quote + "”", Indent);
            if (support.Article is { } article)
            {
                output.Faint(AnswerText.Byline(article), Indent);
            }
        }
    }

    /// <summary>Writes whether a sentence of a given answer still stands.</summary>
    public static void Write(TerminalText output, RecheckedClaim claim)
    {
        WriteVerdict(output, claim.Verdict, claim.Claim);
        if (claim.Reason.Length > 0)
        {
            output.Paragraph(claim.Reason, Indent);
        }
    }

    private static void WriteVerdict(TerminalText output, Verdict verdict, string claim) =>
        output.Paragraph($"{verdict.JsonName().Replace('_', ' ')}: {claim}", Indent, Mark(verdict) + " ");

    private static string Mark(Verdict verdict) => verdict switch
    {
        Verdict.Supported => " ✔ ",
        Verdict.Partly => " ~ ",
        Verdict.NotFound or Verdict.NotCheckable => " · ",
        _ => " ✖ ",
    };
}
