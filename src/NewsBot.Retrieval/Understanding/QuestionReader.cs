using System.Collections.Frozen;
using NewsBot.Archive;
using NewsBot.Retrieval.Text;

namespace NewsBot.Retrieval.Understanding;

/// <summary>Understands a question without a model: its terms, its phrases, its time. The words are text; nothing in them is syntax.</summary>
internal sealed class QuestionReader(TextAnalysis text)
{
    /// <summary>A question has few terms; what goes on beyond is pasted text, whose beginning says enough.</summary>
    private const int MostTerms = 64;

    /// <summary>Stems of verbs that ask what there is and say nothing of it: "What happened at the harbor?"</summary>
    private static readonly FrozenSet<string> EmptyVerbs =
        new[] { "happen", "occur", "passiert", "geschah", "gescheh", "ereignet", "sest", "est-il" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Stems of words that ask for reports of any kind: "Any news today?", "What made the headlines last week?"</summary>
    private static readonly FrozenSet<string> NewsWords =
        new[] { "news", "new", "headlin", "event", "report", "stori", "latest", "newest", "neu", "neuigkeit", "nachricht", "nouvel", "nouveau", "actual" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Reads a question.</summary>
    /// <param name="question">The words.</param>
    /// <param name="languageTag">The language, if it is known.</param>
    /// <param name="today">The day as of which it is asked.</param>
    public ReadQuestion Read(string question, string? languageTag, DateOnly today)
    {
        var analysis = text.For(TextLanguages.OfTag(languageTag) ?? QuestionLanguage.Of(question));
        var places = analysis.Language == TextLanguage.English ? placeNames.Value.OtherNamesOf(analysis.Analyse(question).Select(term => term.Stem).ToList()) : [];
        var time = TimeReader.Read(question, analysis.Language, today);
        var terms = TermsOf(question, analysis, time.RelativeWords);
        if (AsksWhatHappened(question, analysis, time))
        {
            return new ReadQuestion([], [], time, []) { AsksWhatHappened = true };
        }

        return new ReadQuestion([.. terms.Select(term => term.Stem)], QuotedPhrases.Of(question), time, places) { Words = [.. terms.Select(term => time.Where is { } spoken && spoken.Overlaps(term.Range) ? "" : term.Range.Of(question))] };
    }

    /// <summary>"What happened on 10 January 2025?", "What's new?"; but "What happened?" alone asks of something said before.</summary>
    private static bool AsksWhatHappened(string question, TermAnalysis analysis, TimeReading time)
    {
        var words = analysis.Analyse(question).Where(term => !term.IsStopWord && time.Where?.Overlaps(term.Range) != true).ToList();
        return words.Count > 0
            && words.TrueForAll(word => IsHappening(word, analysis.Language) || NewsWords.Contains(word.Stem))
            && (time.Time is not null || words.Exists(word => NewsWords.Contains(word.Stem)));
    }

    // "Que s'est-il passé ?"; in English something else passes.
    private static bool IsHappening(Term word, TextLanguage language) =>
        EmptyVerbs.Contains(word.Stem) || (language == TextLanguage.French && word.Stem == "pass");

    private readonly Lazy<PlaceNames> placeNames = new(() => new PlaceNames(text.For(TextLanguage.English)));

    /// <summary>
    /// A question shouted in capitals would turn "WHO" into a name; "US" is the state there more often than the speakers, as in pasted headlines.
    /// </summary>
    private static string Spoken(string shouted) => string.Join(' ', shouted.Split(' ').Select(word => word.Trim('?', ',', '.', '\'', '"') == "US" ? word : word.ToLowerInvariant()));

    private static List<Term> TermsOf(string question, TermAnalysis analysis, IReadOnlyList<TextRange> leftOut)
    {
        var spoken = question.Any(char.IsLower) ? question : Spoken(question);
        var terms = analysis.Analyse(spoken);
        var content = terms.Where(term => !term.IsStopWord && !leftOut.Any(range => range.Overlaps(term.Range))).ToList();
        var telling = content.Where(term => !EmptyVerbs.Contains(term.Stem)).ToList();
        return (telling.Count > 0 ? telling : content.Count > 0 ? content : terms).DistinctBy(term => term.Stem, StringComparer.Ordinal).Take(MostTerms).ToList();
    }
}
