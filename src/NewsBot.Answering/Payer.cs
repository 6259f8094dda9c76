using System.Security.Cryptography;
using System.Text;

namespace NewsBot.Answering;

/// <summary>Who pays for a model's tokens besides the archive that is asked: each has its own share of a day, UTC, and is answered without the model after that.</summary>
/// <param name="Key">The name it is counted under.</param>
/// <param name="InWords">Whose tokens they are, as a note says it: "of this server".</param>
public sealed record Payer(string Key, string InWords)
{
    private const int DigitsOfPerson = 16;

    /// <summary>How many tokens it allows itself a day; 0 leaves it to <c>Chat:AskerTokensPerDay</c>.</summary>
    public int TokensPerDay { get; init; }

    /// <summary>Whoever sits at the terminal.</summary>
    public static Payer Terminal { get; } = new("terminal", "of the terminal");

    /// <summary>The readers of the web page and of the open API, all together.</summary>
    public static Payer Web { get; } = new("web", "of this page");

    /// <summary>A server in Discord.</summary>
    public static Payer Guild(string id) => new($"guild {id}", "of this server");

    /// <summary>A person in direct messages. The name is a digest, since nothing else about them needs to be known.</summary>
    public static Payer Person(string id) =>
        new($"user {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)))[..DigitsOfPerson]}", "of yours");

    /// <summary>The holder of an API key.</summary>
    public static Payer ApiKey(string id) => new($"key {id}", "of this key");
}
