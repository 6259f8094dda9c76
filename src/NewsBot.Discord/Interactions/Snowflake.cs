using System.Globalization;

namespace NewsBot.Discord.Interactions;

/// <summary>An id of Discord: 64 bits, of which the upper 42 are the milliseconds since the beginning of 2015.</summary>
/// <param name="Value">The number.</param>
public readonly record struct Snowflake(ulong Value)
{
    private const long EpochUnixMilliseconds = 1_420_070_400_000;
    private const int TimestampShift = 22;

    /// <summary>When Discord made the id.</summary>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds((long)(Value >> TimestampShift) + EpochUnixMilliseconds);

    /// <summary>An id as Discord would make it at a moment.</summary>
    public static Snowflake At(DateTimeOffset moment, ushort increment = 0) =>
        new(((ulong)(moment.ToUnixTimeMilliseconds() - EpochUnixMilliseconds) << TimestampShift) | (increment & 0xFFFu));

    /// <summary>Reads decimal digits.</summary>
    public static bool TryParse(string? text, out Snowflake snowflake)
    {
        var isNumber = ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value);
        snowflake = new Snowflake(value);
        return isNumber;
    }

    /// <inheritdoc cref="TryParse"/>
    /// <exception cref="FormatException">The text is no snowflake.</exception>
    public static Snowflake Parse(string text) =>
        TryParse(text, out var snowflake) ? snowflake : throw new FormatException($"'{text}' is no id of Discord.");

    /// <inheritdoc/>
    public override string ToString() => Value.ToString(CultureInfo.InvariantCulture);
}
