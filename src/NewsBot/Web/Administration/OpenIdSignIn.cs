using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using NewsBot.Web.Failing;
using NewsBot.Web.Markup;
using NewsBot.Web.Pages;

namespace NewsBot.Web.Administration;

/// <summary>
/// Signing in with an identity provider, by ASP.NET Core's own handler: authorization code with PKCE. What it ends in is the same session that the
/// key gives, so there is one kind of administrator.
/// </summary>
internal sealed partial class OpenIdSignIn(IOptions<WebOptions> options, ILogger<OpenIdSignIn> log)
{
    /// <summary>Where signing in begins.</summary>
    public const string Path = "/admin/openid";

    private const string CallbackPath = "/admin/openid/callback";
    private const string Scheme = "openid";

    // The handler wants a scheme to hand over to; the session of the administration takes its place before that happens.
    private const string HandOverScheme = "openid-hand-over";

    private static readonly Problem NotAnAdministrator = new(
        StatusCodes.Status403Forbidden,
        "You are no administrator here",
        "The identity provider knows you, but this server does not list you as an administrator.",
        "Ask whoever runs it to add you to Web:OpenIdConnect:Admins.");

    private static readonly Problem NotSignedIn = new(
        StatusCodes.Status403Forbidden,
        "Signing in did not work",
        "The identity provider did not let you in, or its answer came too late.",
        "Try again. If it stays, the log of the server has the reason.");

    /// <summary>Whether a provider is set.</summary>
    public bool IsOn => options.Value.OpenIdConnect.IsOn;

    /// <summary>What the button calls it.</summary>
    public string Name => options.Value.OpenIdConnect.Name;

    /// <summary>Registers the handler where a provider is set.</summary>
    public static void Register(IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<OpenIdSignIn>();
        var settings = configuration.GetSection(WebOptions.Section).Get<WebOptions>()?.OpenIdConnect ?? new OpenIdOptions();
        if (!settings.IsOn || settings.Problems().Any())
        {
            return;
        }

        // What it protects lives as long as one sign-in takes.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAuthentication().AddCookie(HandOverScheme).AddOpenIdConnect(Scheme, handler =>
        {
            handler.SignInScheme = HandOverScheme;
            handler.Authority = settings.Authority;
            handler.ClientId = settings.ClientId;
            handler.ClientSecret = settings.ClientSecret;
            handler.RequireHttpsMetadata = new Uri(settings.Authority!).Scheme == "https";
            handler.CallbackPath = CallbackPath;
            handler.ResponseType = "code";
            handler.ResponseMode = "query";
            handler.UsePkce = true;
            handler.MapInboundClaims = false;
            handler.Scope.Add("email");
            foreach (var cookie in new[] { handler.CorrelationCookie, handler.NonceCookie })
            {
                cookie.SameSite = SameSiteMode.Lax;
                cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            }

            handler.Events.OnTicketReceived = ticket => ticket.HttpContext.RequestServices.GetRequiredService<OpenIdSignIn>().TakeAsync(ticket);
            handler.Events.OnRemoteFailure = failure => failure.HttpContext.RequestServices.GetRequiredService<OpenIdSignIn>().RefuseAsync(failure);
        });
    }

    /// <summary>GET /admin/openid: sends the browser to the provider.</summary>
    public Task BeginAsync(HttpContext context) => IsOn
        ? context.ChallengeAsync(Scheme, new AuthenticationProperties { RedirectUri = "/admin" })
        : context.RequestServices.GetRequiredService<Failures>().TellAsync(context, Problem.NotFound);

    private async Task TakeAsync(TicketReceivedContext ticket)
    {
        ticket.HandleResponse();
        var services = ticket.HttpContext.RequestServices;
        var layout = services.GetRequiredService<PageLayout>();
        if (ticket.Principal is not { } person || !IsAdministrator(person))
        {
            LogNoAdministrator(ticket.Principal?.FindFirstValue("sub") ?? "unknown");
            await layout.SendAsync(ticket.HttpContext, ProblemPage.Of(NotAnAdministrator));
            return;
        }

        var who = person.FindFirstValue("email") ?? person.FindFirstValue("sub") ?? "unknown";
        services.GetRequiredService<AdminSessions>().Begin(ticket.HttpContext, who);
        LogSignedIn(who);

        // A redirect would belong to the provider's navigation, on which browsers hold SameSite=Strict cookies back; a page of our own does not.
        ticket.HttpContext.Response.Headers["Refresh"] = "0; url=/admin";
        await layout.SendAsync(ticket.HttpContext, new Page("Signed in", Html.Of($"""
            <h1 class="page-title">Signed in</h1>
            <p><a class="button" href="/admin">To the administration</a></p>
            """)));
    }

    private async Task RefuseAsync(RemoteFailureContext failure)
    {
        LogRefused(failure.Failure);
        failure.HandleResponse();
        await failure.HttpContext.RequestServices.GetRequiredService<PageLayout>().SendAsync(failure.HttpContext, ProblemPage.Of(NotSignedIn));
    }

    private bool IsAdministrator(ClaimsPrincipal person)
    {
        var settings = options.Value.OpenIdConnect;
        var isUnverified = settings.AdminClaim == "email" && person.FindFirstValue("email_verified") != "true";
        return !isUnverified && person.FindAll(settings.AdminClaim).Any(claim => settings.Admins.Contains(claim.Value, StringComparer.Ordinal));
    }

    [LoggerMessage(5013, LogLevel.Information, "{Who} signed in to the administration with the identity provider")]
    private partial void LogSignedIn(string who);

    [LoggerMessage(5014, LogLevel.Warning, "{Subject} is no administrator and was refused")]
    private partial void LogNoAdministrator(string subject);

    [LoggerMessage(5015, LogLevel.Warning, "Signing in with the identity provider failed")]
    private partial void LogRefused(Exception? failure);
}
