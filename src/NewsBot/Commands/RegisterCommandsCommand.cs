using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using NewsBot.Discord;
using NewsBot.Discord.Commands;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rest;
using NewsBot.Hosting;

namespace NewsBot.Commands;

/// <summary><c>register-commands</c>: tells Discord which commands there are; nothing is sent when it knows them already.</summary>
internal static class RegisterCommandsCommand
{
    public static Command Create(CommonOptions common)
    {
        var guild = new Option<ulong?>("--guild") { Description = "Only in this server (effective at once); without it everywhere.", HelpName = "ID" };
        var command = new Command("register-commands", "Write the command set to Discord.") { guild };
        command.SetAction(async (parsed, cancellationToken) => (int)await Verb.RunAsync(
            () => RegisterAsync(common.DataFolder(parsed), parsed.GetValue(guild), cancellationToken)));
        return command;
    }

    private static async Task<ExitCode> RegisterAsync(string? dataFolder, ulong? guild, CancellationToken cancellationToken)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        Settings.AddTo(builder.Configuration, dataFolder);
        builder.Services.AddNewsBot(builder.Configuration, Archive.StoreAccess.Read).AddDiscord(builder.Configuration);
        using var host = builder.Build();
        host.Services.GetRequiredService<IStartupValidator>().Validate();

        try
        {
            Snowflake? scope = guild is { } id ? Snowflake.Parse(id.ToString(CultureInfo.InvariantCulture)) : null;
            var outcome = await host.Services.GetRequiredService<CommandRegistration>().RegisterAsync(scope, cancellationToken);
            Console.WriteLine(outcome.HasChanged
                ? "Registered: " + string.Join(", ", outcome.Names)
                : "Discord knows these commands already: " + string.Join(", ", outcome.Names));
            return ExitCode.Done;
        }
        catch (Exception failure) when (failure is DiscordException or InvalidOperationException)
        {
            throw CommandFailure.Failed(failure.Message);
        }
    }
}
