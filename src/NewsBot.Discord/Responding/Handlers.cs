using NewsBot.Discord.Interactions;

namespace NewsBot.Discord.Responding;

/// <summary>A command in a message's menu.</summary>
public interface IMessageCommand
{
    /// <summary>The command's name as it is registered.</summary>
    string Name { get; }

    /// <summary>The first response. Safe for several threads at once.</summary>
    InteractionResponse Respond(Interaction.MessageCommand command);
}

/// <summary>A kind of button or menu. It is only asked about ids that were made here for this place and are not too old.</summary>
public interface IComponentHandler
{
    /// <summary>See <see cref="Security.ButtonAction"/>.</summary>
    string Action { get; }

    /// <summary>The first response. Safe for several threads at once.</summary>
    /// <param name="component">What was used.</param>
    /// <param name="payload">What the id says it is about.</param>
    InteractionResponse Respond(Interaction.Component component, string payload);
}

/// <summary>A kind of form; as <see cref="IComponentHandler"/>.</summary>
public interface IFormHandler
{
    /// <summary>See <see cref="Security.ButtonAction"/>.</summary>
    string Action { get; }

    /// <summary>The first response. Safe for several threads at once.</summary>
    /// <param name="form">What was sent.</param>
    /// <param name="payload">What the id says it is about.</param>
    InteractionResponse Respond(Interaction.Form form, string payload);
}

/// <summary>Offers choices for an option while somebody types.</summary>
public interface IChoiceSource
{
    /// <summary>The option's name, in whatever command it stands.</summary>
    string Option { get; }

    /// <summary>At most 25 choices for what is typed so far.</summary>
    InteractionResponse.Offer Offer(Interaction.Autocomplete typing);
}
