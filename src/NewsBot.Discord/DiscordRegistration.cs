using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord;

/// <summary>Puts Discord into a host.</summary>
public static class DiscordRegistration
{
    /// <summary>The path that is entered as "Interactions Endpoint URL" in Discord's developer portal.</summary>
    public const string InteractionsPath = "/discord/interactions";

    // One attempt; Discord itself gives up on an interaction after 3 s, but edits may take longer under load.
    private static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(15);

    /// <summary>
    /// Registers everything of Discord. Nothing runs or connects unless section <c>Discord</c> is filled in. Needs an
    /// <see cref="Answering.IQuestionAnswerer"/> in the same container.
    /// </summary>
    [SuppressMessage("Reliability", "CA2000", Justification = "The HTTP client lives as long as the host.")]
    public static IServiceCollection AddDiscord(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DiscordOptions>().Bind(configuration.GetSection(DiscordOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<DiscordOptions>, DiscordOptionsValidation>());
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();

        services.AddSingleton(_ => new ArticleLinks(Uri.TryCreate(configuration["Web:PublicBaseUrl"], UriKind.Absolute, out var url) ? url : null));
        services.AddSingleton<RateLimits>();
        services.AddSingleton(provider => new DiscordRestClient(
            HttpClientFor(provider.GetRequiredService<IOptions<DiscordOptions>>().Value),
            provider.GetRequiredService<IOptions<DiscordOptions>>().Value.Token,
            provider.GetRequiredService<RateLimits>(),
            provider.GetRequiredService<TimeProvider>(),
            Random.Shared));
        services.AddSingleton<CommandRegistration>();

        services.AddSingleton<ArchiveChoice>();
        services.TryAddSingleton(new LivePace());
        services.AddSingleton<AnswerWriter>();
        services.AddSingleton<ICommand, AskCommand>();

        services.AddSingleton<RecentInteractions>();
        services.AddSingleton<ReplayGuard>();
        services.AddSingleton<InteractionRouter>();
        services.AddSingleton<ReplyTargets>();
        services.AddSingleton<ReplyWork>();
        services.AddHostedService(provider => provider.GetRequiredService<ReplyWork>());
        services.AddSingleton<InteractionEndpoint>();
        return services;
    }

    /// <summary>Maps <see cref="InteractionsPath"/>, if a public key is configured; else nothing is mapped.</summary>
    public static IEndpointRouteBuilder MapDiscordInteractions(this IEndpointRouteBuilder endpoints)
    {
        if (endpoints.ServiceProvider.GetRequiredService<IOptions<DiscordOptions>>().Value.HasEndpoint)
        {
            endpoints.MapPost(InteractionsPath, (RequestDelegate)(context => context.RequestServices.GetRequiredService<InteractionEndpoint>().HandleAsync(context)));
        }

        return endpoints;
    }

    private static HttpClient HttpClientFor(DiscordOptions options)
    {
        var client = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            BaseAddress = new Uri(options.ApiBaseUrl.TrimEnd('/') + "/"),
            Timeout = AttemptTimeout,
        };
        var version = typeof(DiscordRegistration).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
        client.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", $"DiscordBot (https://newsbot.example, {version})");
        return client;
    }
}
