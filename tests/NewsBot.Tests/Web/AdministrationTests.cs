using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Archive;

namespace NewsBot.Tests.Web;

public sealed partial class AdministrationTests
{
    private const string Key = "3f9d5c1b7a2e4d6f8091a2b3c4d5e6f70123456789abcdef0123456789abcdef";

    [Fact]
    public async Task Without_a_key_nobody_signs_in_and_the_page_says_how_to_set_one()
    {
        await using var web = await RunningWeb.WithAsync(Stories.Bridge);

        (await web.GetAsync("/admin")).Html.ShouldContain("NEWSBOT_Web__AdminKeyHash");
        (await PostAsync(web, "/admin/sign-in", ("key", ""))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_key_opens_the_overview_by_a_cookie_that_scripts_and_other_sites_cannot_use()
    {
        await using var web = await WithKeyAsync();

        using var signedIn = await PostAsync(web, "/admin/sign-in", ("key", Key));

        signedIn.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single();
        cookie.ShouldContain("httponly");
        cookie.ShouldContain("samesite=strict");
        var (status, html) = await web.GetAsync("/admin");
        status.ShouldBe(HttpStatusCode.OK);
        html.ShouldContain("<th scope=\"row\">default</th><td data-label=\"Articles\">1</td>");
    }

    [Fact]
    public async Task Five_wrong_keys_lock_the_door_even_for_the_right_one()
    {
        await using var web = await WithKeyAsync();
        for (var i = 0; i < 5; i++)
        {
            (await PostAsync(web, "/admin/sign-in", ("key", "wrong"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        }

        using var right = await PostAsync(web, "/admin/sign-in", ("key", Key));

        right.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await right.Content.ReadAsStringAsync()).ShouldContain("Nobody can sign in from here for 15 minutes");
    }

    [Fact]
    public async Task An_article_is_removed_only_by_a_form_that_carries_the_sessions_token()
    {
        await using var web = await WithKeyAsync();
        await PostAsync(web, "/admin/sign-in", ("key", Key));
        var token = FormToken().Match((await web.GetAsync("/admin")).Html).Groups[1].Value;

        (await PostAsync(web, "/admin/articles/remove", Removal((token[0] == '0' ? '1' : '0') + token[1..]))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await web.GetAsync("/articles/bridge")).Status.ShouldBe(HttpStatusCode.OK);
        (await PostAsync(web, "/admin/articles/remove", Removal(token))).StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await web.GetAsync("/articles/bridge")).Status.ShouldBe(HttpStatusCode.Gone);
        web.Services.GetRequiredService<ArchiveStore>().Readers.Audit(5).ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            entry => entry.User.ShouldBe("key"),
            entry => entry.Action.ShouldBe("articles.remove"),
            entry => entry.Detail.ShouldStartWith("bridge"));
    }

    [Fact]
    public async Task Without_a_session_no_form_does_anything()
    {
        await using var web = await WithKeyAsync();

        (await PostAsync(web, "/admin/articles/remove", Removal("x"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await PostAsync(web, "/admin/sign-out", ("token", "x"))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await web.GetAsync("/articles/bridge")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("newsbot-admin=9999999999.aa.bb")]
    [InlineData("newsbot-admin=x.y.z")]
    [InlineData("newsbot-admin=")]
    public async Task A_forged_cookie_opens_nothing(string cookie)
    {
        await using var web = await WithKeyAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/admin");
        request.Headers.Add("Cookie", cookie);

        using var response = await web.Client.SendAsync(request);

        (await response.Content.ReadAsStringAsync()).ShouldContain("Administration key");
    }

    [Fact]
    public async Task Signing_in_opens_private_archives_for_reading_and_signing_out_closes_them()
    {
        await using var web = await WithKeyAsync(Stories.Of("secret", "Draft budget", "The draft holds 12 million.", archive: "board"));
        await PostAsync(web, "/admin/sign-in", ("key", Key));
        (await web.GetAsync("/articles/secret?archive=board")).Status.ShouldBe(HttpStatusCode.OK);
        var token = FormToken().Match((await web.GetAsync("/admin")).Html).Groups[1].Value;

        await PostAsync(web, "/admin/sign-out", ("token", token));

        (await web.GetAsync("/articles/secret?archive=board")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_cookie_is_worth_nothing_after_signing_out()
    {
        await using var web = await WithKeyAsync();
        using var signedIn = await PostAsync(web, "/admin/sign-in", ("key", Key));
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single().Split(';')[0];
        var token = FormToken().Match((await web.GetAsync("/admin")).Html).Groups[1].Value;

        await PostAsync(web, "/admin/sign-out", ("token", token));
        using var request = new HttpRequestMessage(HttpMethod.Get, "/admin");
        request.Headers.Add("Cookie", cookie);
        using var response = await web.Client.SendAsync(request);

        (await response.Content.ReadAsStringAsync()).ShouldContain("Administration key");
    }

    [Fact]
    public async Task Beyond_loopback_the_host_does_not_start_without_a_key()
    {
        var failure = await Should.ThrowAsync<Microsoft.Extensions.Options.OptionsValidationException>(() =>
            RunningWeb.StartAsync([Stories.Bridge], new Dictionary<string, string?> { ["Web:Urls"] = "http://0.0.0.0:8080" }));

        failure.Message.ShouldContain("Web:AdminKeyHash");
    }

    private static Task<RunningWeb> WithKeyAsync(params Story[] more) => RunningWeb.StartAsync(
        [Stories.Bridge, .. more],
        new Dictionary<string, string?> { ["Web:AdminKeyHash"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key))) });

    private static (string, string)[] Removal(string token) => [("token", token), ("archive", "default"), ("article", "bridge"), ("reason", "asked for")];

    private static Task<HttpResponseMessage> PostAsync(RunningWeb web, string path, params (string Name, string Value)[] fields) => web.Client.PostAsync(
        path, new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value))));

    [GeneratedRegex("name=\"token\" value=\"([0-9a-f]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex FormToken();
}
