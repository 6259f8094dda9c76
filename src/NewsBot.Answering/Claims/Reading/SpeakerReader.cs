namespace NewsBot.Answering.Claims.Reading;

/// <summary>Who is said to have said something: "Grisham said", "according to the agency".</summary>
/// <param name="Name">The speaker's name.</param>
/// <param name="From">The first word of the attribution, the verb included.</param>
/// <param name="To">The word after its last one.</param>
internal readonly record struct SpeakerMention(NameMention Name, int From, int To);

/// <summary>Finds speakers: a name within four words of a verb of speech, or behind "according to".</summary>
internal static class SpeakerReader
{
    private const int Reach = 4;

    /// <summary>The speakers named in a range of words, in order.</summary>
    public static void Read(string text, Word[] words, int from, int to, IReadOnlyList<NameMention> names, List<SpeakerMention> speakers)
    {
        for (var at = from; at < to; at++)
        {
            var isAccording = words[at].Form == "according" && at + 1 < to && words[at + 1].Form == "to";
            if (!isAccording && !Lexicon.Speech.Contains(words[at].Form))
            {
                continue;
            }

            var nearest = isAccording ? NameAfter(names, at + 2, to) : NameBefore(text, words, names, from, at) ?? NameAfter(names, at + 1, to);
            if (nearest is { } name)
            {
                speakers.Add(new SpeakerMention(name, Math.Min(name.From, at), Math.Max(name.To, at + 1)));
            }
        }
    }

    // Nothing quoted may stand between the name and its verb: in "the end of Rome," he said, Rome does not speak.
    private static NameMention? NameBefore(string text, Word[] words, IReadOnlyList<NameMention> names, int from, int verb)
    {
        NameMention? best = null;
        foreach (var name in names)
        {
            if (name.From >= from && name.To <= verb && verb - name.To <= Reach)
            {
                best = name;
            }
        }

        if (best is not { } found)
        {
            return null;
        }

        var between = text.AsSpan(words[found.To - 1].End, words[verb].Start - words[found.To - 1].End);
        return between.IndexOfAny("\"”“'") >= 0 || HasPronoun(words, found.To, verb) ? null : best;
    }

    private static NameMention? NameAfter(IReadOnlyList<NameMention> names, int at, int to)
    {
        foreach (var name in names)
        {
            if (name.From >= at && name.To <= to)
            {
                return name.From - at <= Reach ? name : null;
            }
        }

        return null;
    }

    private static bool HasPronoun(Word[] words, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (words[at].Form is "he" or "she" or "they" or "who" or "it" or "i" or "we")
            {
                return true;
            }
        }

        return false;
    }
}
