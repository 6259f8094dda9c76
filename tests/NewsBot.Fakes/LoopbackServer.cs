using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace NewsBot.Fakes;

/// <summary>What the fakes that speak HTTP stand on.</summary>
internal static class LoopbackServer
{
    /// <summary>Makes a server that logs nothing and, once started, listens on a free loopback port: the first of its <see cref="WebApplication.Urls"/>.</summary>
    public static WebApplication Create()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder.Build();
    }
}
