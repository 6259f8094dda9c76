using NewsBot.Discord.Interactions;

namespace NewsBot.Discord.Responding;

/// <summary>A slash command. It decides quickly what to respond; whatever takes time goes into the response's work.</summary>
public interface ICommand
{
    /// <summary>The command and, below it, group and subcommand, as <see cref="Interaction.Command.Path"/>.</summary>
    string Path { get; }

    /// <summary>The first response. Safe for several threads at once.</summary>
    InteractionResponse Respond(Interaction.Command command);
}
