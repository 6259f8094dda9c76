using System.Net;
using Microsoft.Extensions.Options;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Listening;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Commands;

/// <summary>One thing that was looked at.</summary>
/// <param name="What">What it is.</param>
/// <param name="IsWell">Whether it is as it should be.</param>
/// <param name="Text">What was found or, when it is not well, how to mend it.</param>
public sealed record Finding(string What, bool IsWell, string Text);

/// <summary>
/// Looks at the set-up of Discord for <c>doctor</c>: settings, endpoint, token, key, clock, intents, permissions, commands.
/// </summary>
public sealed class DiscordDiagnosis(DiscordRestClient rest, EndpointProbe probe, GatewayBuild gateway, IOptions<DiscordOptions> options, TimeProvider time)
{
    private const Permissions Needed = Permissions.ViewChannel | Permissions.SendMessages | Permissions.AttachFiles | Permissions.ReadMessageHistory;

    // The bits of an application that may have the content of messages, with and without Discord's review.
    private const long MessageContentFlags = (1L << 18) | (1L << 19);

    // Signed requests are accepted five minutes either way; well before that a clock should be mended.
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(1);

    /// <summary>The findings; one line that says so where Discord is not configured.</summary>
    public async Task<IReadOnlyList<Finding>> LookAsync(CancellationToken cancellationToken)
    {
        var settings = options.Value;
        if (!settings.IsConfigured)
        {
            return [new Finding("Discord", true, "not configured: set Discord:ApplicationId and Discord:PublicKey to turn it on")];
        }

        var findings = new List<Finding>
        {
            settings.HasEndpoint
                ? new Finding("Discord endpoint", true, $"on: enter your public address with {DiscordRegistration.InteractionsPath} as Interactions Endpoint URL in Discord's developer portal")
                : new Finding("Discord endpoint", settings.Gateway, "off: set Discord:PublicKey to receive interactions over HTTP"),
            new("Discord gateway", !settings.Gateway || gateway.IsPresent, settings.Gateway
                ? gateway.IsPresent ? "on" : "on, but this program was built without it: build with -p:UseDiscordNet=true, or set Discord:Gateway to false"
                : "off: only commands, buttons and menus are answered, no mentions"),
        };
        if (settings.Token.Length == 0)
        {
            findings.Add(new Finding("Discord token", true, "not set: enough for answering; register-commands and channel messages need Discord:Token"));
            return findings;
        }

        await LookAtDiscordAsync(settings, findings, cancellationToken);
        return findings;
    }

    private async Task LookAtDiscordAsync(DiscordOptions settings, List<Finding> findings, CancellationToken cancellationToken)
    {
        try
        {
            var (application, date) = await rest.CurrentApplicationAsync(cancellationToken);
            findings.Add(new Finding("Discord token", true, $"valid for application {application.Id}"));
            findings.Add(new Finding("Discord application", application.Id == settings.ApplicationId,
                application.Id == settings.ApplicationId ? application.Id : $"the token belongs to application {application.Id}, but Discord:ApplicationId is {settings.ApplicationId}: copy both from the same application"));
            findings.Add(KeyFinding(settings, application));
            findings.Add(ClockFinding(date));
            if (settings.HasEndpoint)
            {
                findings.Add(await ReachFindingAsync(settings, application, cancellationToken));
            }

            findings.Add(IntentFinding(settings, application));
            findings.Add(await PermissionsFindingAsync(cancellationToken));
            findings.Add(await CommandsFindingAsync(Snowflake.Parse(application.Id), cancellationToken));
        }
        catch (DiscordException exception)
        {
            findings.Add(new Finding("Discord token", false, exception.Status == HttpStatusCode.Unauthorized
                ? "refused: copy it again from the Bot page of your application (NEWSBOT_Discord__Token)"
                : $"{exception.Message}. Check Discord:ApiBaseUrl ({settings.ApiBaseUrl}) and whether this machine may reach it."));
        }
    }

    private static Finding KeyFinding(DiscordOptions settings, CurrentApplication application) =>
        settings.PublicKey.Length == 0 || string.Equals(settings.PublicKey, application.VerifyKey, StringComparison.OrdinalIgnoreCase)
            ? new Finding("Discord public key", true, settings.PublicKey.Length == 0 ? "not set" : "is the application's")
            : new Finding("Discord public key", false, "is not the application's: every interaction would be refused. Copy \"Public Key\" from its General Information page (NEWSBOT_Discord__PublicKey).");

    private Finding ClockFinding(DateTimeOffset? theirs)
    {
        var skew = theirs is { } moment ? (time.GetUtcNow() - moment).Duration() : TimeSpan.Zero;
        return new Finding("Clock", skew <= MostSkew, skew <= MostSkew
            ? "agrees with Discord's"
            : $"differs from Discord's by {skew.TotalSeconds:0} s; beyond five minutes interactions are refused. Let the system synchronise its time (NTP).");
    }

    private async Task<Finding> ReachFindingAsync(DiscordOptions settings, CurrentApplication application, CancellationToken cancellationToken)
    {
        const string What = "Discord endpoint address";
        if (application.InteractionsEndpointUrl is not { Length: > 0 } address)
        {
            return new Finding(What, settings.Gateway, settings.Gateway
                ? "none: interactions come over the gateway"
                : $"none is entered: enter your public address with {DiscordRegistration.InteractionsPath} as Interactions Endpoint URL on the General Information page of your application");
        }

        return settings.Gateway
            ? new Finding(What, false, $"{address} is entered, so Discord sends interactions there and none over the gateway: remove it, or set Discord:Gateway to false if you want no mentions")
            : await probe.FaultAsync(new Uri(address), cancellationToken) is { } fault
                ? new Finding(What, false, $"{address} {fault}. Start 'newsbot serve' and check the reverse proxy or tunnel that leads to it.")
                : new Finding(What, true, $"{address} is NewsBot's and refuses what Discord did not sign");
    }

    private static Finding IntentFinding(DiscordOptions settings, CurrentApplication application) =>
        !settings.MessageContent ? new Finding("Discord intents", true, "no privileged intent is asked for")
        : (application.Flags & MessageContentFlags) != 0 ? new Finding("Discord intents", true, "message content is asked for and allowed")
        : new Finding("Discord intents", false, "message content is asked for but not allowed: turn \"Message Content Intent\" on at the Bot page of your application, or set Discord:MessageContent to false");

    private async Task<Finding> PermissionsFindingAsync(CancellationToken cancellationToken)
    {
        var guilds = await rest.GuildsAsync(cancellationToken);
        var lacking = guilds.Where(guild => !guild.Own.Grants(Needed)).ToList();
        return lacking.Count == 0
            ? new Finding("Discord permissions", true, $"enough in {guilds.Count} servers")
            : new Finding("Discord permissions", false, $"in {lacking.Count} of {guilds.Count} servers something is missing; first {lacking[0].Id}, which lacks {Needed & ~lacking[0].Own}. "
                + "Give NewsBot's role these permissions there; answers to commands come all the same.");
    }

    private async Task<Finding> CommandsFindingAsync(Snowflake application, CancellationToken cancellationToken)
    {
        var registered = (await rest.CommandsAsync(application, null, cancellationToken)).Select(command => command.Name).ToHashSet(StringComparer.Ordinal);
        var missing = CommandSet.All(isForOneServer: false).Select(command => command.Name).Where(name => !registered.Contains(name)).ToList();
        return new Finding("Discord commands", missing.Count == 0, missing.Count == 0
            ? $"{registered.Count} registered"
            : $"not registered: {string.Join(", ", missing)}. Run 'newsbot register-commands'.");
    }
}
