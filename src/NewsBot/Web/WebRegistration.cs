using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsBot.Discord.Rendering;
using NewsBot.Web.Administration;
using NewsBot.Web.Api;
using NewsBot.Web.Api.Keys;
using NewsBot.Web.Asking;
using NewsBot.Web.Assets;
using NewsBot.Web.Failing;
using NewsBot.Web.Health;
using NewsBot.Web.Observing;
using NewsBot.Web.Pages;
using NewsBot.Web.Reading;
using NewsBot.Web.Searching;
using NewsBot.Web.Security;
using NewsBot.Web.Tools;

namespace NewsBot.Web;

/// <summary>
/// The pages and the API. Archive, retrieval and answering must have been registered before; nothing here is made before its first
/// request.
/// </summary>
internal static class WebRegistration
{
    private const int LargestRequestBody = 1024 * 1024;

    // A question of 10,000 characters, each nine bytes long in an address, still gets a sentence instead of a bare 414.
    private const int LongestRequestLine = 100 * 1024;

    private static readonly TimeSpan SlowestHeaders = TimeSpan.FromSeconds(15);

    /// <summary>Registers what the pages are made of.</summary>
    public static IServiceCollection AddWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebOptions>().Bind(configuration.GetSection(WebOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptionsValidation>();
        services.TryAddSingleton(TimeProvider.System);
        services.Configure<KestrelServerOptions>(Restrain);

        services.AddSingleton<AssetFiles>().AddSingleton<AssetEndpoint>();
        services.AddSingleton<SigningKey>().AddSingleton<ReaderForms>();
        services.AddSingleton<SignedLinks>().AddSingleton<ArticlePath>(provider => provider.GetRequiredService<SignedLinks>().To).AddSingleton<HostGuard>().AddSingleton<FloodGate>();
        services.AddSingleton<ArchiveExtents>().AddSingleton<PageLayout>().AddSingleton<Failures>();
        AddAdministration(services, configuration);
        services.AddSingleton<AnswerView>().AddSingleton<AskPage>().AddSingleton<AskEndpoint>();
        services.AddSingleton<GivenAnswers>().AddSingleton<AnswerActions>().AddSingleton<GivenAnswerPage>().AddSingleton<GivenAnswerEndpoint>();
        services.AddSingleton<SearchPage>().AddSingleton<SearchEndpoint>();
        services.AddSingleton<CitingAnswers>().AddSingleton<VersionList>().AddSingleton<ArticlePage>().AddSingleton<ChangesPage>().AddSingleton<ArticleEndpoint>();

        services.AddSingleton<AskApi>().AddSingleton<SearchApi>().AddSingleton<ArticleApi>().AddSingleton<CheckApi>().AddSingleton<AnswerCheckApi>().AddSingleton<OpenApiDocument>();
        services.AddSingleton<JobsApi>().AddSingleton<FeedbackApi>().AddSingleton<ApiKeys>().AddSingleton<ApiDoor>();

        services.AddObservability(configuration);
        services.AddSingleton<DiskWatch>().AddSingleton<ModelHealth>();
        services.AddHealthChecks().AddCheck<ArchiveHealth>("archive").AddCheck<IndexHealth>("index").AddCheck<ModelHealth>("model").AddCheck<EmbeddingHealth>("embedding");
        return services;
    }

    /// <summary>Gives the pages their addresses.</summary>
    public static void MapWeb(this WebApplication app)
    {
        ForwardedRequests.Use(app);
        app.Use(next => context => SecurityHeaders.AddAsync(context, next));
        app.Use(next => context => Of<Failures>(app).ServeAsync(context, next));
        app.Use(next => context => Of<HostGuard>(app).PassAsync(context, next));
        app.Use(next => context => Of<ApiDoor>(app).PassAsync(context, next));
        app.Use(next => context => Of<FloodGate>(app).PassAsync(context, next));
        app.MapObservability();
        if (Of<OpenIdSignIn>(app).IsOn)
        {
            app.UseAuthentication();
        }

        app.UseRouting();

        MapPage(app, "/", context => Of<AskEndpoint>(app).ShowPageAsync(context));
        app.MapGet("/ask/stream", context => Of<AskEndpoint>(app).StreamAsync(context));
        MapPage(app, "/answers/{id}", context => Of<GivenAnswerEndpoint>(app).ShowAsync(context));
        app.MapPost("/answers/{id}/check", context => Of<GivenAnswerEndpoint>(app).CheckAsync(context));
        app.MapPost("/answers/{id}/feedback", context => Of<GivenAnswerEndpoint>(app).JudgeAsync(context));
        MapPage(app, "/search", context => Of<SearchEndpoint>(app).ShowAsync(context));
        MapPage(app, "/articles/{id}", context => Of<ArticleEndpoint>(app).ShowAsync(context));
        MapPage(app, "/articles/{id}/changes", context => Of<ArticleEndpoint>(app).ShowChangesAsync(context));
        app.MapGet("/api/v1/openapi.json", context => Of<OpenApiDocument>(app).SendAsync(context));
        app.MapMethods("/api/v1/ask", [HttpMethods.Get, HttpMethods.Post], context => Of<AskApi>(app).AskAsync(context));
        app.MapGet("/api/v1/search", context => Of<SearchApi>(app).SearchAsync(context));
        app.MapPost("/api/v1/check", context => Of<CheckApi>(app).CheckAsync(context));
        app.MapPost("/api/v1/answers/{id}/check", context => Of<AnswerCheckApi>(app).CheckAsync(context));
        app.MapGet("/api/v1/articles/{id}", context => Of<ArticleApi>(app).SendAsync(context));
        app.MapGet("/api/v1/jobs", context => Of<JobsApi>(app).ListAsync(context));
        app.MapPost("/api/v1/jobs", context => Of<JobsApi>(app).AddAsync(context));
        app.MapGet("/api/v1/jobs/{number:long}", context => Of<JobsApi>(app).ShowAsync(context));
        app.MapPost("/api/v1/jobs/{number:long}/cancel", context => Of<JobsApi>(app).CancelAsync(context));
        app.MapPost("/api/v1/feedback", context => Of<FeedbackApi>(app).AddAsync(context));
        MapAdministration(app);
        ToolServer.Map(app);
        MapPage(app, "/robots.txt", Robots.SendAsync);
        MapPage(app, "/assets/{name}", context => Of<AssetEndpoint>(app).ServeAsync(context));
        app.MapHealthChecks("/healthz/live", HealthEndpoints.Live);
        app.MapHealthChecks("/healthz/ready", HealthEndpoints.Ready);
    }

    private static void AddAdministration(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<AdminKey>().AddSingleton<AdminSessions>().AddSingleton<SignInLock>().AddSingleton<AdminDoor>();
        services.AddSingleton<OverviewPage>().AddSingleton<JobsPage>().AddSingleton<IngestPage>().AddSingleton<FeedsPage>();
        services.AddSingleton<ArticlesPage>().AddSingleton<ReextractionPage>().AddSingleton<QuestionsPage>();
        services.AddSingleton<RecordPages>().AddSingleton<SettingsPage>().AddSingleton<KeysPage>();
        services.AddSingleton<Uploads>().AddHostedService<UploadSweeper>();
        OpenIdSignIn.Register(services, configuration);
        ToolServer.Register(services, configuration);
    }

    private static void MapAdministration(WebApplication app)
    {
        app.MapGet("/admin", context => Of<OverviewPage>(app).ShowAsync(context));
        app.MapPost("/admin/bind", context => Of<OverviewPage>(app).BindAsync(context));
        app.MapPost("/admin/sign-in", context => Of<AdminDoor>(app).SignInAsync(context));
        app.MapPost("/admin/sign-out", context => Of<AdminDoor>(app).SignOutAsync(context));
        app.MapGet(OpenIdSignIn.Path, context => Of<OpenIdSignIn>(app).BeginAsync(context));
        app.MapGet("/admin/jobs", context => Of<JobsPage>(app).ShowAsync(context));
        app.MapGet("/admin/jobs/events", context => Of<JobsPage>(app).StreamAsync(context));
        app.MapGet("/admin/jobs/{number:long}", context => Of<JobsPage>(app).ShowOneAsync(context));
        app.MapPost("/admin/jobs/steer", context => Of<JobsPage>(app).SteerAsync(context));
        app.MapGet("/admin/ingest", context => Of<IngestPage>(app).ShowAsync(context));
        app.MapPost("/admin/ingest/addresses", context => Of<IngestPage>(app).AddAddressesAsync(context));
        app.MapPost("/admin/ingest/files", context => Of<IngestPage>(app).AddFilesAsync(context));
        app.MapGet("/admin/feeds", context => Of<FeedsPage>(app).ShowAsync(context));
        app.MapPost("/admin/feeds/add", context => Of<FeedsPage>(app).AddAsync(context));
        app.MapPost("/admin/feeds/remove", context => Of<FeedsPage>(app).RemoveAsync(context));
        app.MapGet("/admin/articles", context => Of<ArticlesPage>(app).ShowAsync(context));
        app.MapPost("/admin/articles/remove", context => Of<ArticlesPage>(app).RemoveAsync(context));
        app.MapPost("/admin/articles/reextract", context => Of<ReextractionPage>(app).StoreAsync(context));
        app.MapGet("/admin/articles/{id}/reextract", context => Of<ReextractionPage>(app).ShowAsync(context));
        app.MapGet("/admin/articles/{id}/original", context => Of<ReextractionPage>(app).SendOriginalAsync(context));
        app.MapGet("/admin/questions", context => Of<QuestionsPage>(app).ShowAsync(context));
        app.MapPost("/admin/questions/forget", context => Of<QuestionsPage>(app).ForgetAsync(context));
        app.MapPost("/admin/questions/forget-person", context => Of<QuestionsPage>(app).ForgetPersonAsync(context));
        app.MapPost("/admin/questions/list", context => Of<QuestionsPage>(app).ListAsync(context));
        app.MapGet("/admin/feedback", context => Of<RecordPages>(app).ShowFeedbackAsync(context));
        app.MapGet("/admin/audit", context => Of<RecordPages>(app).ShowAuditAsync(context));
        app.MapGet("/admin/keys", context => Of<KeysPage>(app).ShowAsync(context));
        app.MapPost("/admin/keys/make", context => Of<KeysPage>(app).MakeAsync(context));
        app.MapPost("/admin/keys/revoke", context => Of<KeysPage>(app).RevokeAsync(context));
        app.MapGet("/admin/settings", context => Of<SettingsPage>(app).ShowAsync(context));
    }

    // Checkers of links and previews ask for the head alone; the server leaves the body out by itself.
    private static void MapPage(WebApplication app, string pattern, RequestDelegate handler) => app.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], handler);

    private static T Of<T>(WebApplication app)
        where T : notnull => app.Services.GetRequiredService<T>();

    private static void Restrain(KestrelServerOptions server)
    {
        server.AddServerHeader = false;
        server.Limits.MaxRequestBodySize = LargestRequestBody;
        server.Limits.MaxRequestLineSize = LongestRequestLine;
        server.Limits.RequestHeadersTimeout = SlowestHeaders;
    }
}
