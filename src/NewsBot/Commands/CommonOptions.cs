using System.CommandLine;
using NewsBot.Archive;

namespace NewsBot.Commands;

/// <summary>The options that every verb takes.</summary>
internal sealed class CommonOptions
{
    private readonly Option<string?> _data = new("--data")
    {
        Description = "The data folder (else NEWSBOT_DATA, else Data:Folder, else the user's local application data).",
        HelpName = "DIR",
        Recursive = true,
    };

    private readonly Option<string> _archive = new("--archive")
    {
        Description = "The archive to use: 1 to 64 of a-z, 0-9 and '-'.",
        HelpName = "NAME",
        DefaultValueFactory = _ => ArchiveName.Default.Value,
        Recursive = true,
    };

    private readonly Option<bool> _json = new("--json")
    {
        Description = "Print exactly one JSON document on standard output; everything else goes to standard error.",
        Recursive = true,
    };

    public CommonOptions()
    {
        _data.RefuseBlank();
        _archive.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string>() is { } text && !ArchiveName.TryParse(text, out var _))
            {
                result.AddError($"'{text}' is no archive name: use 1 to {ArchiveName.MaximumLength} of the characters a-z, 0-9 and '-'.");
            }
        });
    }

    public void AddTo(RootCommand root)
    {
        root.Options.Add(_data);
        root.Options.Add(_archive);
        root.Options.Add(_json);
    }

    public string? DataFolder(ParseResult parsed) => parsed.GetValue(_data);

    public ArchiveName Archive(ParseResult parsed) => ArchiveName.Parse(parsed.GetRequiredValue(_archive));

    public bool Json(ParseResult parsed) => parsed.GetValue(_json);
}
