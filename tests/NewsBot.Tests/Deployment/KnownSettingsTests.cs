using Microsoft.Extensions.Configuration;
using NewsBot.Hosting;

namespace NewsBot.Tests.Deployment;

/// <summary>What is set in vain is told, with what was probably meant.</summary>
public sealed class KnownSettingsTests
{
    [Fact]
    public void Every_setting_of_the_program_is_known() => new KnownSettings().Names.Order().ShouldBe(DeployedOptions.All.Keys.Append("Data:Folder").Order());

    [Theory]
    [InlineData("Discord:PublikKey", "Discord:PublikKey is set and read by nothing. Did you mean Discord:PublicKey?")]
    [InlineData("Web:Nonsense", "Web:Nonsense is set and read by nothing. docs/SETTINGS.md has every setting.")]
    [InlineData("Discord_PublicKey", "NEWSBOT_Discord_PublicKey is read by nothing: write two underscores behind the section, NEWSBOT_Discord__PublicKey.")]
    public void A_slip_in_a_name_is_told(string key, string complaint) => Complaints(key).ShouldHaveSingleItem().ShouldBe(complaint);

    [Theory]
    [InlineData("Web:Urls")]
    [InlineData("web:urls")]
    [InlineData("Web:PublicArchives:0")]
    [InlineData("Web:OpenIdConnect:Admins:1")]
    [InlineData("Logging:LogLevel:NewsBot")]
    [InlineData("Data:Folder")]
    [InlineData("DATA")]
    public void What_the_program_reads_is_not_complained_of(string key) => Complaints(key).ShouldBeEmpty();

    private static IEnumerable<string> Complaints(string key) =>
        new KnownSettings().Complaints(new ConfigurationBuilder().AddInMemoryCollection([new(key, "1")]).Build());
}
