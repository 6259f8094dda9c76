using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace NewsBot.Ingestion.Extraction.Syndication;

/// <summary>
/// The agencies whose reports other publications print, under the names and short forms of bylines and datelines, and where each
/// publishes itself.
/// </summary>
internal static partial class NewsAgencies
{
    private static readonly (string Name, string Hosts, string[] Aliases)[] Table =
    [
        ("Associated Press", "apnews.com ap.org", ["AP", "AP News", "Associated Press"]),
        ("Reuters", "reuters.com", ["Reuters", "Thomson Reuters"]),
        ("AFP", "afp.com", ["AFP", "Agence France-Presse", "Agence France Presse"]),
        ("dpa", "dpa.com dpa-international.com", ["dpa", "Deutsche Presse-Agentur"]),
        ("UPI", "upi.com", ["UPI", "United Press International"]),
        ("Bloomberg", "bloomberg.com", ["Bloomberg", "Bloomberg News"]),
        ("CNN", "cnn.com", ["CNN", "CNN Newsource", "CNN Wire"]),
        ("PTI", "ptinews.com", ["PTI", "Press Trust of India"]),
        ("IANS", "ians.in", ["IANS", "Indo-Asian News Service"]),
        ("ANI", "aninews.in", ["ANI", "Asian News International"]),
        ("EFE", "efe.com", ["EFE", "Agencia EFE"]),
        ("Europa Press", "europapress.es", ["Europa Press"]),
        ("ANSA", "ansa.it", ["ANSA"]),
        ("Xinhua", "xinhuanet.com news.cn", ["Xinhua", "Xinhua News Agency"]),
        ("PA Media", "pa.media", ["PA Media", "Press Association"]),
        ("Tribune News Service", "tribunecontentagency.com", ["TNS", "Tribune News Service"]),
        ("The Canadian Press", "thecanadianpress.com", ["Canadian Press", "The Canadian Press"]),
        ("AAP", "aap.com.au", ["AAP", "Australian Associated Press"]),
        ("TASS", "tass.com tass.ru", ["TASS"]),
        ("Kyodo", "kyodonews.net", ["Kyodo", "Kyodo News"]),
        ("Yonhap", "yna.co.kr", ["Yonhap", "Yonhap News Agency"]),
        ("APA", "apa.at", ["APA", "Austria Presse Agentur"]),
        ("Keystone-SDA", "keystone-sda.ch", ["SDA", "Keystone-SDA"]),
        ("Belga", "belga.be", ["Belga"]),
        ("ANP", "anp.nl", ["ANP"]),
        ("Lusa", "lusa.pt", ["Lusa", "Agência Lusa"]),
        ("Agência Brasil", "agenciabrasil.ebc.com.br", ["Agência Brasil"]),
    ];

    private static readonly FrozenDictionary<string, string> NameOf = Table
        .SelectMany(agency => agency.Aliases.Select(alias => (alias, agency.Name)))
        .ToFrozenDictionary(entry => entry.alias, entry => entry.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The agency's usual name, or null if the words name none.</summary>
    public static string? Named(string words)
    {
        var bare = words.Trim();
        return NameOf.GetValueOrDefault(bare) ?? (bare.StartsWith("The ", StringComparison.OrdinalIgnoreCase) ? NameOf.GetValueOrDefault(bare[4..]) : null);
    }

    /// <summary>Whether the agency publishes at the address itself.</summary>
    public static bool IsHome(string agency, Uri address) => Table.Any(entry =>
        entry.Name == agency && entry.Hosts.Split(' ').Any(host => address.Host == host || address.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase)));

    /// <summary>The agency that a report's dateline credits: "LONDON (Reuters) - …", "(AP) — …", "Berlin (dpa/lno) - …"; null if it has none.</summary>
    public static string? OfDateline(string paragraph) =>
        Dateline().Match(paragraph) is { Success: true } match ? Named(match.Groups["agency"].Value) : null;

    /// <summary>The agency in a byline: "Associated Press", "By Ada Finch, Associated Press", "Ada Finch, AP Sports Writer", "Reuters/Tom Reed"; null if it has none.</summary>
    public static string? OfByline(string line) => Part().Split(line)
        .Select(part => Named(Role().Replace(part.Trim(), "")))
        .FirstOrDefault(name => name is not null);

    [GeneratedRegex(@"^[^()]{0,60}\((?<agency>[^()/]{2,30})(?:/[^()]{0,30})?\)\s*(?:[-–—:]|\p{Lu})", RegexOptions.None, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Dateline();

    [GeneratedRegex(@"\s*[,;|/•·\n]\s*|\s[-–—]\s", RegexOptions.None, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Part();

    [GeneratedRegex(@"^(?:by|from|von|par|por)\s+|\s+(?:(?:sports|business|science|political|medical|national)\s+)?(?:writer|staff|reporter|correspondent|journalist)s?$", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Role();
}
