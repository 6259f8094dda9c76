namespace NewsBot.Retrieval.Lexical;

/// <summary>A term of a query with its rarity in the archive.</summary>
/// <param name="Stem">The stem.</param>
/// <param name="Articles">In how many articles it occurs.</param>
/// <param name="Idf">Its inverse document frequency.</param>
internal sealed record QueryTerm(string Stem, int Articles, double Idf);
