using System.Diagnostics;

namespace NewsBot.Answering;

/// <summary>The spans of answering: one for the search, one for each call of the model, one for each sentence that is verified. They hold no words.</summary>
internal static class AnsweringTraces
{
    /// <summary>The source of the spans; nothing is made while nobody listens.</summary>
    public static ActivitySource Source { get; } = new("NewsBot.Answering");
}
