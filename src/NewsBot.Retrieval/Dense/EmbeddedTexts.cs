using Microsoft.Extensions.AI;
using NewsBot.Archive;

namespace NewsBot.Retrieval.Dense;

/// <summary>What a model wants to stand before texts, as its card says; a generator tells it as a service.</summary>
/// <param name="Question">Before a question.</param>
/// <param name="Passage">Before a passage.</param>
public sealed record ModelPrefixes(string Question, string Passage)
{
    /// <summary>Nothing before either.</summary>
    public static ModelPrefixes None { get; } = new("", "");
}

/// <summary>The texts that vectors are made of: title and lead for an article, title and words for a passage, the question as asked.</summary>
internal static class EmbeddedTexts
{
    /// <summary>Title and first passage: about as much as encoders read, and what an article is about.</summary>
    public static string OfArticle(Article article, IReadOnlyList<Passage> passages, ModelPrefixes prefixes) =>
        OfPassage(article.Title, passages.Count == 0 ? article.Text : passages[0].Range.Of(article.Text), prefixes);

    public static string OfPassage(string title, string text, ModelPrefixes prefixes) => prefixes.Passage + (title.Length == 0 ? text : title + "\n" + text);

    public static ModelPrefixes PrefixesOf(IEmbeddingGenerator<string, Embedding<float>> generator) =>
        generator.GetService(typeof(ModelPrefixes)) as ModelPrefixes ?? ModelPrefixes.None;

    /// <summary>The vector of a question.</summary>
    /// <exception cref="EmbeddingUnavailableException">It cannot be made now.</exception>
    public static async Task<ReadOnlyMemory<float>> AskAsync(
        IEmbeddingGenerator<string, Embedding<float>> generator, string question, CancellationToken cancellationToken) =>
        (await generator.GenerateAsync([PrefixesOf(generator).Question + question], cancellationToken: cancellationToken))[0].Vector;
}
