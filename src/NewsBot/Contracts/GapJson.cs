using NewsBot.Archive;

namespace NewsBot.Contracts;

/// <summary>A question that found no answer, as <c>feedback gaps --json</c> prints it; who asked is nobody's business.</summary>
internal sealed record GapJson(string At, string Question)
{
    public static GapJson From(Gap gap) => new(NewsTime.OfInstant(gap.At).ToString(), gap.Question);
}
