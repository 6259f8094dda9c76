using NewsBot.Answering.Citations.Matching;
using NewsBot.Answering.Claims.Reading;

namespace NewsBot.Answering.Citations.Checks;

/// <summary>Finds words that the claim gives to another speaker than the source does at the sentence that holds them.</summary>
internal static class SpeakerCheck
{
    /// <summary>The speakers that the source contradicts.</summary>
    public static IEnumerable<Finding> Find(ClaimMatch match)
    {
        if (!match.IsNear || match.Claim.Reading.Speakers.Count == 0 || match.Alignment.To == match.Alignment.From)
        {
            yield break;
        }

        var stated = match.Claim.Reading.Speakers[0];
        var sentence = match.Source.Sentences[match.Alignment.MainSentence(match.Source)];
        var rivals = SpeakersIn(match.Source, sentence);
        if (rivals.Count > 0 && !IsNamedIn(match, sentence, stated.Name))
        {
            var (from, to) = rivals[0];
            yield return new Finding(
                FindingKind.Speaker,
                $"the source gives these words to {match.Source.TextOf(from, to)}, not to {match.ClaimText(stated.Name.From, stated.Name.To)}",
                IsOpposed: true,
                (stated.Name.From, stated.Name.To),
                (from, to));
        }
    }

    /// <summary>The names of those who speak in a sentence, by its words.</summary>
    public static List<(int From, int To)> SpeakersIn(PreparedSource source, SourceSentence sentence)
    {
        var speakers = new List<(int From, int To)>();
        var offset = 0;
        foreach (var part in source.Parts)
        {
            foreach (var speaker in part.Reading.Speakers)
            {
                var (from, to) = (speaker.Name.From + offset, speaker.Name.To + offset);
                if (from >= sentence.From && to <= sentence.To)
                {
                    speakers.Add((from, to));
                }
            }

            offset += part.Reading.Words.Length;
        }

        return speakers;
    }

    // A speaker who is named in the same sentence is not told from the one who speaks there: roles are another check.
    private static bool IsNamedIn(ClaimMatch match, SourceSentence sentence, NameMention name)
    {
        for (var at = name.From; at < name.To; at++)
        {
            if (!NameReader.IsNameWord(match.Claim.Words[at]))
            {
                continue;
            }

            for (var place = sentence.From; place < sentence.To; place++)
            {
                if (match.Source.Words[place].Form == match.Claim.Words[at].Form)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
