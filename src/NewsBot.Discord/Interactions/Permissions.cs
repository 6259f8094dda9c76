namespace NewsBot.Discord.Interactions;

/// <summary>The permission bits that NewsBot asks about.</summary>
[Flags]
public enum Permissions : ulong
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Everything, in every channel.</summary>
    Administrator = 1UL << 3,

    /// <summary>Manage Server: what administering NewsBot needs.</summary>
    ManageGuild = 1UL << 5,

    /// <summary>Seeing the channel.</summary>
    ViewChannel = 1UL << 10,

    /// <summary>Writing in the channel.</summary>
    SendMessages = 1UL << 11,

    /// <summary>Attaching files.</summary>
    AttachFiles = 1UL << 15,

    /// <summary>Reading earlier messages, which answering one as a reply needs.</summary>
    ReadMessageHistory = 1UL << 16,

    /// <summary>Beginning threads.</summary>
    CreatePublicThreads = 1UL << 35,

    /// <summary>Writing in threads.</summary>
    SendMessagesInThreads = 1UL << 38,
}

/// <summary>Asking for bits as Discord means them.</summary>
public static class PermissionBits
{
    /// <summary>Whether the bit is set, or <see cref="Permissions.Administrator"/>, which stands for all.</summary>
    public static bool Grants(this Permissions held, Permissions needed) =>
        (held & Permissions.Administrator) != 0 || (held & needed) == needed;
}
