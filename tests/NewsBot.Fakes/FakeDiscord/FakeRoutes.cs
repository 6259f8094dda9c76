namespace NewsBot.Fakes.FakeDiscord;

/// <summary>The paths that the fake plays, as the OpenAPI file writes them.</summary>
internal static class FakeRoutes
{
    public const string Callback = "/interactions/{interaction_id}/{interaction_token}/callback";
    public const string Original = "/webhooks/{webhook_id}/{webhook_token}/messages/@original";
    public const string FollowUp = "/webhooks/{webhook_id}/{webhook_token}";
    public const string Messages = "/channels/{channel_id}/messages";
    public const string Message = "/channels/{channel_id}/messages/{message_id}";
    public const string Typing = "/channels/{channel_id}/typing";
    public const string Threads = "/channels/{channel_id}/messages/{message_id}/threads";
    public const string BotGateway = "/gateway/bot";
    public const string MyGuilds = "/users/@me/guilds";
    public const string Commands = "/applications/{application_id}/commands";
    public const string GuildCommands = "/applications/{application_id}/guilds/{guild_id}/commands";
    public const string CurrentApplication = "/applications/@me";

    private const string Prefix = "/api/v10";

    private static readonly string[] All = [Callback, Original, FollowUp, CurrentApplication, Messages, Message, Typing, Threads, BotGateway, MyGuilds, Commands, GuildCommands];

    /// <summary>The template that a path fits, with the ids in it; the path itself where none does.</summary>
    public static (string Template, IReadOnlyList<string> Ids) Match(string path)
    {
        var plain = path.StartsWith(Prefix, StringComparison.Ordinal) ? path[Prefix.Length..] : path;
        var parts = plain.Split('/');
        foreach (var template in All)
        {
            var names = template.Split('/');
            if (names.Length == parts.Length && names.Zip(parts).All(pair => pair.First.StartsWith('{') || pair.First == pair.Second))
            {
                return (template, [.. names.Zip(parts).Where(pair => pair.First.StartsWith('{')).Select(pair => Uri.UnescapeDataString(pair.Second))]);
            }
        }

        return (plain, []);
    }
}
