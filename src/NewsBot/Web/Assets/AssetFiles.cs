using System.Collections.Frozen;
using System.Security.Cryptography;

namespace NewsBot.Web.Assets;

/// <summary>
/// The style sheet, the scripts and the icon, which are part of the program. Each is served under an address that holds its hash, so
/// that browsers keep it for good and still have the right one after an upgrade.
/// </summary>
internal sealed class AssetFiles
{
    private const string ResourcePrefix = "NewsBot.Web.Assets.";
    private const int HashLength = 12;

    private readonly FrozenDictionary<string, AssetFile> _byPath;
    private readonly FrozenDictionary<string, string> _pathByName;

    /// <summary>Reads the files from the program.</summary>
    public AssetFiles()
    {
        var files = new[] { "newsbot.css", "ask.js", "viewer.js", "copy.js", "jobs.js", "upload.js", "icon.svg" }.Select(Read).ToList();
        _byPath = files.ToFrozenDictionary(file => file.Path);
        _pathByName = files.ToFrozenDictionary(file => file.Name, file => file.Path);
    }

    /// <summary>The address of a file that is part of the program.</summary>
    public string PathOf(string name) => _pathByName[name];

    /// <summary>The file at an address, or null.</summary>
    public AssetFile? At(string path) => _byPath.GetValueOrDefault(path);

    private static AssetFile Read(string name)
    {
        using var resource = typeof(AssetFiles).Assembly.GetManifestResourceStream(ResourcePrefix + name)
            ?? throw new InvalidOperationException($"The program lacks its file {name}.");
        var content = new byte[resource.Length];
        resource.ReadExactly(content);
        var hash = Convert.ToHexStringLower(SHA256.HashData(content))[..HashLength];
        var extension = Path.GetExtension(name);
        return new AssetFile(name, $"/assets/{Path.GetFileNameWithoutExtension(name)}.{hash}{extension}", ContentTypeOf(extension), content);
    }

    private static string ContentTypeOf(string extension) => extension switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        _ => throw new InvalidOperationException($"No content type is known for {extension}."),
    };
}

/// <summary>A file that the program serves.</summary>
/// <param name="Name">Its name in the program.</param>
/// <param name="Path">The address, with the hash of its content.</param>
/// <param name="ContentType">Its media type.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record AssetFile(string Name, string Path, string ContentType, byte[] Content);
