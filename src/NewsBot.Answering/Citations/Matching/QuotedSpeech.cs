using NewsBot.Answering.Citations.Checks;
using NewsBot.Answering.Claims.Reading;

namespace NewsBot.Answering.Citations.Matching;

/// <summary>
/// Whether a claim is a quotation with its speaker and nothing else, and the source has both: the words one for one, and as the nearest speaker
/// before them, the same one. Newspapers name a speaker once and let the speech go on for sentences.
/// </summary>
internal static class QuotedSpeech
{
    private const int FurthestSpeaker = 3;

    /// <summary>Whether it is one, given that no check failed.</summary>
    public static bool Is(ClaimMatch match)
    {
        if (match.Claim.Quotations is not [var quotation] || match.Claim.Reading.Speakers is not [var speaker] || !QuotationCheck.IsSpeech(match.Claim.Words, quotation) || !SaysNothingElse(match, quotation, speaker.Name))
        {
            return false;
        }

        var found = QuoteMatcher.Find(match.Claim.Reading, quotation, match.Source);
        return found is { Standing: QuoteStanding.Exact } && found.To > found.From && IsSpokenBy(match, speaker.Name, match.Source.SentenceOf[found.From]);
    }

    private static bool SaysNothingElse(ClaimMatch match, Quotation quotation, NameMention speaker)
    {
        for (var at = 0; at < match.Claim.Words.Length; at++)
        {
            var word = match.Claim.Words[at];
            var isPart = (quotation.From <= at && at < quotation.To) || (speaker.From <= at && at < speaker.To);
            if (!isPart && word.IsContent && !Lexicon.Speech.Contains(word.Form) && !Lexicon.Titles.Contains(word.Form))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSpokenBy(ClaimMatch match, NameMention speaker, int sentence)
    {
        var part = match.Source.Sentences[sentence].Part;
        for (var at = sentence; at >= Math.Max(0, sentence - FurthestSpeaker) && match.Source.Sentences[at].Part == part; at--)
        {
            if (SpeakerCheck.SpeakersIn(match.Source, match.Source.Sentences[at]) is [.., var last])
            {
                return IsNamed(match, speaker, last);
            }

            if (LeavesSpeakerOpen(match.Source, match.Source.Sentences[at]))
            {
                return false;
            }
        }

        return false;
    }

    // "She said": who that is stands further up, and it may be anyone. "I promised" is part of the speech.
    private static bool LeavesSpeakerOpen(PreparedSource source, SourceSentence sentence)
    {
        for (var at = sentence.From + 1; at < sentence.To; at++)
        {
            var (one, other) = (source.Words[at - 1].Form, source.Words[at].Form);
            if ((IsPronoun(one) && Lexicon.Speech.Contains(other)) || (Lexicon.Speech.Contains(one) && IsPronoun(other)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsPronoun(string form) => form is "he" or "she" or "they";

    private static bool IsNamed(ClaimMatch match, NameMention speaker, (int From, int To) other)
    {
        for (var at = speaker.From; at < speaker.To; at++)
        {
            for (var place = other.From; place < other.To; place++)
            {
                if (NameReader.IsNameWord(match.Claim.Words[at]) && match.Claim.Words[at].Form == match.Source.Words[place].Form)
                {
                    return true;
                }
            }
        }

        return false;
    }
}
