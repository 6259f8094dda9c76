using Microsoft.Extensions.Configuration;

namespace NewsBot.Hosting;

/// <summary>What the host says once it serves: where the page is, what else could be set up, how to end it.</summary>
internal static class Welcome
{
    /// <summary>Writes the lines; what is configured already is not advertised, and what is set in vain is told.</summary>
    public static void Write(TextWriter writer, string urls, IConfiguration configuration)
    {
        writer.WriteLine();
        writer.WriteLine($"NewsBot serves at {urls.Split(';')[0]}  (data in {configuration[Settings.DataFolderKey]})");
        foreach (var (what, key, how) in Extensions.Where(extension => string.IsNullOrEmpty(configuration[extension.Key])))
        {
            writer.WriteLine($"  {what,-18} {how}");
        }

        foreach (var complaint in new KnownSettings().Complaints(configuration))
        {
            writer.WriteLine($"  Careful            {complaint}");
        }

        writer.WriteLine("Press Ctrl-C to end.");
    }

    private static readonly (string What, string Key, string How)[] Extensions =
    [
        ("Discord", "Discord:PublicKey", "set NEWSBOT_Discord__ApplicationId, __PublicKey and __Token, then 'newsbot register-commands'"),
        ("Language model", "Chat:Endpoint", "set NEWSBOT_Chat__Endpoint and __Model (any OpenAI-compatible server)"),
        ("Qdrant", "Qdrant:Endpoint", "set NEWSBOT_Qdrant__Endpoint"),
        ("Your own articles", "", "newsbot ingest PATH_OR_URL, from another terminal"),
    ];
}
