namespace NewsBot.Answering.Extractive;

/// <summary>The word lists of the folder <c>Vocabulary</c>, which are built into the program.</summary>
internal static class VocabularyList
{
    /// <summary>The lines of a list, such as "families.txt", without its comments.</summary>
    /// <exception cref="InvalidOperationException">There is no such list.</exception>
    public static IEnumerable<string> Lines(string list)
    {
        using var stream = typeof(VocabularyList).Assembly.GetManifestResourceStream($"NewsBot.Answering.Extractive.Vocabulary.{list}")
            ?? throw new InvalidOperationException($"The word list '{list}' is missing from the program.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                yield return line;
            }
        }
    }
}
