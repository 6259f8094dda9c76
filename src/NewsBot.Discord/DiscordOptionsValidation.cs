using Microsoft.Extensions.Options;
using NewsBot.Archive;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Listening;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Security;

namespace NewsBot.Discord;

/// <summary>Checks the settings at start; every message names the setting and what to do.</summary>
/// <param name="gateway">Whether this build can connect to the gateway.</param>
public sealed class DiscordOptionsValidation(GatewayBuild gateway) : IValidateOptions<DiscordOptions>
{
    private const int PublicKeyHexDigits = 64;
    private const int MostShards = 1_000;
    private const int MostPurgeDays = 3_650;

    /// <inheritdoc/>
    public ValidateOptionsResult Validate(string? name, DiscordOptions options)
    {
        var faults = Faults(options).ToList();
        return faults.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    private IEnumerable<string> Faults(DiscordOptions options)
    {
        if (options.PublicKey.Length > 0 && !IsPublicKey(options.PublicKey))
        {
            yield return "Discord:PublicKey must be 64 hexadecimal digits: copy \"Public Key\" from the General Information page of your "
                + "application in Discord's developer portal (NEWSBOT_Discord__PublicKey).";
        }

        if (options.ApplicationId.Length > 0 && !Snowflake.TryParse(options.ApplicationId, out _))
        {
            yield return "Discord:ApplicationId must be a number: copy \"Application ID\" from the General Information page of your "
                + "application in Discord's developer portal (NEWSBOT_Discord__ApplicationId).";
        }

        if (options.ApplicationId.Length == 0 && options.IsConfigured)
        {
            yield return "Discord:ApplicationId is missing: copy \"Application ID\" from the General Information page of your application "
                + "in Discord's developer portal (NEWSBOT_Discord__ApplicationId), or remove Discord:PublicKey and Discord:Token to turn Discord off.";
        }

        if (options.Gateway && options.Token.Length == 0)
        {
            yield return "Discord:Gateway is on but Discord:Token is missing: copy the token from the Bot page of your application in "
                + "Discord's developer portal (NEWSBOT_Discord__Token), or set Discord:Gateway to false.";
        }

        if (options.Gateway && !gateway.IsPresent)
        {
            yield return "Discord:Gateway is on, but this program was built without it: build with -p:UseDiscordNet=true (the Dockerfile does), "
                + "or set Discord:Gateway to false and use the interactions endpoint.";
        }

        if (options.Shards is < 0 or > MostShards)
        {
            yield return $"Discord:Shards must be 0 to {MostShards}; 0, the default, lets Discord recommend a number.";
        }

        if (options.Gateway && options.Layout == ReplySkin.Components)
        {
            yield return "Discord:Layout must be Classic while Discord:Gateway is on: the gateway's library cannot read the messages that Components makes.";
        }

        if (options.RetentionDays < ButtonCodes.DaysValid)
        {
            yield return $"Discord:RetentionDays must be at least {ButtonCodes.DaysValid}, since the buttons under answers work that long; the default is 180.";
        }

        if (options.PurgeAfterDays is < 1 or > MostPurgeDays)
        {
            yield return $"Discord:PurgeAfterDays must be 1 to {MostPurgeDays}; the default is 30.";
        }

        if (options.Token.Any(c => c is <= ' ' or > '~'))
        {
            yield return "Discord:Token holds white space or characters that no token has: copy it again from the Bot page of your "
                + "application, without \"Bot \" before it (NEWSBOT_Discord__Token).";
        }

        if (!Uri.TryCreate(options.ApiBaseUrl, UriKind.Absolute, out var api) || api.Scheme is not ("http" or "https"))
        {
            yield return "Discord:ApiBaseUrl must be an http or https address such as https://discord.com/api/v10; remove the setting to use that.";
        }

        if (options.GatewayUrl.Length > 0 && (!Uri.TryCreate(options.GatewayUrl, UriKind.Absolute, out var gatewayUrl) || gatewayUrl.Scheme is not ("ws" or "wss")))
        {
            yield return "Discord:GatewayUrl must be a ws or wss address; remove the setting to ask Discord for it.";
        }

        if (!ArchiveName.TryParse(options.DefaultArchive, out _))
        {
            yield return "Discord:DefaultArchive must be an archive name: 1 to 64 of the characters a-z, 0-9 and '-'.";
        }

        if (options.DirectMessageArchive.Length > 0 && !ArchiveName.TryParse(options.DirectMessageArchive, out _))
        {
            yield return "Discord:DirectMessageArchive must be an archive name (1 to 64 of the characters a-z, 0-9 and '-'), or empty to refuse direct messages.";
        }
    }

    private static bool IsPublicKey(string text) => text.Length == PublicKeyHexDigits && text.All(char.IsAsciiHexDigit);
}
