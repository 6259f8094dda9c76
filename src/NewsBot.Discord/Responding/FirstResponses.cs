using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rest;
using NewsBot.Discord.Settings;

namespace NewsBot.Discord.Responding;

/// <summary>The first response to an interaction as Discord takes it, and the work that begins when Discord has it.</summary>
/// <param name="Callback">The response.</param>
/// <param name="Begin">Begins the work; with true where the response never reached Discord, so that what was reserved for it is given back.</param>
public sealed record FirstResponse(InteractionCallback Callback, Action<bool> Begin)
{
    /// <summary>Discord has the response.</summary>
    public void Delivered() => Begin(false);

    /// <summary>Discord does not have it, or refused it.</summary>
    public void Lost() => Begin(true);
}

/// <summary>Responds to interactions; a transport only carries what comes out of here. Safe for several threads at once.</summary>
public sealed class FirstResponses(InteractionRouter router, ReplyWork work, ReplyTargets targets, PlaceLanguage language)
{
    private static readonly CancellationToken Withdrawn = new(canceled: true);

    /// <summary>The response; null to an interaction that was begun before.</summary>
    public FirstResponse? To(Interaction received, FormStyle forms)
    {
        if (received is Interaction.Ping)
        {
            return Only(new InteractionCallback(CallbackType.Pong));
        }

        var interaction = language.Apply(received);
        return router.Respond(interaction) switch
        {
            InteractionResponse.Now now => Only(new InteractionCallback(
                CallbackType.Message, CallbackData.Of(targets.RendererFor(interaction.Origin).Render(now.Reply).Body, PrivateIf(now.IsPrivate)))),
            InteractionResponse.Later later => new FirstResponse(
                new InteractionCallback(CallbackType.DeferredMessage, new CallbackData { Flags = PrivateIf(later.IsPrivate) }),
                isLost => Begin(interaction.Origin, later, isLost)),
            InteractionResponse.Replace replace => Only(new InteractionCallback(
                CallbackType.UpdateMessage, CallbackData.Of(targets.RendererFor(interaction.Origin).Render(replace.Reply).Body, MessageFlags.None))),
            InteractionResponse.Open open => Only(new InteractionCallback(CallbackType.Modal, open.Form.ToCallbackData(forms))),
            InteractionResponse.Offer offer => Only(new InteractionCallback(CallbackType.Choices, new CallbackData { Choices = offer.Choices })),
            InteractionResponse.Repeated => null,
            var other => throw new InvalidOperationException($"No translation for {other.GetType().Name}."),
        };
    }

    private void Begin(InteractionOrigin origin, InteractionResponse.Later later, bool isLost)
    {
        if (isLost)
        {
            _ = work.Begin(origin, later, targets.For(origin, later.IsPrivate), Withdrawn);
        }
        else
        {
            work.Begin(origin, later);
        }
    }

    private static FirstResponse Only(InteractionCallback callback) => new(callback, static _ => { });

    private static MessageFlags PrivateIf(bool isPrivate) => isPrivate ? MessageFlags.Ephemeral : MessageFlags.None;
}
