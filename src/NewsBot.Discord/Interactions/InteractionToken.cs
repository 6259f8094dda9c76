namespace NewsBot.Discord.Interactions;

/// <summary>
/// The credential with which one interaction is answered, valid for 15 minutes. Its text never shows it, so that it cannot slip into a
/// log, an error or a label.
/// </summary>
/// <param name="Secret">The token itself, for the address of a request only.</param>
public readonly record struct InteractionToken(string Secret)
{
    /// <summary>No token: what happened is a message, which is answered in its channel.</summary>
    public static InteractionToken None { get; } = new("");

    /// <inheritdoc/>
    public override string ToString() => "(interaction token)";
}
