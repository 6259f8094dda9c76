using System.Runtime.CompilerServices;
using Microsoft.Extensions.Options;
using NewsBot.Answering.Extractive;
using NewsBot.Answering.Generative;
using NewsBot.Archive;

namespace NewsBot.Answering;

/// <summary>What is said about an answer beside its sentences. For one answer and one thread.</summary>
public sealed class AnswerRemarks
{
    private readonly List<string> notes = [];

    /// <summary>What the reader should know.</summary>
    public IReadOnlyList<string> Notes => notes;

    /// <summary>The short answer where it is certain.</summary>
    public string? ShortAnswer { get; set; }

    /// <summary>How sure it was without a model that the archive answers, 0 to 1; null where that was not what decided.</summary>
    public double? Confidence { get; set; }

    /// <summary>The model and the version of its prompt, where a model wrote the answer.</summary>
    public (string Model, string PromptVersion)? Provenance { get; set; }

    /// <summary>Adds a note.</summary>
    public void Note(string note) => notes.Add(note);
}

/// <summary>
/// Proposes the sentences of an answer: a model's where one is configured and works, else the best of the evidence. What is proposed is
/// shown only once the verifier has accepted it. Safe for several threads.
/// </summary>
public sealed class AnswerWriter(
    ExtractiveAnswerer extractive, GenerativeAnswerer generative, CheckJudge judge, QuestionSearch search, IArchiveReader archive, IOptions<ChatOptions> chat)
{
    /// <summary>The sentences, in order, with the places they rest on.</summary>
    public async IAsyncEnumerable<VerifiedSentence> WriteAsync(SearchedQuestion searched, AnswerRemarks remarks, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var fallsBack = !generative.IsOn;
        if (generative.IsOn)
        {
            await foreach (var sentence in GenerateAsync(searched, remarks, () => fallsBack = true, cancellationToken))
            {
                yield return sentence;
            }
        }

        if (fallsBack)
        {
            foreach (var sentence in await ExtractAsync(searched, remarks, cancellationToken))
            {
                yield return sentence;
            }
        }
    }

    private async IAsyncEnumerable<VerifiedSentence> GenerateAsync(SearchedQuestion searched, AnswerRemarks remarks, Action fallBack, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (searched.Found.Hits.Count == 0)
        {
            yield break;
        }

        var request = new GenerationRequest(searched.Question.Archive, searched.Query.Text, searched.AsOf, searched.Found, archive.LastSequence(searched.Question.Archive), searched.Bill);
        var end = GenerationEnd.Answered;
        remarks.Provenance = generative.Provenance(request.Text);
        await using var sentences = generative.AnswerAsync(request, how => end = how, cancellationToken).GetAsyncEnumerator(cancellationToken);
        while (await NextAsync(sentences, remarks, fallBack) is { } sentence)
        {
            yield return sentence;
            if (chat.Value.SecondOpinion && sentence.IsReworded && await judge.DisagreementAsync(searched.Bill, sentence, cancellationToken) is { } disagreement)
            {
                remarks.Note(disagreement);
            }
        }

        if (end is GenerationEnd.NothingVerified or GenerationEnd.NothingSaid)
        {
            remarks.Note($"{(end == GenerationEnd.NothingSaid ? "The model said nothing" : "What the model wrote could not be verified")}; these are the best sentences of the archive.");
            fallBack();
        }
    }

    private static async Task<VerifiedSentence?> NextAsync(IAsyncEnumerator<VerifiedSentence> sentences, AnswerRemarks remarks, Action fallBack)
    {
        try
        {
            return await sentences.MoveNextAsync() ? sentences.Current : null;
        }
        catch (ChatUnavailableException unavailable)
        {
            remarks.Provenance = null;
            remarks.Note($"Answered without the model: {unavailable.Message}.");
            fallBack();
            return null;
        }
    }

    private async Task<IReadOnlyList<VerifiedSentence>> ExtractAsync(SearchedQuestion searched, AnswerRemarks remarks, CancellationToken cancellationToken)
    {
        remarks.Provenance = null;
        var answer = extractive.Answer(searched.Query, searched.Found);
        if (answer.SearchAlso.Count > 0)
        {
            var wider = await search.WidenAsync(searched, answer.SearchAlso, cancellationToken);
            answer = extractive.Answer(searched.Query, wider.Found);
        }

        foreach (var note in answer.Notes)
        {
            remarks.Note(note);
        }

        remarks.ShortAnswer = answer.ShortAnswer;
        remarks.Confidence = answer.Confidence;
        return [.. answer.Sentences.Select(sentence => new VerifiedSentence(sentence.Text, [new CitedPlace(sentence.Hit, sentence.Range)]))];
    }
}
