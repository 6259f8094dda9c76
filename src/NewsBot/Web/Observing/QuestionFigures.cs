using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Options;
using NewsBot.Answering;
using NewsBot.Answering.Generative;
using NewsBot.Archive;

namespace NewsBot.Web.Observing;

/// <summary>
/// What is counted of questions, wherever they are asked: how many by outcome, how long each stage took, which verdicts sentences had, the
/// tokens and what they cost, and
/// one trace a question. Neither words of a question nor of an article are part of it.
/// </summary>
internal sealed class QuestionFigures : IDisposable
{
    /// <summary>The name of the meter and of the trace source.</summary>
    public const string Name = "NewsBot";

    private readonly Meter _meter;
    private readonly ActivitySource _traces = new(Name);
    private readonly Counter<long> _questions;
    private readonly Counter<long> _sentences;
    private readonly Histogram<double> _stages;
    private readonly Counter<long> _tokens;
    private readonly Counter<double> _cost;
    private readonly ChatOptions _prices;

    /// <summary>Creates the instruments.</summary>
    public QuestionFigures(IMeterFactory meters, IOptions<ChatOptions> chat)
    {
        _prices = chat.Value;
        _meter = meters.Create(Name);
        _questions = _meter.CreateCounter<long>("newsbot.questions", description: "Questions by outcome.");
        _sentences = _meter.CreateCounter<long>("newsbot.sentences", description: "Sentences of answers by verdict.");
        _tokens = _meter.CreateCounter<long>("newsbot.model.tokens", description: "Tokens of the model for answers, by direction.");
        _cost = _meter.CreateCounter<double>("newsbot.model.cost", description: "What the model's tokens cost by Chat:InputPrice and Chat:OutputPrice.");
        _stages = _meter.CreateHistogram<double>("newsbot.question.stage.duration", "s", "Time by stage of answering.");
    }

    /// <summary>Begins the trace of one question.</summary>
    public Activity? Begin(Question question) => _traces.StartActivity("question")?.SetTag("newsbot.archive", question.Archive.Value);

    /// <summary>Counts a finished answer and ends its trace.</summary>
    public void Count(Answer answer, Activity? trace)
    {
        var outcome = answer.Outcome == AnswerOutcome.Answered ? "answered" : "not_in_archive";
        _questions.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        foreach (var claim in answer.Claims)
        {
            _sentences.Add(1, new KeyValuePair<string, object?>("verdict", claim.Verdict.JsonName()));
        }

        foreach (var (stage, milliseconds) in answer.TimingsMs)
        {
            _stages.Record(milliseconds / 1000, new KeyValuePair<string, object?>("stage", stage));
        }

        if (answer.TokensIn + answer.TokensOut > 0)
        {
            _tokens.Add(answer.TokensIn, new KeyValuePair<string, object?>("direction", "in"));
            _tokens.Add(answer.TokensOut, new KeyValuePair<string, object?>("direction", "out"));
            _cost.Add((double)_prices.CostOf(new ModelTokens(answer.TokensIn, answer.TokensOut)));
        }

        trace?.SetTag("newsbot.outcome", outcome).SetTag("newsbot.articles_searched", answer.ArticlesSearched);
    }

    /// <summary>Counts a question that failed or was given up.</summary>
    public void CountUnanswered(string outcome, Activity? trace)
    {
        _questions.Add(1, new KeyValuePair<string, object?>("outcome", outcome));
        trace?.SetTag("newsbot.outcome", outcome).SetStatus(outcome == "failed" ? ActivityStatusCode.Error : ActivityStatusCode.Unset);
    }

    /// <inheritdoc/>
    public void Dispose() => _traces.Dispose();
}
