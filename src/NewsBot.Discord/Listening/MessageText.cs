using System.Text;

namespace NewsBot.Discord.Listening;

/// <summary>Reads what a person says in a message: without mentions and custom emojis, on one line. Linear in the text's length.</summary>
internal static class MessageText
{
    // "<@!18446744073709551615>" and the like; an emoji's name has at most 32 characters.
    private const int LongestMark = 60;

    // What is said to an answer out of politeness is no question.
    private static readonly HashSet<string> Courtesies = new(StringComparer.OrdinalIgnoreCase)
    {
        "thanks", "thank you", "thanks a lot", "many thanks", "thx", "ty", "ok", "okay", "great", "nice", "cool", "good bot", "got it",
        "danke", "danke schön", "danke dir", "vielen dank", "super", "gut", "alles klar", "merci",
    };

    /// <summary>The words of a message.</summary>
    public static string Plain(string text)
    {
        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '<' && MarkLength(text.AsSpan(i)) is > 0 and var length)
            {
                i += length - 1;
                AppendSpace(result);
            }
            else if (char.IsWhiteSpace(text[i]))
            {
                AppendSpace(result);
            }
            else
            {
                result.Append(text[i]);
            }
        }

        return result.ToString().Trim().TrimStart(',', ':').TrimStart();
    }

    /// <summary>Whether the words are only thanks or assent.</summary>
    public static bool IsCourtesy(string plain) => Courtesies.Contains(plain.TrimEnd('!', '.', ' ')) || !plain.Any(char.IsLetterOrDigit);

    private static void AppendSpace(StringBuilder text)
    {
        if (text.Length > 0 && text[^1] != ' ')
        {
            text.Append(' ');
        }
    }

    // <@1> <@!1> <@&1> <#1> <:name:1> <a:name:1>; anything else in angle brackets is the writer's own.
    private static int MarkLength(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, LongestMark)].IndexOf('>');
        if (end < 3)
        {
            return 0;
        }

        var inner = text[1..end];
        var digits = inner[0] switch
        {
            '@' => inner[1..].TrimStart("!&"),
            '#' => inner[1..],
            ':' => inner[(inner.LastIndexOf(':') + 1)..],
            'a' when inner[1] == ':' => inner[(inner.LastIndexOf(':') + 1)..],
            _ => [],
        };
        return digits.Length > 0 && !digits.ContainsAnyExceptInRange('0', '9') ? end + 1 : 0;
    }
}
