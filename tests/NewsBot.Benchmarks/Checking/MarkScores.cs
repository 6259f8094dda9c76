using System.Globalization;
using NewsBot.Archive;

namespace NewsBot.Benchmarks.Checking;

/// <summary>
/// How well the words that were marked agree with those that people marked, counted over all claims. Which words count changes the figure, so all three
/// are told: every token with its punctuation, words, and words that are no function words.
/// </summary>
internal sealed class MarkScores
{
    private Count _tokens;
    private Count _words;
    private Count _content;

    /// <summary>The F1 over words, the one that is fitted.</summary>
    public double OfWords => _words.F1;

    /// <summary>Adds a claim.</summary>
    /// <param name="claim">What people marked.</param>
    /// <param name="marks">What was marked.</param>
    /// <param name="isFunction">Whether a token is a function word.</param>
    public void Add(MarkedClaim claim, IReadOnlyList<TextRange> marks, Func<MarkedToken, bool> isFunction)
    {
        foreach (var token in claim.Tokens)
        {
            var isMarked = marks.Any(mark => token.Touches(mark.Start, mark.End));
            _tokens = _tokens.With(isMarked, token.IsMarked);
            if (token.IsWord)
            {
                _words = _words.With(isMarked, token.IsMarked);
                _content = isFunction(token) ? _content : _content.With(isMarked, token.IsMarked);
            }
        }
    }

    /// <summary>Prints a row: precision, recall and F1 of each.</summary>
    public void Print(string name, int claims) =>
        Console.WriteLine($"| {name} | {claims.ToString(CultureInfo.InvariantCulture)} | {_tokens} | {_words} | {_content} |");

    /// <summary>Prints the head of the table.</summary>
    public static void PrintHeader()
    {
        Console.WriteLine("| | claims | every token: precision, recall, F1 | words | content words |");
        Console.WriteLine("|---|---|---|---|---|");
    }

    private readonly record struct Count(int Both, int Marked, int Wanted)
    {
        public double F1 => Marked + Wanted == 0 ? 0 : 2.0 * Both / (Marked + Wanted);

        public Count With(bool isMarked, bool isWanted) => new(Both + (isMarked && isWanted ? 1 : 0), Marked + (isMarked ? 1 : 0), Wanted + (isWanted ? 1 : 0));

        public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(double)Both / Math.Max(1, Marked):0.000}, {(double)Both / Math.Max(1, Wanted):0.000}, {F1:0.000}");
    }
}
