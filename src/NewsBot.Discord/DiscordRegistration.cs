using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsBot.Answering.Citations;
using NewsBot.Answering.Stored;
using NewsBot.Discord.Administration;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Browsing;
using NewsBot.Discord.Checking;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Feedback;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Limits;
using NewsBot.Discord.Listening;
using NewsBot.Discord.Privacy;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Security;
using NewsBot.Discord.Settings;
using NewsBot.Ingestion;

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
        services.TryAddSingleton(new GatewayBuild(IsPresent: false));
        services.TryAddSingleton(TimeProvider.System);
        services.AddMetrics();

        services.AddSingleton(provider => new ArticleLinks(
            Uri.TryCreate(configuration["Web:PublicBaseUrl"], UriKind.Absolute, out var url) ? url : null, provider.GetService<ArticlePath>()));
        services.AddSingleton<RateLimits>();
        services.AddSingleton(provider => new DiscordRestClient(
            HttpClientFor(provider.GetRequiredService<IOptions<DiscordOptions>>().Value),
            provider.GetRequiredService<IOptions<DiscordOptions>>().Value.Token,
            provider.GetRequiredService<RateLimits>(),
            provider.GetRequiredService<TimeProvider>(),
            Random.Shared));
        services.AddSingleton<CommandRegistration>();
        services.AddSingleton(_ => new EndpointProbe(new HttpClient { Timeout = AttemptTimeout }));
        services.AddSingleton<DiscordDiagnosis>();

        services.AddSingleton<GuildBook>();
        services.AddSingleton<GuildRoll>();
        services.AddSingleton<PlaceLanguage>();
        services.AddSingleton<DailyQuestions>();
        services.AddSingleton<ArchiveChoice>();
        services.AddSingleton<ButtonCodes>();
        AddAsking(services, configuration);
        AddCitationChecks(services);
        AddBrowsing(services);
        AddFeedback(services);
        AddAdministration(services);

        services.AddSingleton<RecentDeliveries>();
        services.AddSingleton<ReplayGuard>();
        services.AddSingleton<InteractionRouter>();
        services.AddSingleton<ReplyTargets>();
        services.AddSingleton<ReplyWork>();
        services.AddHostedService(provider => provider.GetRequiredService<ReplyWork>());
        services.AddSingleton<FirstResponses>();
        services.AddSingleton<InteractionEndpoint>();
        services.AddSingleton<InteractionInbox>();
        AddListening(services);
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

    private static void AddAsking(IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<LimitsOptions>().Bind(configuration.GetSection(LimitsOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<LimitsOptions>, LimitsOptionsValidation>());
        services.AddSingleton<AskLimits>();
        services.AddSingleton<QuestionQueue>();
        services.AddSingleton<KeptAnswers>();
        services.TryAddSingleton<PostedAnswers>();
        services.AddSingleton<AnswerPlaces>();
        services.AddHostedService<AnswerMarks>();
        services.TryAddSingleton(new LivePace());
        services.AddSingleton<AnswerWriter>();
        services.AddSingleton<AskDesk>();
        services.AddSingleton<ICommand, AskCommand>();
        services.AddSingleton<IComponentHandler, RewordButton>();
        services.AddSingleton<IComponentHandler, ThisYearButton>();
        services.AddSingleton<IFormHandler, QuestionForm>();
    }

    private static void AddCitationChecks(IServiceCollection services)
    {
        services.AddChecking();
        services.AddSingleton<AnswerFinder>();
        services.AddSingleton<IComponentHandler, QuotesButton>();
        services.AddSingleton<IComponentHandler, ContextMenu>();
        services.AddSingleton<IComponentHandler, CheckCitationsButton>();
        services.AddSingleton<IMessageCommand, CheckMessageCommand>();
    }

    private static void AddListening(IServiceCollection services)
    {
        services.AddSingleton<Context>();
        services.AddSingleton<MessageAnswers>();
        services.AddSingleton<Listener>();
        services.AddSingleton<GatewayEvents>();
    }

    private static void AddBrowsing(IServiceCollection services)
    {
        services.AddSingleton<ArchiveCatalogue>();
        services.AddSingleton<IChoiceSource, SourceChoices>();
        services.AddSingleton<IChoiceSource, ArticleChoices>();
        services.AddSingleton<ICommand, SearchCommand>();
        services.AddSingleton<ICommand, ArticleCommand>();
        services.AddSingleton<ICommand, LatestCommand>();
        services.AddSingleton<ICommand, HelpCommand>();
        services.AddSingleton<IComponentHandler, AskAboutButton>();
        services.AddSingleton<IMessageCommand, AskAboutMessage>();
    }

    private static void AddFeedback(IServiceCollection services)
    {
        services.AddSingleton<FeedbackDesk>();
        services.AddSingleton<IComponentHandler, PraiseButton>();
        services.AddSingleton<IComponentHandler, ComplaintButton>();
        services.AddSingleton<IComponentHandler, GapButton>();
        services.AddSingleton<IFormHandler, ComplaintForm>();
    }

    private static void AddAdministration(IServiceCollection services)
    {
        services.AddSingleton<AdminGate>();
        services.AddHostedService<AttachmentKeeping>();
        services.AddSingleton<JobDesk>();
        services.AddSingleton(provider => ActivatorUtilities.CreateInstance<AttachmentDownload>(provider, FileClient()));
        services.AddSingleton<ICommand>(provider => ActivatorUtilities.CreateInstance<IngestAddressCommand>(provider, "url", TargetKinds.Auto));
        services.AddSingleton<ICommand>(provider => ActivatorUtilities.CreateInstance<IngestAddressCommand>(provider, "sitemap", "sitemap"));
        services.AddSingleton<ICommand, IngestFileCommand>();
        services.AddSingleton<ICommand, AddFeedCommand>();
        services.AddSingleton<ICommand, ListFeedsCommand>();
        services.AddSingleton<ICommand, RemoveFeedCommand>();
        services.AddSingleton<ICommand, IngestStatusCommand>();
        services.AddSingleton<ICommand>(provider => ActivatorUtilities.CreateInstance<IngestControlCommand>(provider, IngestControlCommand.Cancel));
        services.AddSingleton<ICommand>(provider => ActivatorUtilities.CreateInstance<IngestControlCommand>(provider, IngestControlCommand.Retry));
        services.AddSingleton<ICommand, ArchiveStatsCommand>();
        services.AddSingleton<ICommand, SettingsCommand>();
        services.AddSingleton<ICommand, RemoveArticleCommand>();
        services.AddSingleton<IComponentHandler, RemoveArticleButton>();
        services.AddSingleton<ICommand, AuditCommand>();
        services.AddHostedService<Retention>();
        services.AddSingleton<ICommand, PrivacyCommand>();
        services.AddSingleton<IComponentHandler, ForgetButton>();
    }

    private static HttpClient FileClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
    {
        Timeout = TimeSpan.FromMinutes(2),
    };

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
