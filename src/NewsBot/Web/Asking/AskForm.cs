using System.Globalization;
using NewsBot.Answering;
using NewsBot.Archive;
using NewsBot.Web.Pages;

namespace NewsBot.Web.Asking;

/// <summary>What a reader typed into the ask page, and what it comes to: a question, nothing yet, or a problem to be told.</summary>
internal sealed record AskForm
{
    private AskForm(IQueryCollection query)
    {
        Text = query["q"].ToString();
        Since = query["since"].ToString();
        Until = query["until"].ToString();
        AsOf = query["as_of"].ToString();
        Source = query["source"].ToString();
    }

    /// <summary>The words as typed.</summary>
    public string Text { get; }

    /// <summary>The first day, as typed.</summary>
    public string Since { get; }

    /// <summary>The last day, as typed.</summary>
    public string Until { get; }

    /// <summary>The day as of which to answer, as typed.</summary>
    public string AsOf { get; }

    /// <summary>The publication, as typed.</summary>
    public string Source { get; }

    /// <summary>The question, where the form holds one that can be asked.</summary>
    public Question? Question { get; private init; }

    /// <summary>Why it cannot be asked, in words for the reader; null for a form that was not sent yet.</summary>
    public string? Problem { get; private init; }

    /// <summary>Whether any of the narrowing fields is filled.</summary>
    public bool IsNarrowed => (Since + Until + AsOf + Source).Length > 0;

    /// <summary>Reads the form from the address.</summary>
    public static AskForm Read(IQueryCollection query, ArchiveName archive)
    {
        var form = new AskForm(query);
        if (!query.ContainsKey("q"))
        {
            return form;
        }

        var problem = form.FindProblem();
        return problem is null ? form with { Question = form.ToQuestion(archive) } : form with { Problem = problem };
    }

    private string? FindProblem()
    {
        if (string.IsNullOrWhiteSpace(Text))
        {
            return "Type a question first, for example about a person, a place or a decision in the news.";
        }

        if (Text.Length > Question.MaximumLength)
        {
            return string.Create(
                CultureInfo.InvariantCulture,
                $"The question has {Text.Length:N0} characters; up to {Question.MaximumLength:N0} can be read. Leave out what is not needed to find the answer.");
        }

        return Days.Problem("From", Since) ?? Days.Problem("To", Until) ?? Days.Problem("As of", AsOf) ?? Days.OrderProblem(Since, Until);
    }

    private Question ToQuestion(ArchiveName archive) => new()
    {
        Archive = archive,
        Text = Text.Trim(),
        Since = Days.OrNull(Since),
        Until = Days.OrNull(Until),
        AsOf = Days.OrNull(AsOf) is { } asOf ? NewsTime.OfDay(asOf) : null,
        Source = string.IsNullOrWhiteSpace(Source) ? null : Source.Trim(),
        Place = "web",
        Payer = Payer.Web,
    };
}
