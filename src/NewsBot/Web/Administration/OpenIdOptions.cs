namespace NewsBot.Web.Administration;

/// <summary>Signing in with an identity provider: section <c>Web:OpenIdConnect</c>. Off while <see cref="Authority"/> is unset.</summary>
internal sealed class OpenIdOptions
{
    /// <summary>The provider's address, e.g. <c>https://login.example.org/realms/news</c>; its discovery document lies below.</summary>
    public string? Authority { get; set => field = string.IsNullOrWhiteSpace(value) ? null : value; }

    /// <summary>The name that the provider knows NewsBot by.</summary>
    public string? ClientId { get; set; }

    /// <summary>The secret that the provider knows NewsBot by.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>What the button calls the provider.</summary>
    public string Name { get; set; } = "OpenID Connect";

    /// <summary>The claim that tells administrators: <c>sub</c>, <c>email</c> (a verified one), <c>groups</c> … Default sub.</summary>
    public string AdminClaim { get; set; } = "sub";

    /// <summary>The values of that claim that make an administrator. Nobody else gets in.</summary>
    public IList<string> Admins { get; set; } = [];

    /// <summary>Whether it is on.</summary>
    public bool IsOn => Authority is not null;

    /// <summary>What is wrong, each with its remedy.</summary>
    public IEnumerable<string> Problems()
    {
        if (!IsOn)
        {
            yield break;
        }

        if (!Uri.TryCreate(Authority, UriKind.Absolute, out var address) || !(address.Scheme == "https" || (address.Scheme == "http" && address.IsLoopback)))
        {
            yield return $"Web:OpenIdConnect:Authority is '{Authority}': give the provider's https address.";
        }

        if (string.IsNullOrWhiteSpace(ClientId))
        {
            yield return "Web:OpenIdConnect:ClientId is not set: register NewsBot with the provider and give the name that it got.";
        }

        if (Admins.Count == 0)
        {
            yield return $"Web:OpenIdConnect:Admins is empty, so nobody could sign in: list the values of the claim '{AdminClaim}' that make an administrator.";
        }
    }
}
