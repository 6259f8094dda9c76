using System.Text;
using NewsBot.Archive;
using NewsBot.Web.Reading;

namespace NewsBot.Terminal;

/// <summary>An article's versions as people read them in a terminal: the first one whole, of each later one the paragraphs that changed.</summary>
internal static class VersionText
{
    /// <summary>Writes versions, the oldest first: what was taken out stands as [-so-], what was put in as {+so+}.</summary>
    public static void Write(TerminalText output, IReadOnlyList<Article> versions)
    {
        for (var i = 0; i < versions.Count; i++)
        {
            var paragraphs = i == 0 ? versions[i].Text.Split('\n') : Changed(versions[i - 1], versions[i]);
            WriteHead(output, versions[i]);
            if (i == versions.Count - 1 && versions[i].Standing.Correction is { } correction)
            {
                output.Paragraph(FormattableString.Invariant($"Corrected on {correction.At.Day:d MMMM yyyy}: {correction.What}"));
            }

            foreach (var paragraph in paragraphs.Where(paragraph => !string.IsNullOrWhiteSpace(paragraph)))
            {
                output.Blank();
                output.Paragraph(paragraph);
            }

            output.Blank();
        }
    }

    private static void WriteHead(TerminalText output, Article article)
    {
        output.Heading(article.Title);
        output.Faint(AnswerText.Byline("", article.Source, article.Published));
        output.Faint(FormattableString.Invariant($"{article.PublicId}, version {article.Version}, stored {article.StoredAt:d MMM yyyy}"));
        if (article.Url is { } url)
        {
            output.Address(url, "");
        }
    }

    private static IReadOnlyList<string> Changed(Article earlier, Article later)
    {
        var text = Marked(earlier.Title, later.Title) + "\n" + Marked(earlier.Text, later.Text);
        var changed = text.Split('\n').Where(line => line.Contains("[-", StringComparison.Ordinal) || line.Contains("{+", StringComparison.Ordinal)).ToList();
        return changed.Count > 0 ? changed : ["(The words are the same; only what is known about the article changed.)"];
    }

    private static string Marked(string earlier, string later)
    {
        var text = new StringBuilder();
        foreach (var run in WordDiff.Between(earlier, later))
        {
            text.Append(run.Change switch
            {
                WordChange.Removed => $"[-{run.Text.Trim().ReplaceLineEndings(" ")}-]",
                WordChange.Added => string.Join('\n', run.Text.Split('\n').Select(line => line.Length == 0 ? "" : $"{{+{line}+}}")),
                _ => run.Text,
            });
        }

        return text.ToString();
    }
}
