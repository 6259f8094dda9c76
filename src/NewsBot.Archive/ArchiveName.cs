using System.Diagnostics.CodeAnalysis;

namespace NewsBot.Archive;

/// <summary>
/// The name of an archive: one to 64 characters of <c>a-z</c>, <c>0-9</c> and <c>-</c>. Every query names its archive and
/// nothing crosses from one to another, so a name exists only after it has been checked here.
/// </summary>
public sealed record ArchiveName
{
    /// <summary>The longest name, in characters.</summary>
    public const int MaximumLength = 64;

    private ArchiveName(string value) => Value = value;

    /// <summary>The archive that is used when none is named.</summary>
    public static ArchiveName Default { get; } = new("default");

    /// <summary>The name as text.</summary>
    public string Value { get; }

    /// <summary>Reads a name; the message of the exception says what a name may contain.</summary>
    /// <exception cref="FormatException">The text is no archive name.</exception>
    public static ArchiveName Parse(string text) =>
        TryParse(text, out var name)
            ? name
            : throw new FormatException(
                $"'{text}' is no archive name: use 1 to {MaximumLength} of the characters a-z, 0-9 and '-'.");

    /// <summary>Reads a name, or says that the text is none.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out ArchiveName? name)
    {
        name = text is { Length: > 0 and <= MaximumLength } && text.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-')
            ? new ArchiveName(text)
            : null;
        return name is not null;
    }

    /// <inheritdoc/>
    public override string ToString() => Value;
}
