using NewsBot.Archive;

namespace NewsBot.Benchmarks.Scale;

/// <summary>
/// Makes a large archive out of a small one: every article keeps its title, its time and its own text, and goes on with sentences taken from
/// stories all over the archive until it is as long as wanted. The same every time.
/// </summary>
internal static class SentenceRecombination
{
    private const int SentencesPerParagraph = 4;

    /// <summary>The articles made; from the second round through the stories on, titles and first sentences repeat under new identities.</summary>
    public static IEnumerable<ArticleContent> Of(IReadOnlyList<ArticleContent> stories, int articles, int charactersEach)
    {
        var sentences = stories.SelectMany(story => SentenceSplitter.Split(story.Text).Select(range => range.Of(story.Text))).ToArray();
        var state = 1UL;
        for (var i = 0; i < articles; i++)
        {
            var story = stories[i % stories.Count];
            var text = new System.Text.StringBuilder(story.Text, charactersEach + 1_000);
            for (var taken = 0; text.Length < charactersEach; taken++)
            {
                text.Append(taken % SentencesPerParagraph == 0 ? "\n\n" : " ").Append(sentences[Next(ref state) % (ulong)sentences.Length]);
            }

            yield return story with { ExternalId = i < stories.Count ? story.ExternalId : $"again-{i}", Text = ArticleText.Normalise(text.ToString()) };
        }
    }

    /// <summary>xorshift64*, whose sequence no library version changes.</summary>
    private static ulong Next(ref ulong state)
    {
        state ^= state >> 12;
        state ^= state << 25;
        state ^= state >> 27;
        return (state * 0x2545F4914F6CDD1D) >> 11;
    }
}
