using System.Globalization;

namespace NewsBot.Archive;

/// <summary>Tokens of a language model.</summary>
/// <param name="Input">Those it read.</param>
/// <param name="Output">Those it wrote.</param>
public readonly record struct ModelTokens(long Input, long Output)
{
    /// <summary>Both together.</summary>
    public long Total => Input + Output;

    /// <summary>The sum.</summary>
    public static ModelTokens operator +(ModelTokens one, ModelTokens other) => new(one.Input + other.Input, one.Output + other.Output);

    /// <summary>The difference.</summary>
    public static ModelTokens operator -(ModelTokens one, ModelTokens other) => new(one.Input - other.Input, one.Output - other.Output);
}

/// <summary>
/// Which tokens of a language model were used on which day, and for whom. When a day begins, the rows of earlier days go, but for those of archives.
/// Safe for several threads and processes at once; what a write returned is on the disk.
/// </summary>
public sealed class TokenLedger
{
    /// <summary>How the name of a payer begins that is an archive.</summary>
    public const string ArchivePrefix = "archive ";

    private readonly Database database;

    internal TokenLedger(Database database) => this.database = database;

    /// <summary>Adds tokens to what each of the payers used on a day; negative numbers take back what was counted too much.</summary>
    public void Add(DateOnly day, IReadOnlyCollection<string> payers, ModelTokens tokens) => database.Write(session =>
    {
        if (session.Scalar("SELECT 1 FROM model_tokens WHERE day = $day LIMIT 1", ("$day", Write(day))) is null)
        {
            session.Execute("DELETE FROM model_tokens WHERE day < $day AND substr(payer, 1, $length) <> $prefix", ("$day", Write(day)), ("$length", ArchivePrefix.Length), ("$prefix", ArchivePrefix));
        }

        return payers.Sum(payer => session.Execute(
            """
            INSERT INTO model_tokens (day, payer, tokens_in, tokens_out) VALUES ($day, $payer, $in, $out)
            ON CONFLICT (day, payer) DO UPDATE SET tokens_in = tokens_in + excluded.tokens_in, tokens_out = tokens_out + excluded.tokens_out
            """,
            ("$day", Write(day)),
            ("$payer", payer),
            ("$in", tokens.Input),
            ("$out", tokens.Output)));
    });

    /// <summary>What a payer used on a day.</summary>
    public ModelTokens Of(DateOnly day, string payer) => database.Read(session => session.Query(
        "SELECT tokens_in, tokens_out FROM model_tokens WHERE day = $day AND payer = $payer",
        static row => new ModelTokens(row.GetInt64(0), row.GetInt64(1)),
        ("$day", Write(day)),
        ("$payer", payer)).FirstOrDefault());

    private static string Write(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
