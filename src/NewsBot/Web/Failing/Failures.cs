using System.Diagnostics;
using NewsBot.Answering.Questions;
using NewsBot.Archive;
using NewsBot.Retrieval;
using NewsBot.Web.Api;
using NewsBot.Web.Pages;

namespace NewsBot.Web.Failing;

/// <summary>
/// Tells people and programs what was not served otherwise and what to do: an unknown address, an archive that is away, a fault. Addresses
/// of the API get problem details, all others a page.
/// </summary>
internal sealed partial class Failures(PageLayout layout, ILogger<Failures> log)
{
    /// <summary>Runs the rest of the request and catches what it leaves open.</summary>
    public async Task ServeAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The reader has left; there is nobody to tell.
            return;
        }
        catch (Exception failure) when (!context.Response.HasStarted)
        {
            context.Response.Headers.ContentLength = null;
            await TellAsync(context, ProblemOf(failure, context));
            return;
        }

        if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status404NotFound, ContentType: null })
        {
            await TellAsync(context, Problem.NotFound);
        }
    }

    /// <summary>Tells a problem in the form that the address asks for.</summary>
    public Task TellAsync(HttpContext context, Problem problem) => context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        ? ApiResponse.SendProblemAsync(context, problem)
        : layout.SendAsync(context, ProblemPage.Of(problem));

    private Problem ProblemOf(Exception failure, HttpContext context)
    {
        switch (failure)
        {
            case QuestionRefusedException refused:
                return Problem.BadRequest(refused.Message, "Change the question and ask again.");
            case BadHttpRequestException refused:
                return Problem.BadRequest(refused.Message, "Send less, or send it again.") with { Status = refused.StatusCode };
            case IndexUnavailableException or ArchiveUnavailableException:
                LogUnavailable(failure);
                return Problem.Unavailable(failure.Message);
            default:
                var reference = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
                LogFault(failure, context.Request.Path, reference);
                return Problem.Fault(reference);
        }
    }

    [LoggerMessage(5001, LogLevel.Warning, "A request was refused because the archive could not be asked")]
    private partial void LogUnavailable(Exception unavailable);

    [LoggerMessage(5002, LogLevel.Error, "Serving {Path} failed; the reader was given the reference {Reference}")]
    private partial void LogFault(Exception failure, PathString path, string reference);
}
