using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Discord.Rest;

namespace NewsBot.Discord.Rendering;

/// <summary>
/// How an answer is laid out: the question, the sentences with their numbers, the numbered sources, and in small print what was checked.
/// Numbers stand for the same citation from the first sentence shown to the end.
/// </summary>
internal sealed class AnswerLayout(ReplyTexts texts, ArticleLines lines, ReplyButtons buttons, TimeProvider time)
{
    private const int MostSources = 5;
    private const int LongestHeading = 250;

    // An answer says the main thing first; where room is short, its sources matter more than its fourth sentence.
    private const int SentencesThatMatterMost = 3;

    // A year is when "the newest source" stops being news for nearly every question.
    private static readonly TimeSpan OldNewsAge = TimeSpan.FromDays(365);

    /// <summary>The sentences accepted so far: no links, no buttons, nothing that is not final.</summary>
    public ReplyLayout Growing(string question, IReadOnlyList<AnsweredClaim> claims) =>
        ReplyLayout.Of([Heading(question), .. Sentences(claims)]);

    /// <summary>The complete answer; what does not fit into the message stands in an attached file.</summary>
    public ReplyLayout Complete(Answer answer, string? mark, int characters)
    {
        IReadOnlyList<TextPiece> pieces =
        [
            Heading(answer.Question.Text),
            .. mark is null ? [] : new[] { new TextPiece("⚠ " + texts["CorrectedSince", DiscordMarkdown.EscapeLine(mark)], Importance.Warning) },
            .. Sentences(answer.Claims),
            .. Warnings(answer),
            .. SourceLines(answer),
            .. answer.Notes.Select(note => new TextPiece("-# " + DiscordMarkdown.EscapeLine(note), Importance.Remark)),
            SmallPrint(answer),
        ];

        var needsFile = SourcesOf(answer).Count > MostSources
            || ReplyLayout.Fit(pieces, characters).Count(IsOfTheAnswer) < pieces.Count(IsOfTheAnswer);
        return needsFile
            ? new ReplyLayout([.. pieces, new TextPiece(texts["MoreInFile"], Importance.Warning)], buttons.UnderAnswer(answer.Id), [SourcesFile.Of(answer, texts)])
            : new ReplyLayout(pieces, buttons.UnderAnswer(answer.Id), []);
    }

    /// <summary>That the archive does not answer, what was searched, and what comes nearest.</summary>
    public ReplyLayout NotInArchive(Reply.NotInArchive reply)
    {
        var answer = reply.Answer;
        var question = DiscordMarkdown.EscapeLine(DiscordMarkdown.Shorten(answer.Question.Text, LongestHeading));
        return ReplyLayout.Of(
        [
            new TextPiece($"**{texts["NotInArchive"]}**", Importance.Substance),
            new TextPiece(SearchedText(answer, reply.Searched, question), Importance.Substance),
            .. answer.Leads.Count == 0 ? [] : new[] { new TextPiece(texts["Closest"], Importance.Item) },
            .. answer.Leads.Take(MostSources).Select(lead => new TextPiece("· " + lines.Of(lead.Article), Importance.Item)),
            .. answer.Notes.Select(note => new TextPiece("-# " + DiscordMarkdown.EscapeLine(note), Importance.Remark)),
        ]) with
        { Rows = buttons.UnderNoAnswer(answer.Id) };
    }

    private static bool IsOfTheAnswer(TextPiece piece) => piece.Importance >= Importance.Detail;

    private string SearchedText(Answer answer, ArchiveStatistics searched, string question) => (answer.ArticlesSearched, searched) switch
    {
        (0, _) => texts["EmptyArchive"],
        (_, { Oldest: { } oldest, Newest: { } newest }) =>
            texts["SearchedForBetween", answer.ArticlesSearched, question, DiscordMarkdown.Day(oldest), DiscordMarkdown.Day(newest)],
        _ => texts["SearchedFor", answer.ArticlesSearched, question],
    };

    private static TextPiece Heading(string question) =>
        new($"**{DiscordMarkdown.EscapeLine(DiscordMarkdown.Shorten(question, LongestHeading))}**", Importance.Heading);

    private static IEnumerable<TextPiece> Sentences(IReadOnlyList<AnsweredClaim> claims) => claims.Select((claim, i) => new TextPiece(
        WithMarkers(claim),
        i < SentencesThatMatterMost ? Importance.Substance : Importance.Detail,
        i == 0 || AnswerLines.StandsAlone(claim) || AnswerLines.StandsAlone(claims[i - 1]) ? "\n" : " "));

    // "… 355 million [1]." reads as one sentence; a point that belongs to an abbreviation stays with it.
    private static string WithMarkers(AnsweredClaim claim)
    {
        const int ShortestWord = 3;
        var markers = string.Concat(claim.Citations.Select(number => $"[{number}]"));
        var lastWord = claim.Text[(claim.Text.LastIndexOf(' ') + 1)..];
        var endsWithPoint = lastWord.EndsWith('.') && lastWord[..^1] is { Length: >= ShortestWord } word && word.All(char.IsLetterOrDigit);
        return endsWithPoint ? $"{DiscordMarkdown.Escape(claim.Text[..^1])} {markers}." : $"{DiscordMarkdown.Escape(claim.Text)} {markers}";
    }

    private IEnumerable<TextPiece> Warnings(Answer answer)
    {
        foreach (var source in SourcesOf(answer))
        {
            if (source.First().Article.Standing.Correction is { } correction)
            {
                var numbers = string.Concat(source.Select(citation => $"[{citation.Number}]"));
                yield return new TextPiece(
                    "⚠ " + texts["Corrected", numbers, DiscordMarkdown.Day(correction.At), DiscordMarkdown.EscapeLine(correction.What)], Importance.Warning, "\n\n");
            }
        }

        if (NewestSource(answer) is { } newest && time.GetUtcNow() - newest.Instant > OldNewsAge)
        {
            yield return new TextPiece(texts["OldNews", DiscordMarkdown.Day(newest)], Importance.Warning, "\n\n");
        }
    }

    private IEnumerable<TextPiece> SourceLines(Answer answer) =>
    [
        new TextPiece($"**{texts["Sources"]}**", Importance.Item, "\n\n"),
        .. SourcesOf(answer).Take(MostSources).Select(source => new TextPiece(SourceLine(source), Importance.Item)),
    ];

    private string SourceLine(IGrouping<(Guid Id, int Version), Citation> source)
    {
        // A dot after a number at the beginning of a line would make a list that Discord numbers anew.
        var numbers = string.Join(", ", source.Select(citation => citation.Number));
        return $"{numbers}\\. {lines.Of(source.First())}";
    }

    private TextPiece SmallPrint(Answer answer)
    {
        var parts = new List<string> { texts[answer.Citations.Count == 1 ? "CitationChecked" : "CitationsChecked", answer.Citations.Count] };
        if (NewestSource(answer) is { } newest)
        {
            parts.Add(texts["NewestSource", DiscordMarkdown.Ago(newest)]);
        }

        if (answer.Question.AsOf is { } asOf)
        {
            parts.Add(texts["AsOf", DiscordMarkdown.Day(asOf)]);
        }

        return new TextPiece("-# " + string.Join(" · ", parts), Importance.SmallPrint);
    }

    private static List<IGrouping<(Guid Id, int Version), Citation>> SourcesOf(Answer answer) =>
        [.. answer.Citations.GroupBy(citation => (citation.Article.Id, citation.Article.Version))];

    private static NewsTime? NewestSource(Answer answer) =>
        answer.Citations.Select(citation => citation.Article.Published).Where(published => published is not null).MaxBy(published => published!.Value.Instant);
}
