using Microsoft.Extensions.Configuration;

namespace NewsBot.Hosting;

/// <summary>
/// Where settings come from, later ones winning: appsettings.json beside the program, user secrets, environment variables with
/// the prefix NEWSBOT_, and the data folder that the command line or NEWSBOT_DATA names.
/// </summary>
internal static class Settings
{
    private const string DataFolderVariable = "NEWSBOT_DATA";

    /// <summary>The key of the data folder.</summary>
    public const string DataFolderKey = "Data:Folder";

    /// <summary>Adds every source to a configuration that is being built.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="dataFolder">The folder that the command line names, or null.</param>
    public static void AddTo(IConfigurationManager configuration, string? dataFolder)
    {
        configuration
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true, reloadOnChange: false)
            .AddUserSecrets(typeof(Settings).Assembly, optional: true)
            .AddEnvironmentVariables("NEWSBOT_");

        var stated = dataFolder ?? Environment.GetEnvironmentVariable(DataFolderVariable);
        if (string.IsNullOrWhiteSpace(stated))
        {
            stated = configuration[DataFolderKey];
        }

        configuration.AddInMemoryCollection([new(DataFolderKey, Path.GetFullPath(string.IsNullOrWhiteSpace(stated) ? UsersOwnFolder() : stated))]);
    }

    private static string UsersOwnFolder()
    {
        var local = Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        return Path.Combine(local.Length > 0 ? local : AppContext.BaseDirectory, "newsbot");
    }
}
