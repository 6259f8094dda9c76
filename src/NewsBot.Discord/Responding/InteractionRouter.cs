using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;

namespace NewsBot.Discord.Responding;

/// <summary>Gives each interaction to what handles it. Whatever nobody handles gets a private word of explanation.</summary>
public sealed class InteractionRouter(IEnumerable<ICommand> commands, RecentInteractions recent)
{
    private readonly Dictionary<string, ICommand> _commands = commands.ToDictionary(command => command.Path, StringComparer.Ordinal);

    /// <summary>The first response to anything but a <see cref="Interaction.Ping"/>, which is the transport's own.</summary>
    public InteractionResponse Respond(Interaction interaction)
    {
        if (!recent.IsFirst(interaction.Origin.Id))
        {
            return new InteractionResponse.Repeated();
        }

        var texts = ReplyTexts.For(interaction.Origin.Locale);
        return interaction switch
        {
            Interaction.Command command when _commands.TryGetValue(command.Path, out var handler) => handler.Respond(command),
            Interaction.Autocomplete => new InteractionResponse.Offer([]),
            Interaction.Component or Interaction.Form => new InteractionResponse.Now(new Reply.Notice(texts["Expired"])),
            _ => new InteractionResponse.Now(new Reply.Notice(texts["UnknownCommand"])),
        };
    }
}
