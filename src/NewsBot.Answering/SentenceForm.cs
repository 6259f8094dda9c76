namespace NewsBot.Answering;

/// <summary>
/// What a sentence must look like to stand in an answer. An article is written by strangers: a sentence of it that carries a link, a mention or
/// markup can be a trap even when it is quoted to the letter.
/// </summary>
internal static class SentenceForm
{
    private static readonly string[] Forbidden = ["http://", "https://", "www.", "@everyone", "@here", "<@", "<#", "<a ", "<script", "<img", "](", "```", "discord.gg", "javascript:"];

    /// <summary>Whether it holds no link, mention or markup.</summary>
    public static bool IsPlain(string sentence) => !Array.Exists(Forbidden, mark => sentence.Contains(mark, StringComparison.OrdinalIgnoreCase));
}
