namespace NewsBot.Discord.Listening;

/// <summary>Whether this build of the program can connect to Discord's gateway.</summary>
/// <param name="IsPresent">True with <c>-p:UseDiscordNet=true</c>.</param>
public sealed record GatewayBuild(bool IsPresent);
