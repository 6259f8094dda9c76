namespace NewsBot.Archive;

/// <summary>The data folder cannot be used as it is. The message says what happened and what to do.</summary>
public class ArchiveUnavailableException : IOException
{
    /// <summary>Creates the exception with what happened and what to do.</summary>
    public ArchiveUnavailableException(string message, Exception? inner = null)
        : base(message, inner)
    {
    }
}

/// <summary>Another process writes to the data folder. The message names it.</summary>
public sealed class ArchiveLockedException : ArchiveUnavailableException
{
    /// <summary>Creates the exception.</summary>
    public ArchiveLockedException(string message, WriterClaim? holder)
        : base(message) => Holder = holder;

    /// <summary>The process that holds the folder, if it could be read.</summary>
    public WriterClaim? Holder { get; }
}

/// <summary>An archive was named that does not exist. The message lists those that do.</summary>
public sealed class UnknownArchiveException : Exception
{
    /// <summary>Creates the exception.</summary>
    public UnknownArchiveException(string message)
        : base(message)
    {
    }

    /// <summary>The exception for a name, with the names that exist.</summary>
    public static UnknownArchiveException For(ArchiveName name, IReadOnlyList<ArchiveName> existing) => new(
        existing.Count == 0
            ? $"There is no archive '{name}' yet: create it by ingesting something into it."
            : $"There is no archive '{name}'; there is {string.Join(", ", existing)}. The first ingest into an archive creates it.");
}
