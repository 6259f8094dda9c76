using NewsBot.Answering.Citations;
using NewsBot.Archive;

namespace NewsBot.Benchmarks.Checking;

/// <summary>Measures the words that the verifier marks as not in the source against those that people marked.</summary>
internal static class MarkedWords
{
    /// <summary>Prints what the verifier reaches on a file of <see cref="MarkedClaim"/>s, beside marking every word.</summary>
    public static void Print(string file)
    {
        var verifier = new Verifier();
        var claims = MarkedClaim.Read([file]);
        var (said, everything) = (new MarkScores(), new MarkScores());
        foreach (var claim in claims)
        {
            var judgement = verifier.Judge(claim.Claim, verifier.Prepare(claim.Source));
            var words = judgement.Match.Claim.Words;
            bool IsFunction(MarkedToken token) => words.Any(word => word.IsFunction && token.Touches(word.Start, word.End));
            said.Add(claim, judgement.ToCheck(claim.Claim).Unfound, IsFunction);
            everything.Add(claim, [new TextRange(0, claim.Claim.Length)], IsFunction);
        }

        MarkScores.PrintHeader();
        said.Print("verifier", claims.Count);
        everything.Print("marking every word", claims.Count);
    }
}
