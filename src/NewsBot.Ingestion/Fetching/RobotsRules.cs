using System.Globalization;

namespace NewsBot.Ingestion.Fetching;

/// <summary>
/// What a site's robots.txt allows one robot: RFC 9309. The group that names the robot applies, else the group <c>*</c>; the longest rule that
/// matches a path decides, and of two equally long ones the one that allows.
/// </summary>
public sealed class RobotsRules
{
    private const int LargestFile = 512 * 1024;

    private readonly List<Rule> rules = [];

    private RobotsRules()
    {
    }

    /// <summary>Rules that allow everything.</summary>
    public static RobotsRules AllowAll { get; } = new();

    /// <summary>Rules that allow nothing, as for a site whose robots.txt cannot be had.</summary>
    public static RobotsRules AllowNone { get; } = Unknown();

    /// <summary>Whether the site's own rules could not be had, so that these stand in for them.</summary>
    public bool AreUnknown { get; private init; }

    /// <summary>The pause between two fetches that the site asks for, if it does.</summary>
    public TimeSpan? CrawlDelay { get; private set; }

    /// <summary>The sitemaps that the file names, whatever the robot.</summary>
    public IReadOnlyList<string> Sitemaps { get; private set; } = [];

    /// <summary>Reads a robots.txt.</summary>
    /// <param name="text">The file; more than 512 KB of it is not read.</param>
    /// <param name="robot">The robot's product token, e.g. "NewsBot".</param>
    public static RobotsRules Parse(string text, string robot)
    {
        var lines = text[..Math.Min(text.Length, LargestFile)].Split('\n').Select(Line).OfType<(string Name, string Value)>().ToList();
        var mine = Group(lines, name => name.Equals(robot, StringComparison.OrdinalIgnoreCase));
        var result = mine.IsNamed ? mine.Rules : Group(lines, static name => name == "*").Rules;
        result.Sitemaps = [.. lines.Where(line => line.Name == "sitemap").Select(line => line.Value)];
        return result;
    }

    /// <summary>Whether a path, with its query, may be fetched.</summary>
    public bool Allow(string pathAndQuery)
    {
        if (pathAndQuery == "/robots.txt")
        {
            return true;
        }

        var longest = rules.Where(rule => Matches(rule.Pattern, pathAndQuery)).OrderByDescending(rule => rule.Pattern.Length).ThenByDescending(rule => rule.Allows).FirstOrDefault();
        return longest is null || longest.Allows;
    }

    private static RobotsRules Unknown()
    {
        var none = new RobotsRules { AreUnknown = true };
        none.Add("disallow", "/");
        return none;
    }

    private static (bool IsNamed, RobotsRules Rules) Group(List<(string Name, string Value)> lines, Func<string, bool> isRobot)
    {
        var found = new RobotsRules();
        var (isNamed, applies, afterAgent) = (false, false, false);
        foreach (var (name, value) in lines)
        {
            if (name == "user-agent")
            {
                var matches = isRobot(value.Split('/')[0].Trim());
                applies = matches || (afterAgent && applies);
                isNamed |= matches;
                afterAgent = true;
                continue;
            }

            afterAgent &= name == "sitemap";
            if (applies)
            {
                found.Add(name, value);
            }
        }

        return (isNamed, found);
    }

    private static (string Name, string Value)? Line(string line)
    {
        var text = line.Split('#')[0];
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? null : (text[..colon].Trim().TrimStart('\uFEFF').ToLowerInvariant(), text[(colon + 1)..].Trim());
    }

    private void Add(string name, string value)
    {
        switch (name)
        {
            case "allow" or "disallow" when value.Length > 0:
                rules.Add(new Rule(value, name == "allow"));
                break;
            case "crawl-delay" when double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 0 and < 86_400:
                CrawlDelay = TimeSpan.FromSeconds(seconds);
                break;
            default:
                break;
        }
    }

    /// <summary>Matches with <c>*</c> for anything and <c>$</c> for the end: the leftmost place for each part is always good enough, so it is linear in practice.</summary>
    private static bool Matches(string pattern, string path)
    {
        var isAnchored = pattern.EndsWith('$');
        var parts = (isAnchored ? pattern[..^1] : pattern).Split('*');
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
        {
            return false;
        }

        var at = parts[0].Length;
        foreach (var part in parts.Skip(1))
        {
            var found = path.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return !isAnchored || at == path.Length || (parts.Length > 1 && path.EndsWith(parts[^1], StringComparison.Ordinal));
    }

    private sealed record Rule(string Pattern, bool Allows);
}
