using Microsoft.Extensions.DependencyInjection;
using NewsBot.Discord.Listening;

namespace NewsBot.Discord.Gateway;

/// <summary>Puts the connection to Discord's gateway into a host.</summary>
public static class GatewayRegistration
{
    /// <summary>Registers the connection; it is made where <see cref="DiscordOptions.Gateway"/> is on. To be called before the rest of Discord is registered.</summary>
    public static IServiceCollection AddDiscordGateway(this IServiceCollection services) => services
        .AddSingleton(new GatewayBuild(IsPresent: true))
        .AddHostedService<GatewayConnection>();
}
