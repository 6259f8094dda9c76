using System.Diagnostics;
using NewsBot.Answering.Questions;
using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Web.Pages;

/// <summary>Turns what was not answered otherwise into a page that says what to do: an unknown address, an index that is away, a fault.</summary>
internal sealed partial class FailurePages(PageLayout layout, ILogger<FailurePages> log)
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
            await layout.SendAsync(context, PageFor(failure, context));
            return;
        }

        if (context.Response is { HasStarted: false, StatusCode: StatusCodes.Status404NotFound, ContentType: null })
        {
            await layout.SendAsync(context, ProblemPage.NotFound());
        }
    }

    private Page PageFor(Exception failure, HttpContext context)
    {
        switch (failure)
        {
            case QuestionRefusedException refused:
                return ProblemPage.BadRequest(refused.Message, "Change the question and ask again.");
            case IndexUnavailableException or ArchiveUnavailableException:
                LogUnavailable(failure);
                return ProblemPage.Unavailable(failure.Message);
        }

        var reference = Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
        LogFault(failure, context.Request.Path, reference);
        return ProblemPage.Fault(reference);
    }

    [LoggerMessage(5001, LogLevel.Warning, "A page was refused because the archive could not be asked")]
    private partial void LogUnavailable(Exception unavailable);

    [LoggerMessage(5002, LogLevel.Error, "Making the page {Path} failed; the reader was given the reference {Reference}")]
    private partial void LogFault(Exception failure, PathString path, string reference);
}
