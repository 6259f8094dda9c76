using YamlDotNet.RepresentationModel;

namespace NewsBot.Tests.Deployment;

/// <summary>A part of a YAML file. A part that is not there is empty, so that paths can be followed without asking at each step.</summary>
internal sealed class Yaml
{
    private readonly YamlNode? _node;

    private Yaml(YamlNode? node) => _node = node;

    /// <summary>The value below a key.</summary>
    public Yaml this[string key] => new(_node is YamlMappingNode map && map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null);

    /// <summary>The keys, in order; none for what is no mapping.</summary>
    public IReadOnlyList<string> Keys => [.. Entries.Select(entry => entry.Name)];

    /// <summary>The keys with their values.</summary>
    public IReadOnlyList<(string Name, Yaml Value)> Entries => _node is YamlMappingNode map ? [.. map.Children.Select(pair => (pair.Key.ToString(), new Yaml(pair.Value)))] : [];

    /// <summary>The items; none for what is no sequence.</summary>
    public IReadOnlyList<Yaml> Items => _node is YamlSequenceNode list ? [.. list.Children.Select(item => new Yaml(item))] : [];

    /// <summary>The text; empty for what is none.</summary>
    public string Text => (_node as YamlScalarNode)?.Value ?? "";

    /// <summary>Reads a file of one document; a key that stands twice is an error.</summary>
    public static Yaml Read(string path)
    {
        var stream = new YamlStream();
        using var reader = File.OpenText(path);
        stream.Load(reader);
        return new Yaml(stream.Documents.Single().RootNode);
    }
}
