using System.Reflection;
using Microsoft.Extensions.Configuration;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Commands;
using NewsBot.Discord;
using NewsBot.Ingestion;
using NewsBot.Retrieval;
using NewsBot.Retrieval.Qdrant;

namespace NewsBot.Hosting;

/// <summary>
/// Every setting that the program reads, found in the options classes themselves, and what was set that none of them reads: a slip in a name would
/// otherwise leave a default in force without a word. Reflects over the program, so it is made only where somebody is told.
/// </summary>
internal sealed class KnownSettings
{
    private const string Logging = "Logging";

    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase) { Settings.DataFolderKey };

    /// <summary>Finds the settings.</summary>
    public KnownSettings()
    {
        Type[] ofEachAssembly = [typeof(KnownSettings), typeof(Question), typeof(ArchiveName), typeof(DiscordOptions), typeof(IngestPipeline), typeof(ArchiveQuery), typeof(QdrantOptions)];
        foreach (var type in ofEachAssembly.SelectMany(type => type.Assembly.GetTypes()).Where(IsOptions))
        {
            if (SectionOf(type) is { } section)
            {
                Add(section, type);
            }
        }
    }

    /// <summary>The names, such as <c>Web:Urls</c>.</summary>
    public IReadOnlyCollection<string> Names => _names;

    /// <summary>A sentence for each thing that was set and is read by nothing.</summary>
    public IEnumerable<string> Complaints(IConfiguration configuration) => configuration.AsEnumerable()
        .Where(setting => !string.IsNullOrEmpty(setting.Value))
        .Select(setting => setting.Key)
        .Order(StringComparer.OrdinalIgnoreCase)
        .Select(Complaint)
        .OfType<string>();

    private string? Complaint(string key)
    {
        var sections = _names.Select(name => name[..name.IndexOf(':', StringComparison.Ordinal)]);
        if (!key.Contains(':', StringComparison.Ordinal))
        {
            return sections.FirstOrDefault(section => key.StartsWith(section + "_", StringComparison.OrdinalIgnoreCase)) is { } meant
                ? $"NEWSBOT_{key} is read by nothing: write two underscores behind the section, NEWSBOT_{meant}__{key[(meant.Length + 1)..]}."
                : null;
        }

        return IsRead(key) ? null
            : $"{key} is set and read by nothing.{(Spelling.NearestTo(key, _names) is { } nearest ? $" Did you mean {nearest}?" : " docs/SETTINGS.md has every setting.")}";
    }

    private bool IsRead(string key)
    {
        var last = key.LastIndexOf(':');
        return key.StartsWith(Logging + ":", StringComparison.OrdinalIgnoreCase)
            || _names.Contains(key)
            || (key[(last + 1)..].All(char.IsAsciiDigit) && _names.Contains(key[..last]));
    }

    private void Add(string section, Type options)
    {
        foreach (var property in options.GetProperties().Where(property => property.CanWrite))
        {
            if (IsOptions(property.PropertyType))
            {
                Add($"{section}:{property.Name}", property.PropertyType);
            }
            else
            {
                _names.Add($"{section}:{property.Name}");
            }
        }
    }

    private static bool IsOptions(Type type) => type.Name.EndsWith("Options", StringComparison.Ordinal);

    private static string? SectionOf(Type type) => (type.GetField("Section") ?? type.GetField("SectionName"))?.GetRawConstantValue() as string;
}
