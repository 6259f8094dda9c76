using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Answering;
using NewsBot.Archive;

namespace NewsBot.Discord.Asking;

/// <summary>
/// An answer as it is kept for its buttons, for feedback and for follow-ups: no words of articles but the sentences that were shown. It names
/// its articles, so that it goes when one of them is removed.
/// </summary>
public sealed record KeptAnswer
{
    /// <summary>The answer's identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>The server in which it was asked, or empty.</summary>
    public required string Guild { get; init; }

    /// <summary>Who asked.</summary>
    public required string User { get; init; }

    /// <summary>The question.</summary>
    public required string Question { get; init; }

    /// <summary>The day it was asked for, if one was given.</summary>
    public string? AsOf { get; init; }

    /// <summary>The first day that counts, if one was given.</summary>
    public DateOnly? Since { get; init; }

    /// <summary>The last day that counts, if one was given.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>The publication, if one was given.</summary>
    public string? Source { get; init; }

    /// <summary>The sentences.</summary>
    public required IReadOnlyList<KeptClaim> Claims { get; init; }

    /// <summary>The citations.</summary>
    public required IReadOnlyList<KeptCitation> Citations { get; init; }

    /// <summary>The question as it can be asked again.</summary>
    public Answering.Question ToQuestion(ArchiveName archive) => new()
    {
        Archive = archive,
        Text = Question,
        AsOf = NewsTime.TryParse(AsOf, out var time) ? time : null,
        Since = Since,
        Until = Until,
        Source = Source,
    };
}

/// <summary>A sentence of a kept answer.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Citations">The numbers of its citations.</param>
public sealed record KeptClaim(string Text, IReadOnlyList<int> Citations);

/// <summary>A citation of a kept answer.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Article">The article's identity.</param>
/// <param name="Version">The version.</param>
/// <param name="Start">The first code unit.</param>
/// <param name="End">The code unit after the last.</param>
public sealed record KeptCitation(int Number, Guid Article, int Version, int Start, int End);

/// <summary>The JSON of kept answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(KeptAnswer))]
internal sealed partial class KeptAnswerJson : JsonSerializerContext;

/// <summary>Keeps answers and finds them again, each only in the archive it was drawn from. Safe for several threads at once.</summary>
public sealed class KeptAnswers(ArchiveStore store, TimeProvider time)
{
    /// <summary>Keeps an answer.</summary>
    public void Keep(Answer answer, string guild, string user) => store.SaveAnswer(
        KeyOf(answer.Id),
        answer.Question.Archive,
        time.GetUtcNow(),
        JsonSerializer.Serialize(Of(answer, guild, user), KeptAnswerJson.Default.KeptAnswer));

    /// <summary>Finds an answer of an archive; null when it is unknown there or an article it cites was removed.</summary>
    public KeptAnswer? Find(ArchiveName archive, Guid id) => FindKept(archive, KeyOf(id));

    /// <summary>The citations of a kept answer with their articles; those whose version is gone are left out.</summary>
    public IReadOnlyList<Citation> CitationsOf(KeptAnswer answer, ArchiveName archive) =>
    [
        .. answer.Citations.Select(kept => store.Find(archive, kept.Article, kept.Version) is { } article
            ? new Citation { Number = kept.Number, Article = article, Range = new TextRange(kept.Start, kept.End) }
            : null).OfType<Citation>(),
    ];

    /// <summary>Finds an answer by the key under which it is kept.</summary>
    public KeptAnswer? FindKept(ArchiveName archive, Guid key) =>
        store.FindAnswer(archive, key) is { } json ? JsonSerializer.Deserialize(json, KeptAnswerJson.Default.KeptAnswer) : null;

    /// <summary>The key under which an answer is kept; the program may keep the same answer in its own form, for follow-ups from the terminal.</summary>
    public static Guid KeyOf(Guid answer) => NameBasedGuid.Create(answer, "discord");

    private static KeptAnswer Of(Answer answer, string guild, string user) => new()
    {
        Id = answer.Id,
        Guild = guild,
        User = user,
        Question = answer.Question.Text,
        AsOf = answer.Question.AsOf?.ToString(),
        Since = answer.Question.Since,
        Until = answer.Question.Until,
        Source = answer.Question.Source,
        Claims = [.. answer.Claims.Select(claim => new KeptClaim(claim.Text, claim.Citations))],
        Citations = [.. answer.Citations.Select(citation => new KeptCitation(
            citation.Number, citation.Article.Id, citation.Article.Version, citation.Range.Start, citation.Range.End))],
    };
}
