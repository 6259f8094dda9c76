namespace NewsBot.Retrieval.Understanding;

/// <summary>Finds what stands in quotation marks.</summary>
internal static class QuotedPhrases
{
    /// <summary>Opening marks and the marks that may close them, as English, German and French write them.</summary>
    private static readonly (char Open, string Close)[] Marks = [('"', "\""), ('“', "”\""), ('„', "“”\""), ('«', "»"), ('»', "«")];

    /// <summary>The phrases of at least two words, as written.</summary>
    public static IReadOnlyList<string> Of(string question)
    {
        var phrases = new List<string>();
        for (var i = 0; i < question.Length; i++)
        {
            var close = Array.Find(Marks, mark => mark.Open == question[i]).Close;
            var end = close is null ? -1 : question.AsSpan(i + 1).IndexOfAny(close);
            if (end < 0)
            {
                continue;
            }

            var phrase = question.Substring(i + 1, end).Trim();
            if (phrase.Contains(' ', StringComparison.Ordinal))
            {
                phrases.Add(phrase);
            }

            i += end + 1;
        }

        return phrases;
    }
}
