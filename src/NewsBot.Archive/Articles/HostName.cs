namespace NewsBot.Archive;

/// <summary>The host of an address in the form by which hosts are compared.</summary>
public static class HostName
{
    /// <summary>The host in ASCII (punycode) and lower case; as it stands where it holds signs that no name may have.</summary>
    public static string Of(Uri address)
    {
        try
        {
            return address.IdnHost.ToLowerInvariant();
        }
        catch (UriFormatException)
        {
            // The platform accepts such an address and refuses its host only when asked for it.
            return address.Host.ToLowerInvariant();
        }
    }
}
