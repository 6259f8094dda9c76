namespace NewsBot.Contracts;

/// <summary>What <c>backup --json</c> prints.</summary>
/// <param name="File">Where the copy is.</param>
internal sealed record BackupJson(string File);

/// <summary>What <c>restore --json</c> prints.</summary>
/// <param name="File">The backup.</param>
/// <param name="Kept">Where the database is kept that was there before; null where there was none.</param>
internal sealed record RestoreJson(string File, string? Kept);

/// <summary>What <c>archives export --json</c> prints.</summary>
/// <param name="Archive">The archive.</param>
/// <param name="Versions">How many versions of articles were written.</param>
/// <param name="File">Where they are.</param>
internal sealed record ExportJson(string Archive, long Versions, string File);

/// <summary>What <c>archives bind --json</c> prints.</summary>
/// <param name="Guild">The Discord server; text, since its number is larger than many readers of JSON take.</param>
/// <param name="Archive">The archive that it reads from now on.</param>
/// <param name="Exists">Whether there is that archive yet.</param>
internal sealed record BindingJson(string Guild, string Archive, bool Exists);

/// <summary>What <c>articles reextract --json</c> prints.</summary>
/// <param name="Updated">Articles with a new version.</param>
/// <param name="Unchanged">Articles whose text is the same.</param>
internal sealed record ReextractJson(long Updated, long Unchanged);

/// <summary>What <c>feeds remove --json</c> prints.</summary>
/// <param name="Removed">The feed's number.</param>
internal sealed record RemovedFeedJson(long Removed);

/// <summary>What <c>reindex --json</c> prints.</summary>
/// <param name="Archive">The archive whose index was built anew.</param>
internal sealed record ReindexedJson(string Archive);
