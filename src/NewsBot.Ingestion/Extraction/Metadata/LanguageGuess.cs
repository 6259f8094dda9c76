using System.Collections.Frozen;

namespace NewsBot.Ingestion.Extraction.Metadata;

/// <summary>
/// Guesses a text's language where none is stated: by its script, and in Latin and Cyrillic script by the commonest short words, which
/// make up a third of any running text. Good for sentences, not for names.
/// </summary>
public static class LanguageGuess
{
    /// <summary>More text makes the guess no better.</summary>
    private const int SampleCharacters = 4000;

    /// <summary>The winner's words must be at least this share of all words, or the text is in none of these languages.</summary>
    private const double LeastShare = 0.08;

    /// <summary>With less text a page's statement is worth more than a guess.</summary>
    private const int LeastToContradict = 200;

    /// <summary>A text that is plainly in a language has this share of its commonest words, and so many times as many as of the stated one's.</summary>
    private const double PlainShare = 0.15, PlainLead = 3;

    private static readonly FrozenDictionary<string, string[]> LanguagesOfWord = new (string Language, string Words)[]
    {
        ("en", "the of and to in a is that for it was on with as by at from his her he she they have has had not are were this which said but been will would"),
        ("de", "der die das und in den von zu mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie"),
        ("fr", "le la les de des et à un une du en que pour dans qui est sur pas plus par au avec ce il sont ses son cette ont été mais ne se aux"),
        ("es", "el la los las de y que en un una por con para del se al lo su más como pero sus fue este ha son entre está cuando muy sin sobre también"),
        ("it", "il la di che e un una per in del della con non è si da sono al dei le nel alla gli ha anche più come ma lo delle essere stato"),
        ("pt", "o a os as de e que em um uma para com não do da no na por mais se dos como foi ao das ele sua são pelo também mas"),
        ("nl", "de het een en van in is dat op te zijn voor met die niet aan er om ook als bij maar naar door werd heeft uit nog wordt over"),
        ("sv", "och att det som en på är av för med till den har de inte om ett han men var jag sig från vi så kan när"),
        ("da", "og i at det er en til på som med for af de ikke den har et var jeg fra han der vil kan men om blev"),
        ("no", "og i det er på som en til av for med at har de ikke den et var fra han jeg om vil kan men seg ble"),
        ("pl", "w i na z do się nie jest to że o jak po od za przez ale dla są był tym które został przy oraz"),
        ("ru", "и в не на что с по как это он из за к от для его но о же было так был при со все они"),
        ("uk", "і в не на що з як це у до за та від для його але про про було так ми при є та або"),
        ("tr", "ve bir bu için da de ile olarak çok daha olan gibi en ne kadar sonra ama var o ki"),
    }
    .SelectMany(entry => entry.Words.Split(' ').Select(word => (Word: word, entry.Language)))
    .GroupBy(entry => entry.Word, entry => entry.Language)
    .ToFrozenDictionary(group => group.Key, group => group.Distinct().ToArray());

    private static readonly FrozenSet<string> Known = LanguagesOfWord.Values.SelectMany(languages => languages).ToFrozenSet();

    /// <summary>The primary tag of the likeliest language, or null where the text is too short or too strange.</summary>
    public static string? Of(string text)
    {
        var sample = text[..Math.Min(text.Length, SampleCharacters)];
        return ByScript(sample) ?? ByWords(sample);
    }

    /// <summary>
    /// The stated language, unless the text is plainly in another: templates keep the language that they were made in. Null where none is stated and none can
    /// be told.
    /// </summary>
    public static string? Settle(string? stated, string text)
    {
        if (stated is null || text.Length < LeastToContradict || !Known.Contains(stated))
        {
            return stated ?? Of(text);
        }

        var sample = text[..Math.Min(text.Length, SampleCharacters)];
        if (ByScript(sample) is { } ofScript)
        {
            return ofScript;
        }

        var (votes, words) = VotesOf(sample);
        var (winner, count) = Winner(votes);
        return winner is not null && count >= PlainShare * words && count >= PlainLead * votes.GetValueOrDefault(stated) ? winner : stated;
    }

    private static string? ByScript(string text)
    {
        var letters = text.Count(char.IsLetter);
        if (letters == 0)
        {
            return null;
        }

        // Kana first: Japanese is written with Chinese characters too.
        return Share('\u3040', '\u30FF') > 0.05 ? "ja"
            : Share('\uAC00', '\uD7AF') > 0.3 ? "ko"
            : Share('\u4E00', '\u9FFF') > 0.3 ? "zh"
            : Share('\u0600', '\u06FF') > 0.3 ? "ar"
            : Share('\u0590', '\u05FF') > 0.3 ? "he"
            : Share('\u0370', '\u03FF') > 0.3 ? "el"
            : Share('\u0E00', '\u0E7F') > 0.3 ? "th"
            : Share('\u0900', '\u097F') > 0.3 ? "hi"
            : null;

        double Share(char first, char last) => (double)text.Count(c => c >= first && c <= last) / letters;
    }

    private static string? ByWords(string text)
    {
        var (votes, words) = VotesOf(text);
        var (winner, count) = Winner(votes);
        return winner is not null && count >= 2 && count >= LeastShare * words ? winner : null;
    }

    private static (string? Language, double Votes) Winner(Dictionary<string, double> votes)
    {
        var (language, count) = votes.OrderByDescending(vote => vote.Value).ThenBy(vote => vote.Key, StringComparer.Ordinal).FirstOrDefault();
        return (language, count);
    }

    private static (Dictionary<string, double> Votes, int Words) VotesOf(string text)
    {
        var words = text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var votes = new Dictionary<string, double>();
        foreach (var word in words)
        {
            var languages = LanguagesOfWord.GetValueOrDefault(word.Trim('.', ',', ';', ':', '"', '“', '”', '(', ')', '!', '?', '»', '«'), []);
            foreach (var language in languages)
            {
                votes[language] = votes.GetValueOrDefault(language) + (1.0 / languages.Length);
            }
        }

        return (votes, words.Length);
    }
}
