using System.Globalization;

namespace NewsBot.Web.Pages;

/// <summary>Days as forms and addresses hold them: <c>YYYY-MM-DD</c>, empty where none is meant.</summary>
internal static class Days
{
    /// <summary>Reads a day.</summary>
    public static bool TryRead(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    /// <summary>The day, or null for an empty field.</summary>
    public static DateOnly? OrNull(string text) => TryRead(text, out var day) ? day : null;

    /// <summary>The day as text.</summary>
    public static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>Why a field holds no day, in words for the reader; null for a day or an empty field.</summary>
    public static string? Problem(string label, string text) =>
        text.Length == 0 || TryRead(text, out _) ? null : $"“{label}” holds no date. Write a day as year-month-day, for example 2024-09-20.";

    /// <summary>Why two days are no period; null where they are one, or one of them is missing.</summary>
    public static string? OrderProblem(string since, string until) =>
        TryRead(since, out var first) && TryRead(until, out var last) && first > last
            ? "“From” is later than “To”, so no article can fit. Swap the two days."
            : null;
}
