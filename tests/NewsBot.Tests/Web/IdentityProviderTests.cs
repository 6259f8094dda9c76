using System.Net;
using NewsBot.Fakes;

namespace NewsBot.Tests.Web;

/// <summary>Signing in with an identity provider, as a browser goes through it: with cookies and redirects.</summary>
public sealed class IdentityProviderTests
{
    [Fact]
    public async Task Who_is_listed_is_let_in_and_can_act()
    {
        await using var issuer = await FakeIssuer.StartAsync();
        await using var web = await WithIssuerAsync(issuer);
        (await web.GetAsync("/admin")).Html.ShouldContain("Sign in with Newsroom");
        using var browser = BrowserOn(web);

        var signedIn = await browser.GetStringAsync("/admin/openid");

        signedIn.ShouldContain("To the administration");
        (await browser.GetStringAsync("/admin")).ShouldContain("Sign out");
    }

    [Fact]
    public async Task Who_is_not_listed_is_refused()
    {
        await using var issuer = await FakeIssuer.StartAsync();
        await using var web = await WithIssuerAsync(issuer);
        issuer.Person["sub"] = "mallory";
        using var browser = BrowserOn(web);

        using var response = await browser.GetAsync("/admin/openid");

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.GetStringAsync("/admin")).ShouldNotContain("Sign out");
    }

    [Fact]
    public async Task A_forged_token_lets_nobody_in()
    {
        await using var issuer = await FakeIssuer.StartAsync();
        await using var web = await WithIssuerAsync(issuer);
        issuer.Forges = true;
        using var browser = BrowserOn(web);

        using var response = await browser.GetAsync("/admin/openid");

        response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await browser.GetStringAsync("/admin")).ShouldNotContain("Sign out");
    }

    [Theory]
    [InlineData(true, HttpStatusCode.OK)]
    [InlineData(false, HttpStatusCode.Forbidden)]
    public async Task An_address_counts_only_when_the_provider_verified_it(bool isVerified, HttpStatusCode expected)
    {
        await using var issuer = await FakeIssuer.StartAsync();
        await using var web = await WithIssuerAsync(issuer, ("AdminClaim", "email"), ("Admins:0", "ada@herald.example"));
        (issuer.Person["email"], issuer.Person["email_verified"]) = ("ada@herald.example", isVerified ? "true" : "false");
        using var browser = BrowserOn(web);

        using var response = await browser.GetAsync("/admin/openid");

        response.StatusCode.ShouldBe(expected);
    }

    [Fact]
    public async Task Without_a_provider_there_is_no_such_way()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        (await web.GetAsync("/admin/openid")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    private static Task<RunningWeb> WithIssuerAsync(FakeIssuer issuer, params (string Name, string Value)[] more)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Web:OpenIdConnect:Authority"] = issuer.Address,
            ["Web:OpenIdConnect:ClientId"] = "newsbot",
            ["Web:OpenIdConnect:ClientSecret"] = "secret",
            ["Web:OpenIdConnect:Name"] = "Newsroom",
            ["Web:OpenIdConnect:Admins:0"] = "ada",
        };
        foreach (var (name, value) in more)
        {
            settings["Web:OpenIdConnect:" + name] = value;
        }

        return RunningWeb.StartAsync([Stories.Bridge], settings, clock: TimeProvider.System);
    }

    private static HttpClient BrowserOn(RunningWeb web) => new(new HttpClientHandler { UseProxy = false }) { BaseAddress = web.Client.BaseAddress };
}
