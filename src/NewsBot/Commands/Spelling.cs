namespace NewsBot.Commands;

/// <summary>Which known word somebody probably meant.</summary>
internal static class Spelling
{
    // One slip in a short word, two in a longer one: more would suggest words that only look a little alike.
    private const int LettersPerSlip = 4;

    private const int MostSlips = 2;

    /// <summary>The known word that differs least from a typed one, or null where all differ too much to be meant.</summary>
    public static string? NearestTo(string typed, IEnumerable<string> known)
    {
        var slipsAllowed = Math.Clamp(typed.Length / LettersPerSlip, 1, MostSlips);
        return known
            .Select(word => (Word: word, Slips: Slips(typed, word)))
            .Where(candidate => candidate.Slips <= slipsAllowed)
            .OrderBy(candidate => candidate.Slips)
            .Select(candidate => candidate.Word)
            .FirstOrDefault();
    }

    /// <summary>How many letters were left out, added, changed or swapped with their neighbour: the optimal string alignment distance.</summary>
    private static int Slips(string typed, string meant)
    {
        var slips = new int[typed.Length + 1, meant.Length + 1];
        for (var i = 0; i <= typed.Length; i++)
        {
            for (var j = 0; j <= meant.Length; j++)
            {
                slips[i, j] = i == 0 || j == 0
                    ? i + j
                    : Math.Min(Math.Min(slips[i - 1, j], slips[i, j - 1]) + 1, slips[i - 1, j - 1] + (typed[i - 1] == meant[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && typed[i - 1] == meant[j - 2] && typed[i - 2] == meant[j - 1])
                {
                    slips[i, j] = Math.Min(slips[i, j], slips[i - 2, j - 2] + 1);
                }
            }
        }

        return slips[typed.Length, meant.Length];
    }
}
