using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Security;

namespace NewsBot.Discord.Responding;

/// <summary>Gives each interaction to what handles it. Whatever nobody handles gets a private word of explanation.</summary>
public sealed class InteractionRouter(
    IEnumerable<ICommand> commands,
    IEnumerable<IMessageCommand> messageCommands,
    IEnumerable<IComponentHandler> components,
    IEnumerable<IFormHandler> forms,
    IEnumerable<IChoiceSource> choices,
    ButtonCodes codes,
    RecentDeliveries recent)
{
    private readonly Dictionary<string, ICommand> _commands = commands.ToDictionary(command => command.Path, StringComparer.Ordinal);
    private readonly Dictionary<string, IMessageCommand> _messageCommands = messageCommands.ToDictionary(command => command.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, IComponentHandler> _components = components.ToDictionary(component => component.Action, StringComparer.Ordinal);
    private readonly Dictionary<string, IFormHandler> _forms = forms.ToDictionary(form => form.Action, StringComparer.Ordinal);
    private readonly Dictionary<string, IChoiceSource> _choices = choices.ToDictionary(source => source.Option, StringComparer.Ordinal);

    /// <summary>The first response to anything but a <see cref="Interaction.Ping"/>, which is the transport's own.</summary>
    public InteractionResponse Respond(Interaction interaction) => !recent.IsFirst(interaction.Origin.Id)
        ? new InteractionResponse.Repeated()
        : interaction switch
        {
            Interaction.Command command when _commands.TryGetValue(command.Path, out var handler) => handler.Respond(command),
            Interaction.MessageCommand command when _messageCommands.TryGetValue(command.Name, out var handler) => handler.Respond(command),
            Interaction.Autocomplete typing => _choices.TryGetValue(typing.Focused, out var source) ? source.Offer(typing) : new InteractionResponse.Offer([]),
            Interaction.Component component => RespondToComponent(component),
            Interaction.Form form => RespondToForm(form),
            _ => Say(interaction, "UnknownCommand"),
        };

    private InteractionResponse RespondToComponent(Interaction.Component component) =>
        codes.Read(component.CustomId, component.Origin) is { } code && _components.TryGetValue(code.Action, out var handler)
            ? handler.Respond(component, code.Payload)
            : Say(component, "Expired");

    private InteractionResponse RespondToForm(Interaction.Form form) =>
        codes.Read(form.CustomId, form.Origin) is { } code && _forms.TryGetValue(code.Action, out var handler)
            ? handler.Respond(form, code.Payload)
            : Say(form, "Expired");

    private static InteractionResponse.Now Say(Interaction interaction, string text) =>
        new(new Reply.Notice(ReplyTexts.For(interaction.Origin.Locale)[text]));
}
