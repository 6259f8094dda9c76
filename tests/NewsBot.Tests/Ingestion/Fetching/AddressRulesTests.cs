using System.Net;
using NewsBot.Ingestion.Fetching;

namespace NewsBot.Tests.Ingestion.Fetching;

public class AddressRulesTests
{
    private readonly AddressRules rules = new([]);

    [Theory]
    [InlineData("93.184.215.14")]
    [InlineData("8.8.8.8")]
    [InlineData("2606:2800:21f:cb07:6820:80da:af6b:8b2c")]
    [InlineData("::ffff:93.184.215.14")]
    [InlineData("64:ff9b::5db8:d70e")]
    public void Public_addresses_may_be_fetched_from(string address) => rules.Allow(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("127.0.0.1", "loopback")]
    [InlineData("127.8.9.10", "loopback")]
    [InlineData("::1", "loopback")]
    [InlineData("10.1.2.3", "private")]
    [InlineData("172.31.0.1", "private")]
    [InlineData("192.168.1.1", "private")]
    [InlineData("100.100.0.1", "shared")]
    [InlineData("169.254.169.254", "cloud metadata")]
    [InlineData("fe80::1", "link-local")]
    [InlineData("fd00:ec2::254", "cloud metadata")]
    [InlineData("0.0.0.0", "this host")]
    [InlineData("::", "this host")]
    [InlineData("224.0.0.1", "multicast")]
    [InlineData("ff02::1", "multicast")]
    [InlineData("255.255.255.255", "broadcast")]
    [InlineData("240.0.0.1", "reserved")]
    [InlineData("198.18.0.1", "benchmarks")]
    [InlineData("203.0.113.7", "documentation")]
    [InlineData("2001:db8::1", "documentation")]
    [InlineData("::ffff:127.0.0.1", "mapped loopback")]
    [InlineData("::ffff:10.0.0.1", "mapped private")]
    [InlineData("64:ff9b::7f00:1", "loopback through NAT64")]
    [InlineData("64:ff9b:1::7f00:1", "local NAT64")]
    [InlineData("2002:7f00:1::", "loopback through 6to4")]
    [InlineData("2001:0:7f00:1::", "Teredo")]
    [InlineData("64:ff9b::a9fe:a9fe", "cloud metadata through NAT64")]
    [InlineData("2002:a9fe:a9fe::1", "cloud metadata through 6to4")]
    [InlineData("::7f00:1", "loopback in the old IPv4-compatible form")]
    [InlineData("::ffff:0:7f00:1", "translated loopback")]
    [InlineData("fec0::1", "site-local")]
    [InlineData("ff05::1:3", "multicast")]
    [InlineData("100::1", "discard only")]
    public void Addresses_inside_are_refused(string address, string why) => rules.Allow(IPAddress.Parse(address)).ShouldBeFalse(why);

    [Fact]
    public void An_operator_may_allow_a_network_and_nothing_beside_it()
    {
        var allowing = new AddressRules(["10.1.0.0/16", "::1/128"]);

        allowing.Allow(IPAddress.Parse("10.1.2.3")).ShouldBeTrue();
        allowing.Allow(IPAddress.Parse("::ffff:10.1.2.3")).ShouldBeTrue();
        allowing.Allow(IPAddress.Parse("::1")).ShouldBeTrue();
        allowing.Allow(IPAddress.Parse("10.2.0.1")).ShouldBeFalse();
    }

    [Fact]
    public void A_network_that_is_none_names_the_setting_and_the_remedy() =>
        Should.Throw<FormatException>(() => new AddressRules(["office"])).Message.ShouldContain("Ingestion:AllowedNetworks holds 'office'");
}
