using System.Diagnostics.Metrics;
using NewsBot.Discord.Rest;

namespace NewsBot.Web.Observing;

/// <summary>How often requests to Discord met its limits; nothing where Discord is not set up.</summary>
internal sealed class DiscordFigures
{
    /// <summary>Creates the instruments.</summary>
    public DiscordFigures(IMeterFactory meters, RateLimits? limits = null)
    {
        if (limits is null)
        {
            return;
        }

        var meter = meters.Create(QuestionFigures.Name);
        meter.CreateObservableCounter("newsbot.discord.waits", () => limits.Waits, description: "Requests that had to wait for their turn.");
        meter.CreateObservableCounter("newsbot.discord.refused", () => limits.Refused, description: "Requests that Discord refused for their number.");
    }
}
