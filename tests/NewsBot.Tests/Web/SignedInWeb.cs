using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using NewsBot.Archive;

namespace NewsBot.Tests.Web;

/// <summary>The pages with an administrator who is signed in and sends forms as a browser does: with the token of the page, following the answer.</summary>
internal sealed partial class SignedInWeb(RunningWeb web, string token) : IAsyncDisposable
{
    private const string Key = "a-key-of-the-tests";

    /// <summary>The running pages.</summary>
    public RunningWeb Web => web;

    /// <summary>The session's token.</summary>
    public string Token => token;

    /// <summary>The store behind them.</summary>
    public ArchiveStore Store => web.Services.GetRequiredService<ArchiveStore>();

    /// <summary>Starts the pages and signs in.</summary>
    public static async Task<SignedInWeb> StartAsync(
        IReadOnlyList<Story> stories, IReadOnlyDictionary<string, string?>? settings = null, Action<IServiceCollection>? more = null, TimeProvider? clock = null)
    {
        var all = new Dictionary<string, string?>(settings ?? new Dictionary<string, string?>())
        {
            ["Web:AdminKeyHash"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key))),
        };
        var web = await RunningWeb.StartAsync(stories, all, more, clock);
        using var signedIn = await web.Client.PostAsync("/admin/sign-in", new FormUrlEncodedContent([new("key", Key)]));
        signedIn.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return new SignedInWeb(web, TokenField().Match((await web.GetAsync("/admin")).Html).Groups[1].Value);
    }

    /// <summary>A page's markup.</summary>
    public async Task<string> GetAsync(string path) => (await web.GetAsync(path)).Html;

    /// <summary>Sends a form and gives the page that the browser is led to.</summary>
    public Task<string> SendAsync(string path, params (string Name, string Value)[] fields) =>
        FollowAsync(web.Client.PostAsync(path, new FormUrlEncodedContent(fields.Prepend(("token", token)).Select(field => new KeyValuePair<string, string>(field.Item1, field.Item2)))));

    /// <summary>Uploads files and gives the page that the browser is led to.</summary>
    public Task<string> UploadAsync(string archive, params (string Name, byte[] Content)[] files)
    {
        var form = new MultipartFormDataContent { { new StringContent(token), "token" }, { new StringContent(archive), "archive" } };
        foreach (var (name, content) in files)
        {
            form.Add(new ByteArrayContent(content), "files", name);
        }

        return FollowAsync(web.Client.PostAsync("/admin/ingest/files", form));
    }

    public ValueTask DisposeAsync() => web.DisposeAsync();

    private async Task<string> FollowAsync(Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        return response.StatusCode == HttpStatusCode.SeeOther
            ? (await web.GetAsync(response.Headers.Location!.ToString())).Html
            : await response.Content.ReadAsStringAsync();
    }

    [GeneratedRegex("name=\"token\" value=\"([0-9a-f]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex TokenField();
}
