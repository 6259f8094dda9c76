using System.Globalization;
using NewsBot.Answering;

namespace NewsBot.Discord.Rendering;

/// <summary>
/// Where an answer breaks its lines: sentences follow each other, but a heading or an item of a list, which ends without a full stop, stands on a
/// line of its own, or it would run into the next.
/// </summary>
public static class AnswerLines
{
    // Of the scripts that news is written in; a colon leads on to the next line by itself.
    private const string SentenceEnds = ".!?…:;。！？：；؟۔।॥";

    /// <summary>Whether a claim stands on a line of its own.</summary>
    public static bool StandsAlone(AnsweredClaim claim)
    {
        var text = claim.Text.AsSpan().TrimEnd();
        while (text.Length > 0 && IsClosing(text[^1]))
        {
            text = text[..^1];
        }

        return text.Length > 0 && !SentenceEnds.Contains(text[^1]);
    }

    /// <summary>The claims line by line, in order.</summary>
    public static IEnumerable<IReadOnlyList<AnsweredClaim>> Of(IReadOnlyList<AnsweredClaim> claims)
    {
        List<AnsweredClaim> line = [];
        foreach (var claim in claims)
        {
            if (line.Count > 0 && (StandsAlone(claim) || StandsAlone(line[^1])))
            {
                yield return line;
                line = [];
            }

            line.Add(claim);
        }

        if (line.Count > 0)
        {
            yield return line;
        }
    }

    private static bool IsClosing(char c) => c is '"' or '\''
        || char.GetUnicodeCategory(c) is UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.InitialQuotePunctuation or UnicodeCategory.ClosePunctuation;
}
