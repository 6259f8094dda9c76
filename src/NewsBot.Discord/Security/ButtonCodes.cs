using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsBot.Archive;
using NewsBot.Discord.Interactions;

namespace NewsBot.Discord.Security;

/// <summary>A component's id that was made here, for this place, not long ago.</summary>
/// <param name="Action">See <see cref="ButtonAction"/>.</param>
/// <param name="Payload">What the action is about.</param>
public sealed record ButtonCode(string Action, string Payload);

/// <summary>
/// Makes and reads the custom ids of buttons, menus and forms. An id is bound by an HMAC to the server (or, in direct messages, to the user) and,
/// where it is private, to its user: one that was forged, altered, taken from elsewhere or made long ago reads as none. Safe for several threads.
/// </summary>
/// <remarks>The form is <c>action:payload:day:who:mac</c>, where who is "u" for a private id, else "g".</remarks>
public sealed class ButtonCodes(ArchiveStore store, TimeProvider time)
{
    /// <summary>How long an id works.</summary>
    public const int DaysValid = 30;

    /// <summary>The longest payload: what is left of Discord's 100 characters.</summary>
    public const int LongestPayload = 60;

    private const string KeySetting = "discord.button-key";
    private const int KeyBytes = 32;
    private const int MacBytes = 16;
    private const string Private = "u";
    private const string Shared = "g";

    private readonly Lazy<byte[]> _key = new(() => ReadOrMakeKey(store));

    /// <summary>An id for everybody in the place.</summary>
    public string ForPlace(string action, string payload, InteractionOrigin origin) => Make(action, payload, origin, Shared);

    /// <summary>An id for one user.</summary>
    public string ForUser(string action, string payload, InteractionOrigin origin) => Make(action, payload, origin, Private);

    /// <summary>Reads an id as it came back from a place and a user; null if it was not made for them, or too long ago.</summary>
    public ButtonCode? Read(string customId, InteractionOrigin origin)
    {
        var parts = customId.Split(':');
        if (parts is not [var action, var payload, var dayText, Private or Shared, var mac]
            || !int.TryParse(dayText, NumberStyles.None, CultureInfo.InvariantCulture, out var day))
        {
            return null;
        }

        var expected = MacOf(action, payload, day, parts[3], origin);
        var isOurs = CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(expected), Encoding.UTF8.GetBytes(mac));
        return isOurs && Today() - day is >= 0 and <= DaysValid ? new ButtonCode(action, payload) : null;
    }

    private string Make(string action, string payload, InteractionOrigin origin, string who)
    {
        if (payload.Length > LongestPayload || payload.Contains(':', StringComparison.Ordinal))
        {
            throw new ArgumentException($"A payload has at most {LongestPayload} characters and no colon.", nameof(payload));
        }

        var day = Today();
        return string.Create(CultureInfo.InvariantCulture, $"{action}:{payload}:{day}:{who}:{MacOf(action, payload, day, who, origin)}");
    }

    private string MacOf(string action, string payload, int day, string who, InteractionOrigin origin)
    {
        // In a direct message, and where only the user installed NewsBot, the user is the place.
        var place = origin.InstalledGuild?.ToString() ?? "@" + origin.User;
        var user = who == Private ? origin.User.ToString() : "";
        var text = string.Create(CultureInfo.InvariantCulture, $"{action}:{payload}:{day}:{who}:{place}:{user}");
        return Base64Url.EncodeToString(HMACSHA256.HashData(_key.Value, Encoding.UTF8.GetBytes(text)).AsSpan(0, MacBytes));
    }

    private int Today() => (int)(time.GetUtcNow() - DateTimeOffset.UnixEpoch).TotalDays;

    private static byte[] ReadOrMakeKey(ArchiveStore store)
    {
        if (store.FindSetting(KeySetting) is { } kept)
        {
            return Convert.FromHexString(kept);
        }

        var key = RandomNumberGenerator.GetBytes(KeyBytes);
        store.SaveSetting(KeySetting, Convert.ToHexStringLower(key));
        return key;
    }
}
