using System.Collections.Frozen;

namespace NewsBot.Archive;

/// <summary>
/// Whether two names are one publisher's. Bylines, credits and pages write the same house differently: with or without an article, with a word for what
/// kind of house or desk it is ("Associated Press", "Associated Press Television"), or in initials ("AP News").
/// </summary>
internal static class PublisherName
{
    private static readonly FrozenSet<string> Articles = FrozenSet.Create(StringComparer.Ordinal, "the", "der", "die", "das", "le", "la", "les", "el", "los", "il");

    /// <summary>Words at the end that tell the kind of house or desk and not which one it is.</summary>
    private static readonly FrozenSet<string> Kinds = FrozenSet.Create(
        StringComparer.Ordinal,
        "news", "newswire", "wire", "agency", "service", "television", "tv", "video", "radio", "online", "digital", "media", "com", "nachrichten", "nachrichtenagentur", "agentur", "noticias", "actualités", "notizie");

    /// <summary>Whether both names are one publisher's.</summary>
    public static bool AreSame(string one, string other)
    {
        var (a, b) = (WordsOf(one), WordsOf(other));
        if (a.Length == 0 || b.Length == 0)
        {
            return false;
        }

        var (coreA, coreB) = (CoreOf(a), CoreOf(b));
        return coreA.AsSpan().SequenceEqual(coreB) || AreInitials(coreA, b) || AreInitials(coreB, a);
    }

    private static string[] WordsOf(string name)
    {
        var words = new string([.. name.Select(c => char.IsLetterOrDigit(c) ? char.ToLowerInvariant(c) : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words.Length > 1 && Articles.Contains(words[0]) ? words[1..] : words;
    }

    private static string[] CoreOf(string[] words)
    {
        var length = words.Length;
        while (length > 1 && Kinds.Contains(words[length - 1]))
        {
            length--;
        }

        return words[..length];
    }

    /// <summary>"pti" stands for "Press Trust of India": small words may be passed over.</summary>
    private static bool AreInitials(string[] core, string[] words) =>
        core is [{ Length: > 1 } initials] && words.Length > 1
        && (initials == string.Concat(words.Select(word => word[0])) || initials == string.Concat(words.Where(word => word.Length > 3).Select(word => word[0])));
}
