using System.Text;
using System.Text.RegularExpressions;
using NewsBot.Fakes;

namespace NewsBot.Tests.Ingestion;

/// <summary>docs/FAILURES.md lists every sentence by which ingest explains a failure, and no other.</summary>
public sealed partial class FailureListTests
{
    private static readonly string Root = SharedData.ProjectRoot()!;

    [Fact]
    public void Every_reason_is_in_the_list_with_what_to_do() => Listed().Order(StringComparer.Ordinal).ShouldBe(Written().Order(StringComparer.Ordinal));

    /// <summary>Reasons have two halves, what it is and what to do, and a semicolon between them; nothing else that the program writes has.</summary>
    private static HashSet<string> Written() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, "src", "NewsBot.Ingestion"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(File.ReadLines)
            .Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && !line.Contains("Message = ", StringComparison.Ordinal))
            .SelectMany(line => Reason().Matches(line).Select(match => WithoutHoles(match.Groups[1].Value)))
            .Where(text => !text.Contains("text/html; ", StringComparison.Ordinal) && !text.Contains("application/http; ", StringComparison.Ordinal)),
    ];

    private static IEnumerable<string> Listed() => File.ReadLines(Path.Combine(Root, "docs", "FAILURES.md"))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && line != "| what it is | what to do |")
        .Select(line => string.Join("; ", line.Trim('|', ' ').Split(" | ")));

    /// <summary>What differs from case to case is an ellipsis in the list.</summary>
    private static string WithoutHoles(string text)
    {
        var result = new StringBuilder();
        var depth = 0;
        foreach (var c in text)
        {
            depth += c == '{' ? 1 : 0;
            result.Append(depth == 0 ? $"{c}" : c == '{' && depth == 1 ? "…" : "");
            depth -= c == '}' ? 1 : 0;
        }

        return result.ToString();
    }

    [GeneratedRegex("""
        "((?:[^"\\\n]|\\.)*;\ (?:[^"\\\n]|\\.)*)"
        """, RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Reason();
}
