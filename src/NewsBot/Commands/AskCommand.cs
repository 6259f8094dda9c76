using System.CommandLine;
using System.Text.Json;
using NewsBot.Answering;
using NewsBot.Answering.Questions;
using NewsBot.Archive;
using NewsBot.Contracts;
using NewsBot.Terminal;

namespace NewsBot.Commands;

/// <summary><c>ask QUESTION</c>: one cited answer; <c>ask --jsonl FILE</c>: many.</summary>
internal static class AskCommand
{
    public static Command Create(CommonOptions common)
    {
        var question = new Argument<string?>("QUESTION") { Description = "The question, in quotation marks.", Arity = ArgumentArity.ZeroOrOne };
        var after = new Option<Guid?>("--after") { Description = "The id of the answer that this question follows up on.", HelpName = "ANSWER_ID" };
        var lines = new Option<string?>("--jsonl") { Description = "Answer every line {\"id\",\"question\",\"as_of\"?} of a file ('-': standard input), one answer line each.", HelpName = "FILE" };
        var dates = new DateOptions();
        var command = new Command("ask", "Answer a question from the archive; every sentence cites its source.") { question, after, lines };
        dates.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(question) is null == result.GetResult(lines) is null)
            {
                result.AddError("Say either a QUESTION or --jsonl FILE.");
            }
        });

        Verb.SetAction(command, common, StoreAccess.Read, async (verb, parsed, cancellationToken) =>
        {
            var template = new Question
            {
                Archive = verb.ExistingArchive(),
                Text = parsed.GetValue(question) ?? "",
                AsOf = dates.AsOf(parsed),
                Since = dates.Since(parsed),
                Until = dates.Until(parsed),
                Source = dates.Source(parsed),
                After = parsed.GetValue(after),
                Payer = Payer.Terminal,
            };
            await verb.BringIndexUpToDateIfPossibleAsync(cancellationToken);
            return parsed.GetValue(lines) is { } file
                ? await AnswerLinesAsync(verb, template, file, cancellationToken)
                : await AnswerOneAsync(verb, template, cancellationToken);
        });
        return command;
    }

    private static async Task<ExitCode> AnswerOneAsync(Verb verb, Question question, CancellationToken cancellationToken)
    {
        var answer = await verb.Get<IQuestionAnswerer>().AnswerCompletelyAsync(question, cancellationToken);
        if (verb.Json)
        {
            Console.WriteLine(JsonSerializer.Serialize(AnswerJson.From(answer), ContractJson.ForTerminals.AnswerJson));
        }
        else
        {
            AnswerText.Write(TerminalText.StandardOutput(), answer);
        }

        return answer.Outcome == AnswerOutcome.Answered ? ExitCode.Done : ExitCode.NotInArchive;
    }

    private static async Task<ExitCode> AnswerLinesAsync(Verb verb, Question template, string file, CancellationToken cancellationToken)
    {
        var answerer = verb.Get<IQuestionAnswerer>();
        await JsonLines.ProcessAsync(file, AnswerLineAsync, cancellationToken);
        return ExitCode.Done;

        async Task<string> AnswerLineAsync(string line, CancellationToken token)
        {
            if (JsonLines.Read(line, ContractJson.Default.QuestionLineJson) is not { Question: { } text } asked)
            {
                return JsonLines.Failed(null, "The line is no JSON object with a \"question\".");
            }

            if (asked.AsOf is not null && !NewsTime.TryParse(asked.AsOf, out var _))
            {
                return JsonLines.Failed(asked.Id, $"'{asked.AsOf}' is no date; write \"as_of\" as YYYY-MM-DD.");
            }

            var asOf = NewsTime.TryParse(asked.AsOf, out var stated) ? stated : template.AsOf;
            try
            {
                var answer = await answerer.AnswerCompletelyAsync(template with { Text = text, AsOf = asOf, IsKept = false }, token);
                return JsonSerializer.Serialize(AnswerJson.From(answer, asked.Id), ContractJson.ForTerminals.AnswerJson);
            }
            catch (QuestionRefusedException refusal)
            {
                return JsonLines.Failed(asked.Id, refusal.Message);
            }
        }
    }
}
