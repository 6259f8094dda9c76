using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.SemanticKernel;
using NewsBot.Answering.Citations;
using NewsBot.Answering.Questions;
using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Answering.Generative;

/// <summary>What a model's answer came to.</summary>
public enum GenerationEnd
{
    /// <summary>The model answered; what could be verified was given out.</summary>
    Answered,

    /// <summary>The model says that the evidence does not answer.</summary>
    NotInEvidence,

    /// <summary>It wrote sentences, and none could be verified.</summary>
    NothingVerified,

    /// <summary>It wrote nothing at all, or asked for a tool that it was not offered; that says nothing of the evidence.</summary>
    NothingSaid,
}

/// <summary>What is to be answered by a model.</summary>
/// <param name="Archive">The archive.</param>
/// <param name="Text">The question as searched.</param>
/// <param name="AsOf">The day it is asked for.</param>
/// <param name="Found">The evidence.</param>
/// <param name="ArchiveState">The position of the archive's log; a remembered answer is good only for the same.</param>
/// <param name="Bill">Who pays.</param>
public sealed record GenerationRequest(ArchiveName Archive, string Text, NewsTime AsOf, SearchOutcome Found, long ArchiveState, ModelBill Bill);

/// <summary>
/// Answers with a chat model. Its text is read as it streams; each sentence is given out once the verifier has accepted it, and held
/// back otherwise: rejected ones go back to the model once, with the reason, and are then dropped. Safe for several threads.
/// </summary>
public sealed partial class GenerativeAnswerer(
    ChatModel model,
    Verifier verifier,
    QuestionReader questions,
    AnswerMemory memory,
    IOptions<AnsweringOptions> answering,
    ILogger<GenerativeAnswerer> logger)
{
    private const string NotInArchive = "NOT_IN_ARCHIVE";

    // Eight passages of 200 words are about 2,500 tokens: what small local models still read in time.
    private const int MaximumPassages = 8;

    // More rejected sentences than that are a model that does not follow; mending each would only cost.
    private const int MaximumRepairs = 2;

    /// <summary>Whether a model is configured.</summary>
    public bool IsOn => model.IsOn;

    /// <summary>The model and the version of the prompt that answers a question, as they are stored with the answer.</summary>
    public (string Model, string PromptVersion) Provenance(string question) => (model.Name, model.VersionOf(PromptFor(question)));

    /// <summary>The verified sentences as they come; <paramref name="atEnd"/> is told how it ended.</summary>
    /// <exception cref="ChatUnavailableException">The model cannot be used, and no sentence was given out.</exception>
    public async IAsyncEnumerable<VerifiedSentence> AnswerAsync(GenerationRequest request, Action<GenerationEnd> atEnd, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var key = MemoryKeyOf(request);
        if (memory.Find(key) is { } remembered)
        {
            foreach (var sentence in remembered.Sentences)
            {
                yield return sentence;
            }

            atEnd(remembered.End);
            yield break;
        }

        var sheet = EvidenceSheet.Of(request.Found, MaximumPassages);
        var writing = new Writing(new SentenceCheck(verifier, sheet), answering.Value.MaximumSentences);
        await foreach (var sentence in WriteAsync(request, sheet, writing, cancellationToken))
        {
            yield return sentence;
        }

        await foreach (var sentence in RepairAsync(request, sheet, writing, cancellationToken))
        {
            yield return sentence;
        }

        Log.Written(logger, writing.Accepted.Count, writing.Dropped);
        var end = writing.End;
        if (writing.IsWhole && end != GenerationEnd.NothingSaid)
        {
            memory.Remember(key, new RememberedAnswer([.. writing.Accepted], end));
        }

        atEnd(end);
    }

    private async IAsyncEnumerable<VerifiedSentence> WriteAsync(GenerationRequest request, EvidenceSheet sheet, Writing writing, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var stream = new CitationStream();
        var arguments = ArgumentsFor(request, sheet);
        await using var pieces = model.StreamAsync(PromptFor(request.Text), arguments, request.Bill, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (!writing.IsFull && !writing.SaysNotInArchive)
        {
            var piece = await NextAsync(pieces, writing);
            foreach (var draft in piece is null ? stream.End() : stream.Feed(piece))
            {
                if (writing.Take(draft) is { } accepted)
                {
                    yield return accepted;
                }
            }

            if (piece is null)
            {
                yield break;
            }
        }
    }

    // A stream that breaks off after verified sentences is an answer that ends early, not a failure.
    private static async Task<string?> NextAsync(IAsyncEnumerator<string> pieces, Writing writing)
    {
        try
        {
            return await pieces.MoveNextAsync() ? pieces.Current : null;
        }
        catch (ChatUnavailableException) when (writing.Accepted.Count > 0)
        {
            writing.BrokeOff();
            return null;
        }
    }

    private async IAsyncEnumerable<VerifiedSentence> RepairAsync(GenerationRequest request, EvidenceSheet sheet, Writing writing, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var (draft, reason) in writing.TakeRejected(MaximumRepairs))
        {
            if (writing.IsFull)
            {
                yield break;
            }

            var arguments = ArgumentsFor(request, sheet);
            arguments["sentence"] = draft.Text;
            arguments["reason"] = reason;
            if (await MendAsync(request, arguments, writing, cancellationToken) is { } sentence)
            {
                yield return sentence;
            }
        }
    }

    private async Task<VerifiedSentence?> MendAsync(GenerationRequest request, KernelArguments arguments, Writing writing, CancellationToken cancellationToken)
    {
        try
        {
            var mended = await model.CompleteAsync(PromptName.Repair, arguments, request.Bill, cancellationToken);
            var stream = new CitationStream();
            return stream.Feed(mended).Concat(stream.End()).Select(writing.Mend).FirstOrDefault(sentence => sentence is not null);
        }
        catch (ChatUnavailableException unavailable)
        {
            // The sentence stays dropped; whether anything else was accepted decides what becomes of the answer.
            Log.NotMended(logger, unavailable.Message);
            return null;
        }
    }

    private static KernelArguments ArgumentsFor(GenerationRequest request, EvidenceSheet sheet) => new()
    {
        ["evidence"] = sheet.ToString(),
        ["question"] = request.Text,
        ["as_of"] = request.AsOf.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private PromptName PromptFor(string question) => questions.Read(question).Type == AnswerType.Timeline ? PromptName.Timeline : PromptName.Answer;

    private MemoryKey MemoryKeyOf(GenerationRequest request) =>
        new(request.Archive, request.Text, request.AsOf, request.ArchiveState, model.Name, model.VersionOf(PromptFor(request.Text)));

    private static partial class Log
    {
        [LoggerMessage(EventId = 5101, Level = LogLevel.Debug, Message = "The model's answer: {Accepted} sentences verified, {Dropped} dropped.")]
        public static partial void Written(ILogger logger, int accepted, int dropped);

        [LoggerMessage(EventId = 5102, Level = LogLevel.Information, Message = "A rejected sentence could not be mended: {Reason}.")]
        public static partial void NotMended(ILogger logger, string reason);
    }

    /// <summary>What has become of the sentences so far.</summary>
    private sealed class Writing(SentenceCheck check, int maximumSentences)
    {
        private readonly List<VerifiedSentence> accepted = [];
        private readonly List<(DraftSentence Draft, string Reason)> rejected = [];
        private int drafts;

        public IReadOnlyList<VerifiedSentence> Accepted => accepted;

        public int Dropped => drafts - accepted.Count;

        public bool IsFull => accepted.Count >= maximumSentences;

        public bool SaysNotInArchive { get; private set; }

        public bool IsWhole { get; private set; } = true;

        public GenerationEnd End =>
            accepted.Count > 0 ? GenerationEnd.Answered
            : SaysNotInArchive ? GenerationEnd.NotInEvidence
            : drafts == 0 ? GenerationEnd.NothingSaid
            : GenerationEnd.NothingVerified;

        public void BrokeOff() => IsWhole = false;

        public VerifiedSentence? Take(DraftSentence draft)
        {
            if (draft.Text.Contains(NotInArchive, StringComparison.Ordinal))
            {
                SaysNotInArchive = true;
            }

            if (IsFull || SaysNotInArchive)
            {
                return null;
            }

            drafts++;
            var result = check.Check(draft);
            if (result.Verified is null)
            {
                rejected.Add((draft, result.Reason));
            }

            return Kept(result.Verified);
        }

        public VerifiedSentence? Mend(DraftSentence draft) => IsFull ? null : Kept(check.Check(draft).Verified);

        public IReadOnlyList<(DraftSentence Draft, string Reason)> TakeRejected(int most) => SaysNotInArchive || !IsWhole ? [] : [.. rejected.Take(most)];

        private VerifiedSentence? Kept(VerifiedSentence? sentence)
        {
            if (sentence is null || accepted.Exists(known => string.Equals(known.Text, sentence.Text, StringComparison.OrdinalIgnoreCase)))
            {
                return null;
            }

            accepted.Add(sentence);
            return sentence;
        }
    }
}
