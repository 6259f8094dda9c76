using System.Collections;
using System.Globalization;
using System.Reflection;

namespace NewsBot.Tests.Deployment;

/// <summary>Every setting that the program reads, found in the options classes themselves: <c>Section:Name</c> with its default.</summary>
internal static class DeployedOptions
{
    private static readonly string[] OfNoClass = ["Data:Folder"];

    /// <summary>The names with their defaults as the documentation writes them: – for what is unset.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = Find();

    /// <summary>Whether a configuration key, such as <c>Web:PublicArchives:0</c>, is one that the program reads.</summary>
    public static bool Knows(string key) => OfNoClass.Contains(key) || key.StartsWith("Logging:", StringComparison.Ordinal) || All.ContainsKey(key)
        || (key[(key.LastIndexOf(':') + 1)..].All(char.IsAsciiDigit) && All.ContainsKey(key[..key.LastIndexOf(':')]));

    /// <summary>The key that an environment variable sets, or null for a variable of another program.</summary>
    public static string? KeyOf(string variable) => variable == "NEWSBOT_DATA" ? "Data:Folder"
        : variable.StartsWith("NEWSBOT_", StringComparison.Ordinal) ? variable["NEWSBOT_".Length..].Replace("__", ":", StringComparison.Ordinal) : null;

    private static SortedDictionary<string, string> Find()
    {
        var all = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var type in Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll").Where(IsOurs).SelectMany(file => Assembly.LoadFrom(file).GetTypes()))
        {
            if (SectionOf(type) is { } section)
            {
                Add(all, section, Activator.CreateInstance(type)!);
            }
        }

        return all;
    }

    private static bool IsOurs(string file) => Path.GetFileName(file) is "newsbot.dll" || (Path.GetFileName(file).StartsWith("NewsBot.", StringComparison.Ordinal) && !file.EndsWith("Tests.dll", StringComparison.Ordinal) && !file.EndsWith("Fakes.dll", StringComparison.Ordinal));

    private static string? SectionOf(Type type) => type.Name.EndsWith("Options", StringComparison.Ordinal)
        ? (type.GetField("Section", BindingFlags.Public | BindingFlags.Static) ?? type.GetField("SectionName", BindingFlags.Public | BindingFlags.Static))?.GetRawConstantValue() as string
        : null;

    private static void Add(SortedDictionary<string, string> all, string section, object options)
    {
        foreach (var property in options.GetType().GetProperties().Where(property => property.CanWrite))
        {
            var value = property.GetValue(options);
            if (property.PropertyType.Name.EndsWith("Options", StringComparison.Ordinal))
            {
                Add(all, $"{section}:{property.Name}", value!);
            }
            else
            {
                all[$"{section}:{property.Name}"] = InWords(value);
            }
        }
    }

    private static string InWords(object? value) => value switch
    {
        null or "" => "–",
        string text => text,
        bool flag => flag ? "true" : "false",
        IEnumerable list => list.Cast<object>().Select(InWords).ToList() is { Count: > 0 } items ? string.Join(", ", items) : "–",
        TimeSpan time => string.Create(CultureInfo.InvariantCulture, $"{time:c}"),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString()!,
    };
}
