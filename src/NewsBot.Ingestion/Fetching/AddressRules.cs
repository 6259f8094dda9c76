using System.Net;
using System.Net.Sockets;

namespace NewsBot.Ingestion.Fetching;

/// <summary>
/// Which addresses may be fetched from: public unicast ones, and the networks that the operator allowed. Everything that leads into the
/// machine or its network is refused, in whatever form it is written: private, loopback, link-local (cloud metadata among them), shared, multicast,
/// documentation and reserved ranges, and IPv4 inside IPv6 (mapped, NAT64, 6to4, Teredo).
/// </summary>
/// <remarks>The ranges are those of the IANA special-purpose address registries (RFC 6890 and its updates).</remarks>
public sealed class AddressRules
{
    private static readonly IPNetwork[] NotPublic =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24",
            "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20",
        }.Select(IPNetwork.Parse),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");
    private static readonly IPNetwork Nat64 = IPNetwork.Parse("64:ff9b::/96");

    private readonly IPNetwork[] allowed;

    /// <summary>Creates the rules.</summary>
    /// <param name="allowedNetworks">Networks (CIDR) that may be fetched from although they are not public.</param>
    /// <exception cref="FormatException">A network is none; the message names the setting and the remedy.</exception>
    public AddressRules(IEnumerable<string> allowedNetworks) => allowed = [.. allowedNetworks.Select(Parse)];

    /// <summary>Whether an address may be fetched from.</summary>
    public bool Allow(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return allowed.Any(network => network.Contains(plain)) || IsPublic(plain);
    }

    private static bool IsPublic(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
        {
            return Nat64.Contains(address)
                ? IsPublic(new IPAddress(address.GetAddressBytes()[12..]))
                : GlobalUnicast.Contains(address) && !NotPublic.Any(network => network.Contains(address));
        }

        return !NotPublic.Any(network => network.Contains(address));
    }

    private static IPNetwork Parse(string text) => IPNetwork.TryParse(text, out var network)
        ? network
        : throw new FormatException($"Ingestion:AllowedNetworks holds '{text}', which is no network: write it as 10.1.0.0/16 or fd00::/8 (all bits behind the prefix zero).");
}
