namespace NewsBot.Archive;

/// <summary>
/// Whether two articles are the same story text. The same words in other numbers are another story (market reports, results, weather),
/// and so are the same words weeks apart; a short text says too little without its headline.
/// </summary>
internal static class StoryOverlap
{
    /// <summary>How much of the runs of both must be common. Syndicated copies with a changed lead and a dropped paragraph keep more.</summary>
    private const double LeastCommon = .5;

    /// <summary>How much of the shorter one's runs must be common where the longer one was only written on.</summary>
    private const double LeastContained = .85;

    /// <summary>A copy that was written on keeps at least this much in common.</summary>
    private const double LeastCommonWhenContained = .3;

    /// <summary>How many of the numbers must be common, of the side that has fewer. A correction may change any of them.</summary>
    private const double LeastCommonNumbers = .5;

    /// <summary>How many of the words with a capital letter must be common, of the side that has fewer: forms are filled in with other names.</summary>
    private const double LeastCommonNames = .65;

    /// <summary>Texts shorter than this, in words, need headlines in common.</summary>
    private const int ShortText = 60;

    private const double LeastCommonTitle = .4;

    /// <summary>Copies and corrections follow within days; the same text months later is a new use of it.</summary>
    public const int MostDaysApart = 10;

    /// <summary>Copies of a short text with another figure follow within hours; what comes later is the next report of its kind.</summary>
    private const double MostHoursOfShortTexts = 12;

    /// <summary>Whether two days, as <see cref="StoryKey.DayOf"/> gives them, lie too far apart for one story, whatever the texts are.</summary>
    public static bool AreFarApart(int dayA, int dayB) => dayA != StoryKey.UnknownDay && dayB != StoryKey.UnknownDay && Math.Abs(dayA - dayB) > MostDaysApart;

    /// <summary>How much texts of so many runs must at least have in common of the runs of both, 0 to 1: a copy that was written on has less, the longer it became.</summary>
    public static double LeastCommonOf(int runsA, int runsB)
    {
        var (shorter, longer) = (Math.Min(runsA, runsB), Math.Max(runsA, runsB));
        var whenContained = LeastContained * shorter / (longer + ((1 - LeastContained) * shorter));
        return Math.Clamp(whenContained, LeastCommonWhenContained, LeastCommon);
    }

    /// <summary>Judges two articles.</summary>
    public static bool AreSameStory(StoryFeatures a, NewsTime? publishedA, StoryFeatures b, NewsTime? publishedB)
    {
        var apart = publishedA is { } timeA && publishedB is { } timeB ? (timeA.Instant - timeB.Instant).Duration() : TimeSpan.Zero;
        if (apart.TotalDays > MostDaysApart || (apart.TotalHours > MostHoursOfShortTexts && IsNextReport(a, b)))
        {
            return false;
        }

        var common = Common(a.Shingles, b.Shingles);
        return Overlap(a, b, common)
            && (a.IsReissue || b.IsReissue || CommonShare(a.Numbers, b.Numbers) >= LeastCommonNumbers)
            && CommonShare(a.Names, b.Names) >= LeastCommonNames
            && SameSubject(a, b);
    }

    /// <summary>A short form filled in anew: notices of central banks, tenders, weather.</summary>
    private static bool IsNextReport(StoryFeatures a, StoryFeatures b) =>
        Math.Max(a.Words, b.Words) < ShortText && !a.IsReissue && !b.IsReissue && CommonShare(a.Numbers, b.Numbers) < 1;

    private static bool Overlap(StoryFeatures a, StoryFeatures b, int common)
    {
        var ofBoth = (double)common / (a.Shingles.Length + b.Shingles.Length - common);
        var ofShorter = (double)common / Math.Min(a.Shingles.Length, b.Shingles.Length);
        return ofBoth >= LeastCommon || (ofShorter >= LeastContained && ofBoth >= LeastCommonWhenContained);
    }

    private static bool SameSubject(StoryFeatures a, StoryFeatures b)
    {
        var common = Common(a.TitleWords, b.TitleWords);
        var all = a.TitleWords.Length + b.TitleWords.Length - common;
        return Math.Max(a.Words, b.Words) >= ShortText || common >= all * LeastCommonTitle;
    }

    private static double CommonShare(ulong[] a, ulong[] b)
    {
        var fewest = Math.Min(a.Length, b.Length);
        return fewest == 0 ? 1 : (double)Common(a, b) / fewest;
    }

    /// <summary>How many hashes two sorted lists have in common.</summary>
    private static int Common(ulong[] a, ulong[] b)
    {
        var (i, j, common) = (0, 0, 0);
        while (i < a.Length && j < b.Length)
        {
            var order = a[i].CompareTo(b[j]);
            common += order == 0 ? 1 : 0;
            i += order <= 0 ? 1 : 0;
            j += order >= 0 ? 1 : 0;
        }

        return common;
    }
}
