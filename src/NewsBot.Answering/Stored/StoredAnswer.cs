using System.Text.Json;
using System.Text.Json.Serialization;
using NewsBot.Archive;

namespace NewsBot.Answering.Stored;

/// <summary>An answer as it is kept: for follow-ups, links, audits, and to be checked again when an article changes.</summary>
public sealed record StoredAnswer
{
    /// <summary>The answer's identity.</summary>
    public required Guid Id { get; init; }

    /// <summary>When it was given.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The question as asked.</summary>
    public required string Question { get; init; }

    /// <summary>The question as searched; differs for follow-ups.</summary>
    public required string Searched { get; init; }

    /// <summary>The day it was asked for.</summary>
    public required string AsOf { get; init; }

    /// <summary>Whether it was answered.</summary>
    public required bool Answered { get; init; }

    /// <summary>The sentences with their citations' numbers and verdicts.</summary>
    public IReadOnlyList<StoredClaim> Claims { get; init; } = [];

    /// <summary>The citations, by number.</summary>
    public IReadOnlyList<StoredCitation> Citations { get; init; } = [];

    /// <summary>The evidence that was read: each article's identity and version.</summary>
    public IReadOnlyList<StoredEvidence> Evidence { get; init; } = [];

    /// <summary>The model that wrote it, or null for an extractive answer.</summary>
    public string? Model { get; init; }

    /// <summary>The version of the prompt, or null for an extractive answer.</summary>
    public string? PromptVersion { get; init; }

    /// <summary>Where it was posted, e.g. a Discord channel and message, in the words of whoever posted it; see <see cref="PostedAnswers"/>.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> PostedAt { get; init; } = [];

    /// <summary>What was found when a cited article changed after the answer was given; null where none has.</summary>
    public StoredMark? Mark { get; init; }
}

/// <summary>The mark of a kept answer whose articles changed.</summary>
/// <param name="At">When that was found.</param>
/// <param name="Standing">How the answer stands since.</param>
/// <param name="Reason">Why, as one line for readers; empty where it stands.</param>
public sealed record StoredMark(DateTimeOffset At, AnswerStanding Standing, string Reason);

/// <summary>A kept sentence.</summary>
/// <param name="Text">The sentence.</param>
/// <param name="Citations">Numbers of its citations.</param>
/// <param name="Verdict">The verdict's JSON name.</param>
public sealed record StoredClaim(string Text, IReadOnlyList<int> Citations, string Verdict);

/// <summary>A kept citation.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Article">The article's identity.</param>
/// <param name="Version">The cited version.</param>
/// <param name="Start">The first code unit.</param>
/// <param name="End">The code unit after the last.</param>
/// <param name="Quote">What stands there.</param>
public sealed record StoredCitation(int Number, Guid Article, int Version, int Start, int End, string Quote);

/// <summary>A kept piece of evidence.</summary>
/// <param name="Article">The article's identity.</param>
/// <param name="Version">The version read.</param>
public sealed record StoredEvidence(Guid Article, int Version);

/// <summary>Where answers are kept.</summary>
public interface IAnswerStore
{
    /// <summary>Keeps an answer, or keeps it anew under the same identity.</summary>
    void Save(ArchiveName archive, StoredAnswer answer);

    /// <summary>A kept answer of an archive, or null.</summary>
    StoredAnswer? Find(ArchiveName archive, Guid id);
}

/// <summary>Keeps answers in the archive's store; they go with any article they name.</summary>
public sealed class ArchiveAnswerStore(ArchiveStore store) : IAnswerStore
{
    /// <inheritdoc/>
    public void Save(ArchiveName archive, StoredAnswer answer)
    {
        store.SaveAnswer(answer.Id, archive, answer.At, JsonSerializer.Serialize(answer, StoredAnswerJson.Default.StoredAnswer));
        store.Answers.Cites(archive, answer.Id, [.. answer.Citations.Select(citation => citation.Article).Distinct()]);
    }

    /// <inheritdoc/>
    public StoredAnswer? Find(ArchiveName archive, Guid id) =>
        store.FindAnswer(archive, id) is { } json && JsonSerializer.Deserialize(json, StoredAnswerJson.Default.StoredAnswer) is { } answer
            ? answer with { PostedAt = store.Answers.PlacesOf(archive, id) }
            : null;
}

/// <summary>The JSON form of kept answers.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(StoredAnswer))]
internal sealed partial class StoredAnswerJson : JsonSerializerContext;
