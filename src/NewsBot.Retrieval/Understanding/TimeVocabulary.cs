using System.Collections.Frozen;
using NewsBot.Retrieval.Text;

namespace NewsBot.Retrieval.Understanding;

/// <summary>The words of time of one language, in lower case without diacritics; phrases have up to three words.</summary>
internal sealed class TimeVocabulary
{
    public const int LongestPhrase = 3;

    /// <summary>What "a few" is taken as.</summary>
    public const int Few = 4;

    private static readonly Lazy<TimeVocabulary> English = new(() => new TimeVocabulary(EnglishTime.Words));
    private static readonly Lazy<TimeVocabulary> German = new(() => new TimeVocabulary(GermanTime.Words));
    private static readonly Lazy<TimeVocabulary> French = new(() => new TimeVocabulary(FrenchTime.Words));

    private readonly FrozenDictionary<string, (TimeRole Role, int Value)> words;

    private TimeVocabulary(IEnumerable<(TimeRole Role, int Value, string Words)> entries) =>
        words = entries
            .SelectMany(entry => entry.Words.Split('|').Select(word => (word, entry.Role, entry.Value)))
            .ToFrozenDictionary(entry => entry.word, entry => (entry.Role, entry.Value), StringComparer.Ordinal);

    /// <summary>The vocabulary for a language; English where there is none of its own.</summary>
    public static TimeVocabulary Of(TextLanguage language) => language switch
    {
        TextLanguage.German => German.Value,
        TextLanguage.French => French.Value,
        _ => English.Value,
    };

    /// <summary>What a word or phrase means.</summary>
    public (TimeRole Role, int Value) MeaningOf(string phrase) => words.TryGetValue(phrase, out var meaning) ? meaning : (TimeRole.None, 0);

    /// <summary>Entries whose value is their place in the list, counted from a first value.</summary>
    public static IEnumerable<(TimeRole Role, int Value, string Words)> Counted(TimeRole role, int first, string words) =>
        words.Split(' ').Select((word, index) => (role, first + index, word));
}
