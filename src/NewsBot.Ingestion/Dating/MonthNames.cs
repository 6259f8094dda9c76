using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace NewsBot.Ingestion.Dating;

/// <summary>
/// The names of the months in the languages of the news, whole and as abbreviated in print. One table for all languages: where two
/// share a short form they mean the same month.
/// </summary>
internal static class MonthNames
{
    private static readonly string[] Table =
    [
        "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari styczen stycznia leden ledna января янв ocak",
        "february feb februar fevrier fevr fev febrero febbraio febr fevereiro februari luty lutego unora февраля фев subat",
        "march mar marz mrz maerz mars marzo marco maart mrt marzec marca brezna марта мар mart",
        "april apr avril avr abril abr aprile aprilis kwiecien kwietnia dubna апреля апр nisan",
        "may mai mayo maggio mag maio mei maj maja kvetna мая май mayis",
        "june jun juni juin junio giugno giu junho czerwiec czerwca cervna июня июн haziran",
        "july jul juli juillet juil julio luglio lug julho lipiec lipca cervence июля июл temmuz",
        "august aug aout agosto ago augustus augusti sierpien sierpnia srpna августа авг agustos",
        "september sep sept septembre septiembre setiembre settembre set setembro wrzesien wrzesnia zari сентября сен сент eylul",
        "october oct oktober okt octobre octubre ottobre ott outubro out pazdziernik pazdziernika rijna октября окт ekim",
        "november nov novembre noviembre novembro listopad listopada listopadu ноября ноя нояб kasim",
        "december dec dezember dez decembre diciembre dic dicembre dezembro desember des grudzien grudnia prosince декабря дек aralik",
    ];

    private static readonly FrozenDictionary<string, int> Months = Table
        .SelectMany((names, index) => names.Split(' ').Select(name => (Name: Plain(name), Month: index + 1)))
        .DistinctBy(entry => entry.Name)
        .ToFrozenDictionary(entry => entry.Name, entry => entry.Month);

    /// <summary>The month's number from 1, or 0 if the word names none.</summary>
    public static int NumberOf(string word) => Months.GetValueOrDefault(Plain(word));

    /// <summary>Lower case without accents, as careless writers leave them out.</summary>
    private static string Plain(string word)
    {
        var plain = new StringBuilder(word.Length);
        foreach (var c in word.ToLowerInvariant().Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            {
                plain.Append(c == 'ı' ? 'i' : c);
            }
        }

        return plain.ToString().Normalize(NormalizationForm.FormC);
    }
}
