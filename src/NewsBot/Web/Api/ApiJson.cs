using System.Text.Json.Serialization;

namespace NewsBot.Web.Api;

/// <summary>What the API reads and gives besides the contracts that it shares with the terminal.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(AskRequest))]
[JsonSerializable(typeof(CheckRequest))]
[JsonSerializable(typeof(ProblemDetailsJson))]
[JsonSerializable(typeof(ProgressJson))]
[JsonSerializable(typeof(SentenceJson))]
[JsonSerializable(typeof(JobRequestJson))]
[JsonSerializable(typeof(JobsJson))]
[JsonSerializable(typeof(FeedbackRequest))]
internal sealed partial class ApiJson : JsonSerializerContext;

/// <summary>A question; days as <c>YYYY-MM-DD</c>.</summary>
internal sealed record AskRequest(string? Question, string? AsOf, string? Since, string? Until, string? Source);

/// <summary>A text to check; with a source only that text is consulted, without one the archive.</summary>
internal sealed record CheckRequest(string? Text, string? Source);

/// <summary>Problem details, RFC 9457.</summary>
internal sealed record ProblemDetailsJson(string Type, string Title, int Status, string Detail, string Remedy);

/// <summary>A step of an answer under way.</summary>
internal sealed record ProgressJson(string Stage, long Count);

/// <summary>A sentence that the verifier accepted, with the citations that it names.</summary>
internal sealed record SentenceJson(Contracts.ClaimJson Claim, IReadOnlyList<Contracts.CitationJson> Citations);

/// <summary>What is to be ingested: addresses only.</summary>
internal sealed record JobRequestJson(string? Archive, IReadOnlyList<string>? Targets, string? Kind);

/// <summary>Jobs, the newest first.</summary>
internal sealed record JobsJson(IReadOnlyList<Contracts.JobJson> Jobs);

/// <summary>What is said of an answer.</summary>
internal sealed record FeedbackRequest(Guid? Answer, bool? Good, string? Kind, string? Comment);
