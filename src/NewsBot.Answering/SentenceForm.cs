namespace NewsBot.Answering;

/// <summary>
/// What a sentence must look like to stand in an answer. An article is written by strangers: a sentence of it that carries a link, a mention or
/// markup can be a trap even when it is quoted to the letter.
/// </summary>
internal static class SentenceForm
{
    private static readonly string[] Forbidden = ["http://", "https://", "www.", "@everyone", "@here", "<@", "<#", "<a ", "<script", "<img", "](", "```", "discord.gg", "javascript:"];

    // What speaks to a machine that reads the article tells nothing about the world.
    private static readonly string[] Commands =
        ["previous instructions", "prior instructions", "above instructions", "earlier instructions", "system prompt"];

    /// <summary>Whether it holds no link, mention or markup, and no order to a machine.</summary>
    public static bool IsPlain(string sentence) => !Holds(sentence, Forbidden) && !Holds(sentence, Commands);

    private static bool Holds(string sentence, string[] marks) =>
        Array.Exists(marks, mark => sentence.Contains(mark, StringComparison.OrdinalIgnoreCase));
}
