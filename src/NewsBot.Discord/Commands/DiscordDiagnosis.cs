using System.Net;
using Microsoft.Extensions.Options;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Commands;

/// <summary>One thing that was looked at.</summary>
/// <param name="What">What it is.</param>
/// <param name="IsWell">Whether it is as it should be.</param>
/// <param name="Text">What was found or, when it is not well, how to mend it.</param>
public sealed record Finding(string What, bool IsWell, string Text);

/// <summary>Looks at the set-up of Discord for <c>doctor</c>: settings, token, key, clock, commands.</summary>
public sealed class DiscordDiagnosis(DiscordRestClient rest, IOptions<DiscordOptions> options, TimeProvider time)
{
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

    private async Task<Finding> CommandsFindingAsync(Snowflake application, CancellationToken cancellationToken)
    {
        var registered = (await rest.CommandsAsync(application, null, cancellationToken)).Select(command => command.Name).ToHashSet(StringComparer.Ordinal);
        var missing = CommandSet.All(isForOneServer: false).Select(command => command.Name).Where(name => !registered.Contains(name)).ToList();
        return new Finding("Discord commands", missing.Count == 0, missing.Count == 0
            ? $"{registered.Count} registered"
            : $"not registered: {string.Join(", ", missing)}. Run 'newsbot register-commands'.");
    }
}
