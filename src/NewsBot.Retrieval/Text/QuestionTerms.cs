namespace NewsBot.Retrieval.Text;

/// <summary>The terms of a question that are searched for.</summary>
internal static class QuestionTerms
{
    /// <summary>The content terms in their order, each once; of a question made of stop words alone, all of them.</summary>
    public static IReadOnlyList<string> Of(string question, TextAnalysis text)
    {
        var terms = text.For(languageTag: null, question).Analyse(question);
        var content = terms.Where(term => !term.IsStopWord).Select(term => term.Stem).Distinct(StringComparer.Ordinal).ToList();
        return content.Count > 0 ? content : terms.Select(term => term.Stem).Distinct(StringComparer.Ordinal).ToList();
    }
}
