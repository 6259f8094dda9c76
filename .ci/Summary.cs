#:property PublishAot=false
// Reads the results of a test run and prints what was skipped with its reason, the line coverage of src, and the closing line.
// Usage: dotnet run .ci/Summary.cs -- RESULTS_FOLDER EXTRA_FAILURES COVERAGE_FLOOR_PERCENT
using System.Globalization;
using System.Xml.Linq;

var folder = args[0];
var extraFailures = int.Parse(args[1], CultureInfo.InvariantCulture);
var floor = double.Parse(args[2], CultureInfo.InvariantCulture);

var (passed, failed, skipped) = CountTests(folder);
var coverage = LineCoverage(folder);
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"line coverage of src: {coverage:F1} % (floor {floor:F0} %)"));
if (coverage < floor)
{
    Console.WriteLine("coverage is below its floor");
    failed++;
}

Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{passed} passed, {failed + extraFailures} failed, {skipped} skipped"));
return failed + extraFailures == 0 && passed > 0 ? 0 : 1;

static (int Passed, int Failed, int Skipped) CountTests(string folder)
{
    var results = Directory.EnumerateFiles(folder, "*.trx", SearchOption.AllDirectories)
        .SelectMany(file => XDocument.Load(file).Descendants().Where(element => element.Name.LocalName == "UnitTestResult"))
        .ToList();
    var skips = results.Where(result => Outcome(result) == "NotExecuted").ToList();
    foreach (var group in skips.GroupBy(Reason).OrderBy(group => group.Key, StringComparer.Ordinal))
    {
        Console.WriteLine($"skipped, {group.Key}:");
        foreach (var skip in group)
        {
            Console.WriteLine($"  {skip.Attribute("testName")?.Value}");
        }
    }

    return (results.Count(result => Outcome(result) == "Passed"), results.Count(result => Outcome(result) == "Failed"), skips.Count);
}

static string Outcome(XElement result) => result.Attribute("outcome")?.Value ?? "";

static string Reason(XElement result) =>
    result.Descendants().FirstOrDefault(element => element.Name.LocalName is "Message" or "StdOut")?.Value.Trim() is { Length: > 0 } reason ? reason : "no reason given";

// A line counts as covered when any module's run touched it.
static double LineCoverage(string folder)
{
    var lines = new Dictionary<(string File, string Line), bool>();
    foreach (var file in Directory.EnumerateFiles(folder, "*.xml", SearchOption.AllDirectories).Where(file => Path.GetFileName(file).Contains("cobertura", StringComparison.Ordinal)))
    {
        var document = XDocument.Load(file);
        var roots = document.Descendants("source").Select(source => source.Value).ToList();
        foreach (var type in document.Descendants("class"))
        {
            var name = type.Attribute("filename")?.Value ?? "";
            var path = roots.Select(root => Path.Combine(root, name)).FirstOrDefault(File.Exists) ?? name;
            if (!IsOurs(path))
            {
                continue;
            }

            foreach (var line in type.Descendants("line"))
            {
                var key = (path, line.Attribute("number")?.Value ?? "");
                lines[key] = lines.GetValueOrDefault(key) || line.Attribute("hits")?.Value is not (null or "0");
            }
        }
    }

    return lines.Count == 0 ? 0 : 100.0 * lines.Count(line => line.Value) / lines.Count;
}

// Generated code lies in obj or has no file; tests are not what is measured.
static bool IsOurs(string path) =>
    path.Contains("/src/", StringComparison.Ordinal) && !path.Contains("/obj/", StringComparison.Ordinal) && !path.EndsWith(".g.cs", StringComparison.Ordinal);
