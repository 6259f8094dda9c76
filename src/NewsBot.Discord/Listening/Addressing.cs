using NewsBot.Discord.Settings;

namespace NewsBot.Discord.Listening;

/// <summary>
/// Decides whether a message is meant for NewsBot, and what it asks: mentions, replies with their ping on, direct messages; every message of
/// a thread that NewsBot began; and, where a server wishes so, every new post or message of a channel.
/// </summary>
internal static class Addressing
{
    /// <summary>What is asked: null where the message is not meant for NewsBot, empty where it names NewsBot and says nothing.</summary>
    public static string? QuestionIn(HeardMessage message, GuildSettings settings)
    {
        if (!message.IsFromPerson || !IsAddressed(message, AttentionIn(message, settings)))
        {
            return null;
        }

        var words = MessageText.Plain(message.Text);
        var text = message.PostTitle is { } title ? WithTitle(title, words) : words;
        return text.Length > 0 && MessageText.IsCourtesy(text) ? null : text;
    }

    private static bool IsAddressed(HeardMessage message, Attention attention) => message.Place == HeardPlace.Direct
        || (attention != Attention.Off && message.MentionsSelf)
        || (attention != Attention.Off && message.IsInOwnThread && message is { Text.Length: > 0, RepliesTo: null })
        || (attention == Attention.Everything && IsOpenToAll(message));

    // In a forum the post is asked, not what people then say below it; in a channel, what is said to nobody else.
    private static bool IsOpenToAll(HeardMessage message) => message.Place == HeardPlace.Thread
        ? message.PostTitle is not null
        : message is { Text.Length: > 0, RepliesTo: null };

    private static Attention AttentionIn(HeardMessage message, GuildSettings settings) =>
        settings.AttentionIn(message.Channel.Value) ?? (message.ParentChannel is { } parent ? settings.AttentionIn(parent.Value) : null) ?? Attention.Mentions;

    private static string WithTitle(string title, string words)
    {
        var plain = MessageText.Plain(title);
        return words.Length == 0 || words.Contains(plain, StringComparison.OrdinalIgnoreCase) ? (words.Length == 0 ? plain : words)
            : plain.EndsWith('?') && plain.Count(char.IsWhiteSpace) > 1 ? plain
            : $"{plain.TrimEnd('.', ' ')}. {words}";
    }
}
