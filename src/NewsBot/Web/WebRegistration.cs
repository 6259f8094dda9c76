using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using NewsBot.Discord.Rendering;
using NewsBot.Web.Administration;
using NewsBot.Web.Api;
using NewsBot.Web.Asking;
using NewsBot.Web.Assets;
using NewsBot.Web.Failing;
using NewsBot.Web.Health;
using NewsBot.Web.Observing;
using NewsBot.Web.Pages;
using NewsBot.Web.Reading;
using NewsBot.Web.Searching;
using NewsBot.Web.Security;

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
        services.AddSingleton<Security.ArticleLinks>().AddSingleton<ArticlePath>(provider => provider.GetRequiredService<Security.ArticleLinks>().To).AddSingleton<HostGuard>().AddSingleton<FloodGate>();
        services.AddSingleton<ArchiveExtents>().AddSingleton<PageLayout>().AddSingleton<Failures>();
        services.AddSingleton<AdminKey>().AddSingleton<AdminSessions>().AddSingleton<SignInLock>().AddSingleton<AdminEndpoint>();
        services.AddSingleton<AnswerView>().AddSingleton<AskPage>().AddSingleton<AskEndpoint>();
        services.AddSingleton<GivenAnswers>();
        services.AddSingleton<SearchPage>().AddSingleton<SearchEndpoint>();
        services.AddSingleton<ArticlePage>().AddSingleton<ChangesPage>().AddSingleton<ArticleEndpoint>();

        services.AddSingleton<AskApi>().AddSingleton<SearchApi>().AddSingleton<ArticleApi>().AddSingleton<CheckApi>().AddSingleton<OpenApiDocument>();

        services.AddObservability(configuration);
        services.AddSingleton<DiskWatch>().AddSingleton<ModelHealth>();
        services.AddHealthChecks().AddCheck<ArchiveHealth>("archive").AddCheck<IndexHealth>("index").AddCheck<ModelHealth>("model").AddCheck<EmbeddingHealth>("embedding");
        return services;
    }

    /// <summary>Gives the pages their addresses.</summary>
    public static void MapWeb(this WebApplication app)
    {
        app.Use(next => context => SecurityHeaders.AddAsync(context, next));
        app.Use(next => context => Of<Failures>(app).ServeAsync(context, next));
        app.Use(next => context => Of<HostGuard>(app).PassAsync(context, next));
        app.Use(next => context => Of<FloodGate>(app).PassAsync(context, next));
        app.MapObservability();
        app.UseRouting();

        app.MapGet("/", context => Of<AskEndpoint>(app).ShowPageAsync(context));
        app.MapGet("/ask/stream", context => Of<AskEndpoint>(app).StreamAsync(context));
        app.MapGet("/answers/{id}", context => Of<AskEndpoint>(app).ShowStoredAsync(context));
        app.MapGet("/search", context => Of<SearchEndpoint>(app).ShowAsync(context));
        app.MapGet("/articles/{id}", context => Of<ArticleEndpoint>(app).ShowAsync(context));
        app.MapGet("/articles/{id}/changes", context => Of<ArticleEndpoint>(app).ShowChangesAsync(context));
        app.MapGet("/api/v1/openapi.json", context => Of<OpenApiDocument>(app).SendAsync(context));
        app.MapMethods("/api/v1/ask", [HttpMethods.Get, HttpMethods.Post], context => Of<AskApi>(app).AskAsync(context));
        app.MapGet("/api/v1/search", context => Of<SearchApi>(app).SearchAsync(context));
        app.MapPost("/api/v1/check", context => Of<CheckApi>(app).CheckAsync(context));
        app.MapGet("/api/v1/articles/{id}", context => Of<ArticleApi>(app).SendAsync(context));
        app.MapGet("/admin", context => Of<AdminEndpoint>(app).ShowAsync(context));
        app.MapPost("/admin/sign-in", context => Of<AdminEndpoint>(app).SignInAsync(context));
        app.MapPost("/admin/sign-out", context => Of<AdminEndpoint>(app).SignOutAsync(context));
        app.MapPost("/admin/articles/remove", context => Of<AdminEndpoint>(app).RemoveArticleAsync(context));
        app.MapGet("/assets/{name}", context => Of<AssetEndpoint>(app).ServeAsync(context));
        app.MapHealthChecks("/healthz/live", HealthEndpoints.Live);
        app.MapHealthChecks("/healthz/ready", HealthEndpoints.Ready);
    }

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
