namespace NewsBot.Retrieval.Lexical;

/// <summary>A term of a query with its rarity in the archive.</summary>
/// <param name="Stem">The stem.</param>
/// <param name="Articles">In how many articles it occurs.</param>
/// <param name="Idf">Its inverse document frequency, times its weight in the query.</param>
internal sealed record QueryTerm(string Stem, int Articles, double Idf)
{
    /// <summary>Whether the question itself holds it, or only a name that stands for one of its words.</summary>
    public bool IsAsked { get; private init; } = true;

    /// <summary>The term as another name for what the question asks, at a part of its weight.</summary>
    public QueryTerm Weighed(double weight) => this with { Idf = Idf * weight, IsAsked = false };
}
