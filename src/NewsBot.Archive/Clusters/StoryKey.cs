namespace NewsBot.Archive;

/// <summary>A band and an article that has it. Sorted by band, then by day.</summary>
/// <param name="Band">The band.</param>
/// <param name="Place">The day of publication in the upper 24 bits, the article's key in the lower 40.</param>
internal readonly record struct StoryKey(long Band, long Place) : IComparable<StoryKey>
{
    private const int ArticleBits = 40;
    private const int SecondsPerDay = 86_400;

    /// <summary>Makes the days of all years of our calendar positive.</summary>
    private const int DayOffset = 1 << 23;

    /// <summary>Stands for a day that is unknown.</summary>
    public const int UnknownDay = 0;

    /// <summary>The key of an article's row.</summary>
    public long Article => Place & ((1L << ArticleBits) - 1);

    /// <summary>The day as <see cref="DayOf"/> gives it.</summary>
    public int Day => (int)(Place >>> ArticleBits);

    /// <summary>The key of a band of an article.</summary>
    public static StoryKey Of(long band, long article, int day) => new(band, ((long)day << ArticleBits) | article);

    /// <summary>The number of the day on which something was published, in UTC; <see cref="UnknownDay"/> where that is unknown.</summary>
    /// <param name="publishedAt">Seconds since 1970.</param>
    public static int DayOf(long? publishedAt) => publishedAt is { } seconds ? (int)Math.Floor((double)seconds / SecondsPerDay) + DayOffset : UnknownDay;

    /// <inheritdoc/>
    public int CompareTo(StoryKey other) => Band == other.Band ? Place.CompareTo(other.Place) : Band.CompareTo(other.Band);
}
