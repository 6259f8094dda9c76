using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NewsBot.Fakes;

/// <summary>An identity provider that speaks OpenID Connect's authorization code flow and lets everybody in as the person it is told.</summary>
public sealed class FakeIssuer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly RSA key = RSA.Create(2048);
    private readonly ConcurrentDictionary<string, (string? Nonce, string? Challenge)> codes = new();

    private FakeIssuer(WebApplication app) => this.app = app;

    /// <summary>Its address: the authority.</summary>
    public string Address => app.Urls.First();

    /// <summary>The claims of whoever signs in next, beside the usual ones.</summary>
    public Dictionary<string, object> Person { get; } = new() { ["sub"] = "ada" };

    /// <summary>Whether it signs with a key that is not the one it publishes.</summary>
    public bool Forges { get; set; }

    /// <summary>Starts an issuer on a free port.</summary>
    public static async Task<FakeIssuer> StartAsync()
    {
        var built = LoopbackServer.Create();
        var issuer = new FakeIssuer(built);
        built.MapGet("/.well-known/openid-configuration", issuer.DescribeAsync);
        built.MapGet("/keys", issuer.ShowKeysAsync);
        built.MapGet("/authorize", issuer.Authorize);
        built.MapPost("/token", issuer.GiveTokenAsync);
        await built.StartAsync();
        return issuer;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        key.Dispose();
    }

    private Task DescribeAsync(HttpContext context) => WriteAsync(context, new Dictionary<string, object>
    {
        ["issuer"] = Address,
        ["authorization_endpoint"] = Address + "/authorize",
        ["token_endpoint"] = Address + "/token",
        ["jwks_uri"] = Address + "/keys",
        ["response_types_supported"] = new[] { "code" },
        ["subject_types_supported"] = new[] { "public" },
        ["id_token_signing_alg_values_supported"] = new[] { "RS256" },
    });

    private Task ShowKeysAsync(HttpContext context)
    {
        var parameters = key.ExportParameters(includePrivateParameters: false);
        var shown = new { kty = "RSA", use = "sig", alg = "RS256", kid = "1", n = Base64Url.EncodeToString(parameters.Modulus), e = Base64Url.EncodeToString(parameters.Exponent) };
        return WriteAsync(context, new Dictionary<string, object> { ["keys"] = new[] { shown } });
    }

    private void Authorize(HttpContext context)
    {
        var query = context.Request.Query;
        var code = Guid.NewGuid().ToString("N");
        codes[code] = (query["nonce"], query["code_challenge"]);
        context.Response.Redirect($"{query["redirect_uri"]}?code={code}&state={Uri.EscapeDataString(query["state"].ToString())}");
    }

    private async Task GiveTokenAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var proof = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString())));
        if (!codes.TryRemove(form["code"].ToString(), out var asked) || asked.Challenge != proof)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            await WriteAsync(context, new Dictionary<string, object> { ["error"] = "invalid_grant" });
            return;
        }

        await WriteAsync(context, new Dictionary<string, object>
        {
            ["access_token"] = "a", ["token_type"] = "Bearer", ["expires_in"] = 60, ["id_token"] = Token(form["client_id"].ToString(), asked.Nonce),
        });
    }

    private string Token(string audience, string? nonce)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var claims = new Dictionary<string, object>(Person) { ["iss"] = Address, ["aud"] = audience, ["iat"] = now, ["exp"] = now + 60, ["nonce"] = nonce ?? "" };
        var content = $"{Encode(new { alg = "RS256", typ = "JWT", kid = "1" })}.{Encode(claims)}";
        using var other = RSA.Create(2048);
        var signature = (Forges ? other : key).SignData(Encoding.ASCII.GetBytes(content), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return $"{content}.{Base64Url.EncodeToString(signature)}";
    }

    private static string Encode<T>(T value) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(value));

    private static Task WriteAsync(HttpContext context, Dictionary<string, object> value) => context.Response.WriteAsJsonAsync(value);
}
