namespace NewsBot.Archive;

/// <summary>A word of a text.</summary>
/// <param name="Hash">Its hash; upper and lower case make no difference.</param>
/// <param name="Start">Where it starts.</param>
/// <param name="End">Where it ends, exclusive.</param>
internal readonly record struct StoryWord(ulong Hash, int Start, int End);
