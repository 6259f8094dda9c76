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
        var rivals = SpeakersAt(match);
        if (rivals.Count > 0 && !IsNamedAround(match, stated.Name))
        {
            var (from, to) = rivals[0];
            yield return new Finding(
                FindingKind.Speaker,
                $"the source gives these words to {match.Source.TextOf(from, to)}, not to {match.ClaimText(stated.Name.From, stated.Name.To)}",
                IsOpposed: true,
                (from, to));
        }
    }

    private static List<(int From, int To)> SpeakersAt(ClaimMatch match)
    {
        var speakers = new List<(int From, int To)>();
        var offset = 0;
        foreach (var part in match.Source.Parts)
        {
            foreach (var speaker in part.Reading.Speakers)
            {
                var (from, to) = (speaker.Name.From + offset, speaker.Name.To + offset);
                if (from >= match.Alignment.From && to <= match.Alignment.To)
                {
                    speakers.Add((from, to));
                }
            }

            offset += part.Reading.Words.Length;
        }

        return speakers;
    }

    // A speaker named in the same window is one of those who speak there.
    private static bool IsNamedAround(ClaimMatch match, NameMention name)
    {
        for (var at = name.From; at < name.To; at++)
        {
            var form = match.Claim.Words[at].Form;
            for (var place = match.Alignment.From; place < match.Alignment.To; place++)
            {
                if (NameReader.IsNameWord(match.Claim.Words[at]) && match.Source.Words[place].Form == form)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
