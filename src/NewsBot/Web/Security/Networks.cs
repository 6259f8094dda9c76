using System.Net;

namespace NewsBot.Web.Security;

/// <summary>Whom a request is counted for.</summary>
internal static class Networks
{
    /// <summary>The address of IPv4, the /64 network of IPv6: one household or server, however many addresses it has.</summary>
    public static IPAddress Of(HttpContext context) => Of(context.Connection.RemoteIpAddress);

    private static IPAddress Of(IPAddress? address)
    {
        if (address is null || address.IsIPv4MappedToIPv6 || address.GetAddressBytes() is not { Length: 16 } bytes)
        {
            return address ?? IPAddress.None;
        }

        Array.Clear(bytes, 8, 8);
        return new IPAddress(bytes);
    }
}
