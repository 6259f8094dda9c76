namespace NewsBot.Archive;

/// <summary>What a process wants of the data folder.</summary>
public enum StoreAccess
{
    /// <summary>Read articles; any number of processes may.</summary>
    Read,

    /// <summary>Read and write; one process at a time.</summary>
    Write,
}
