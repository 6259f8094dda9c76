using NewsBot.Archive;
using NewsBot.Retrieval.Text;

namespace NewsBot.Retrieval.Lexical;

/// <summary>
/// Finds the passages inside an article that fit a query best, by BM25 over the passage's own words (k1 1.2, b .4) with the archive's term
/// rarities. Works on the article's text, so it needs no index of passages. For one search and one thread.
/// </summary>
internal sealed class PassageRanking(IReadOnlyList<QueryTerm> terms)
{
    internal const double K1 = 1.2;
    internal const double B = .4;

    private readonly Dictionary<TermAnalysis, WantedStems> wanted = [];

    /// <summary>The best passages, best first; equal scores in the order of the text. The first passage where no term occurs.</summary>
    public IReadOnlyList<Evidence> Best(string text, IReadOnlyList<Passage> passages, TermAnalysis analysis, int limit)
    {
        var counts = new int[passages.Count * terms.Count];
        var lengths = new int[passages.Count];
        Count(text, passages, analysis, counts, lengths);
        var evidence = passages
            .Select((passage, index) => new Evidence(passage, ScoreOf(counts.AsSpan(index * terms.Count, terms.Count), lengths[index])))
            .OrderByDescending(candidate => candidate.Score)
            .ThenBy(candidate => candidate.Passage.Ordinal)
            .ToList();
        var fitting = evidence.Where(candidate => candidate.Score > 0).Take(limit).ToList();
        return fitting.Count > 0 ? fitting : evidence.Take(Math.Min(1, limit)).ToList();
    }

    private void Count(string text, IReadOnlyList<Passage> passages, TermAnalysis analysis, int[] counts, int[] lengths)
    {
        if (passages.Count == 0)
        {
            return;
        }

        var current = 0;
        var (stems, prefixes) = WantedIn(analysis);
        var scanner = new TermScanner(analysis, text, prefixes);
        while (true)
        {
            lengths[current] += scanner.PassOverUnwanted(passages[current].Range.End);
            if (!scanner.Next())
            {
                return;
            }

            while (scanner.Range.Start >= passages[current].Range.End)
            {
                if (++current == passages.Count)
                {
                    return;
                }
            }

            lengths[current]++;
            var lexeme = scanner.Lexeme;
            for (var term = 0; term < stems.Length; term++)
            {
                if (lexeme.IsOf(stems[term]))
                {
                    counts[(current * stems.Length) + term]++;
                    break;
                }
            }
        }
    }

    private WantedStems WantedIn(TermAnalysis analysis)
    {
        if (!wanted.TryGetValue(analysis, out var known))
        {
            var stems = terms.Select(term => analysis.SharedStem(term.Stem)).ToArray();
            wanted[analysis] = known = new WantedStems(stems, StemPrefixes.Of(stems, analysis));
        }

        return known;
    }

    private double ScoreOf(ReadOnlySpan<int> counts, int length)
    {
        var saturation = K1 * (1 - B + (B * length / PassageCutter.TargetWords));
        var score = 0d;
        for (var term = 0; term < counts.Length; term++)
        {
            score += terms[term].Idf * counts[term] * (K1 + 1) / (counts[term] + saturation);
        }

        return score;
    }

    private readonly record struct WantedStems(string[] Stems, StemPrefixes? Prefixes);
}
