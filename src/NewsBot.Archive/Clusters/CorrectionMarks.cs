using System.Buffers;
using System.Text.RegularExpressions;

namespace NewsBot.Archive;

/// <summary>The words with which publishers mark that they corrected themselves.</summary>
internal static partial class CorrectionMarks
{
    private const int LongestNote = 300;

    /// <summary>Every note holds one of these; looking for them is far cheaper than for the notes.</summary>
    private static readonly SearchValues<string> Hints = SearchValues.Create(
        ["correct", "clarif", "korr", "bericht", "rectif", "errat", "correcc", "rettif", "fassung", " versi", "hinweis", "amended"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a headline says that this is a corrected re-issue: "CORRECTED - …", "Correction: …", "(CORRECTED) …".</summary>
    public static bool IsCorrectedHeadline(string title) => Headline().IsMatch(title);

    /// <summary>The editor's note about a correction in a text, as one line, or null where there is none.</summary>
    public static string? FindNote(string text)
    {
        if (!text.AsSpan().ContainsAny(Hints))
        {
            return null;
        }

        if (Note().Match(text) is not { Success: true } match)
        {
            return null;
        }

        if (match.Value is ['(', .. var inside, ')'])
        {
            return inside;
        }

        var start = match.Index;
        var paragraphEnd = text.IndexOf("\n\n", start, StringComparison.Ordinal);
        var end = Math.Min(paragraphEnd < 0 ? text.Length : paragraphEnd, start + LongestNote);
        return string.Join(' ', text[start..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    [GeneratedRegex(
        @"^\W{0,3}(?:official )?(?:corrected|correction|clarification|clarified|korrigiert|korrektur|berichtigung|corrig[ée]|rectificatif|correctif|corregido|correcci[óo]n|rettifica)\s{0,3}[\-:–—)>\]]",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 1000)]
    private static partial Regex Headline();

    [GeneratedRegex(
        @"(?m)(?:^\W{0,3}(?:editor[’']s note|editors[’'] note|correction|clarification|korrektur|berichtigung|rectificatif|correctif|erratum|correcci[óo]n|rettifica|hinweis der redaktion)\b[^\n]{0,60}:[^\n]{0,200}?(?:correct|an? (?:earlier|previous) version|misstated|misspelled|amended|früheren? (?:fassung|version)|korrigiert|version (?:précédente|antérieure)|corrigé|versión anterior|erratum|error|wrong|fehler))"
        + @"|^\W{0,3}(?:correction|clarification|korrektur|berichtigung|rectificatif|erratum|corrección)\s{0,2}(?:\([^)\n]{0,40}\))?\s{0,2}:"
        + @"|\ban? (?:earlier|previous) version of this (?:article|story|report|piece)\b"
        + @"|\bthis (?:article|story|report|piece) (?:was|has been) (?:corrected|amended)\b"
        + @"|\bin einer früheren (?:fassung|version) (?:dieses|des) "
        + @"|\bune version (?:précédente|antérieure) de cet article\b"
        + @"|\buna versión anterior de este artículo\b"
        + @"|\((?:company )?corrects? [^)\n]{3,200}\)",
        RegexOptions.IgnoreCase,
        matchTimeoutMilliseconds: 2000)]
    private static partial Regex Note();
}
