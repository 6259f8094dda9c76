using System.Collections.Frozen;

namespace NewsBot.Answering.Claims.Reading;

/// <summary>
/// Words that stand for each other in news without changing what is reported. Only pairs that hold in nearly every sentence are here: "died" and
/// "was killed", or "sold" and "auctioned", are different reports.
/// </summary>
internal static class Synonyms
{
    private static readonly string[] Groups =
    [
        "begin began begun begins beginning start started starts starting commence commenced", "child children kid kids", "company companies firm firms", "staff employees employee workers worker",
        "need needs needed require requires required", "buy buys bought buying purchase purchased purchases", "help helps helped helping assist assists assisted assisting", "big large huge enormous",
        "show shows showed shown reveal reveals revealed disclose disclosed discloses", "get gets got receive receives received", "car cars automobile automobiles", "film films movie movies", "doctor doctors physician physicians",
        "attempt attempts attempted try tries tried", "end ends ended finish finishes finished", "area areas region regions", "quick quickly fast rapidly rapid", "almost nearly",
        "lawyer lawyers attorney attorneys", "happen happens happened occur occurs occurred", "obtain obtained obtains acquire acquired acquires", "build builds built construct constructed constructs",
        "permit permits permitted allow allows allowed", "keep keeps kept retain retains retained", "choose chose chosen select selected selects", "important significant", "maybe perhaps", "people persons",
        "street streets road roads", "spokesman spokeswoman spokesperson", "picture pictures photo photos photograph photographs", "teenager teenagers teen teens", "aircraft plane planes airplane airplanes",
        "stay stays stayed remain remains remained", "rich wealthy", "enough sufficient", "whole entire", "yearly annual annually", "u.s america", "uk britain",
    ];

    private static readonly FrozenDictionary<string, string> Canonical = Groups
        .Select(group => group.Split(' '))
        .SelectMany(group => group.Select(word => KeyValuePair.Create(word, group[0])))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The first word of the group that a word in lower case belongs to, or null.</summary>
    public static string? Of(string form) => Canonical.GetValueOrDefault(form);
}
