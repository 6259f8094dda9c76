using System.Text.Json;
using Microsoft.Extensions.Options;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Commands;

/// <summary>What registering the commands did.</summary>
/// <param name="HasChanged">Whether the commands were written, because those at Discord differed.</param>
/// <param name="Names">The names that are registered now.</param>
public sealed record RegistrationOutcome(bool HasChanged, IReadOnlyList<string> Names);

/// <summary>
/// Writes NewsBot's commands to Discord, for everybody or for one server, and only when those registered differ: writing costs from a
/// daily allowance.
/// </summary>
public sealed class CommandRegistration(DiscordRestClient rest, IOptions<DiscordOptions> options)
{
    /// <summary>Registers the commands, for one server if it is given.</summary>
    /// <exception cref="InvalidOperationException">A setting is missing; the message says which.</exception>
    /// <exception cref="DiscordException">Discord refused or could not be asked.</exception>
    public async Task<RegistrationOutcome> RegisterAsync(Snowflake? guild, CancellationToken cancellationToken)
    {
        if (options.Value.Token.Length == 0 || !Snowflake.TryParse(options.Value.ApplicationId, out var application))
        {
            throw new InvalidOperationException(
                "Registering commands needs Discord:ApplicationId and Discord:Token: copy them from the General Information and Bot pages of "
                + "your application in Discord's developer portal (NEWSBOT_Discord__ApplicationId, NEWSBOT_Discord__Token).");
        }

        var wanted = CommandSet.All(isForOneServer: guild is not null);
        var registered = await rest.CommandsAsync(application, guild, cancellationToken);
        var isSame = registered.Select(Canonical).Order(StringComparer.Ordinal).SequenceEqual(wanted.Select(Canonical).Order(StringComparer.Ordinal));
        if (!isSame)
        {
            await rest.ReplaceCommandsAsync(application, guild, wanted, cancellationToken);
        }

        return new RegistrationOutcome(!isSame, [.. wanted.Select(command => command.Name)]);
    }

    // Discord leaves out what is at its default and writes empty lists where nothing was sent; both forms mean the same.
    private static string Canonical(ApplicationCommand command) => JsonSerializer.Serialize(
        command with
        {
            NameLocalizations = Sorted(command.NameLocalizations),
            DescriptionLocalizations = Sorted(command.DescriptionLocalizations),
            Options = Canonical(command.Options),
            Contexts = command.Contexts is { Count: > 0 } contexts ? [.. contexts.Order()] : null,
            IntegrationTypes = command.IntegrationTypes is { Count: > 0 } types ? [.. types.Order()] : null,
        },
        DiscordJson.Default.ApplicationCommand);

    private static List<CommandOption>? Canonical(IReadOnlyList<CommandOption>? options) => options is { Count: > 0 }
        ? [.. options.Select(option => option with
            {
                NameLocalizations = Sorted(option.NameLocalizations),
                DescriptionLocalizations = Sorted(option.DescriptionLocalizations),
                Required = option.Required == true ? true : null,
                Autocomplete = option.Autocomplete == true ? true : null,
                Options = Canonical(option.Options),
            })]
        : null;

    private static SortedDictionary<string, string>? Sorted(IReadOnlyDictionary<string, string>? localizations) =>
        localizations is { Count: > 0 } ? new SortedDictionary<string, string>(localizations.ToDictionary(), StringComparer.Ordinal) : null;
}
