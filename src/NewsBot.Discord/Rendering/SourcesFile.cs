using System.Text;
using NewsBot.Answering;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Rendering;

/// <summary>The file that carries what does not fit into a message: the whole answer and every quote, to the letter.</summary>
internal static class SourcesFile
{
    /// <summary>Makes the file. It is read as plain text, so that nothing in it is escaped or left out.</summary>
    public static OutgoingFile Of(Answer answer, ReplyTexts texts)
    {
        var text = new StringBuilder();
        text.Append("# ").Append(texts["SourcesFile"]).Append("\n\n");
        text.Append(texts["Question"]).Append(": ").Append(answer.Question.Text).Append("\n\n");
        text.Append(texts["Answer"]).Append(": ").Append(answer.Text).Append('\n');
        foreach (var citation in answer.Citations)
        {
            var article = citation.Article;
            var facts = new[] { article.Title, article.Source, article.Published?.ToString(), article.Url }.Where(fact => !string.IsNullOrEmpty(fact));
            text.Append("\n## [").Append(citation.Number).Append("] ").AppendJoin(" · ", facts).Append("\n\n");
            text.Append("> ").Append(citation.Quote.Replace("\n", "\n> ", StringComparison.Ordinal)).Append('\n');
        }

        return new OutgoingFile("sources.md", Encoding.UTF8.GetBytes(text.ToString()), "text/markdown; charset=utf-8");
    }
}
