using ModelContextProtocol.Protocol;

namespace NewsBot.Web.Tools;

/// <summary>Serves the tools at <c>/mcp</c> where they are switched on: streamable HTTP without sessions, so that nothing is kept between calls.</summary>
internal static class ToolServer
{
    private const string Path = "/mcp";

    /// <summary>Registers the tools where they are on.</summary>
    public static void Register(IServiceCollection services, IConfiguration configuration)
    {
        if (!IsOn(configuration))
        {
            return;
        }

        services.AddHttpContextAccessor();
        services.AddMcpServer(server => server.ServerInfo = new Implementation { Name = "NewsBot", Version = "1" })
            .WithHttpTransport(transport => transport.Stateless = true)
            .WithTools<NewsTools>();
    }

    /// <summary>Gives the tools their address where they are on.</summary>
    public static void Map(WebApplication app)
    {
        if (IsOn(app.Configuration))
        {
            app.MapMcp(Path);
        }
    }

    private static bool IsOn(IConfiguration configuration) => configuration.GetSection(McpOptions.Section).Get<McpOptions>()?.Enabled == true;
}
