using NewsBot.Web.Markup;

namespace NewsBot.Web.Administration;

/// <summary>/admin/settings: the settings as the running program has them. Secrets are only said to be set.</summary>
internal sealed class SettingsPage(AdminDoor door, IConfiguration configuration)
{
    private static readonly string[] Sections =
        ["Answering", "Chat", "Data", "Discord", "Embeddings", "Ingestion", "Limits", "Logging", "Mcp", "Observability", "Privacy", "Qdrant", "Reranking", "Retrieval", "Web"];

    private static readonly string[] SecretEndings = ["key", "token", "secret", "hash", "password"];

    /// <summary>GET /admin/settings.</summary>
    public Task ShowAsync(HttpContext context) => door.ShowAsync(context, _ => new AdminPage("/admin/settings", "Settings", Html.Of($"""
        <p>What was set, wherever it was set; everything else has its default. Settings are read at the start: change them in <code>appsettings.json</code> or as
          environment variables (<code>NEWSBOT_Web__Urls</code> for <code>Web:Urls</code>), then start NewsBot again.</p>
        {AdminFrame.Table(["Setting", "Value"], [.. Values().Select(Row)], "Nothing was set.")}
        """)));

    private IEnumerable<KeyValuePair<string, string?>> Values() => Sections
        .SelectMany(section => configuration.GetSection(section).AsEnumerable())
        .Where(setting => !string.IsNullOrEmpty(setting.Value))
        .OrderBy(setting => setting.Key, StringComparer.OrdinalIgnoreCase);

    private static Html Row(KeyValuePair<string, string?> setting) => Html.Of($"""
        <tr><th scope="row"><code>{setting.Key}</code></th><td class="what" data-label="Value">{(IsSecret(setting.Key) ? Html.Of($"<em>set, and not shown</em>") : Html.Text(WithoutPassword(setting.Value!)))}</td></tr>
        """);

    private static bool IsSecret(string key) =>
        key.Split(':').Any(part => SecretEndings.Any(ending => part.EndsWith(ending, StringComparison.OrdinalIgnoreCase))) && !key.EndsWith("PublicKey", StringComparison.OrdinalIgnoreCase);

    // Addresses may carry a user's name and password.
    private static string WithoutPassword(string value) => Uri.TryCreate(value, UriKind.Absolute, out var address) && address.UserInfo.Length > 0
        ? value.Replace(address.UserInfo, "…", StringComparison.Ordinal)
        : value;
}
