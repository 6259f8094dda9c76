using NewsBot.Answering;
using NewsBot.Answering.Citations;
using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Discord.Rendering;

/// <summary>Everything that NewsBot says in Discord: a closed set, so that one renderer knows all of it.</summary>
public abstract record Reply
{
    private Reply()
    {
    }

    /// <summary>Others are asked first.</summary>
    /// <param name="Position">The position in the queue, from 1.</param>
    public sealed record Waiting(int Position) : Reply;

    /// <summary>The archive is being searched.</summary>
    /// <param name="Articles">How many articles it holds.</param>
    public sealed record Searching(long Articles) : Reply;

    /// <summary>Evidence is being read.</summary>
    /// <param name="Passages">How many passages.</param>
    public sealed record Reading(int Passages) : Reply;

    /// <summary>The sentences accepted so far.</summary>
    /// <param name="Question">The question.</param>
    /// <param name="Claims">The sentences, at least one.</param>
    public sealed record Growing(string Question, IReadOnlyList<AnsweredClaim> Claims) : Reply;

    /// <summary>A complete answer.</summary>
    /// <param name="Answer">The answer, with at least one sentence.</param>
    public sealed record Answered(Answer Answer) : Reply
    {
        /// <summary>Why the answer no longer stands, where an article that it cites was corrected since; else null.</summary>
        public string? Mark { get; init; }
    }

    /// <summary>The archive does not answer.</summary>
    /// <param name="Answer">The answer, without sentences, perhaps with leads.</param>
    /// <param name="Searched">What the archive holds.</param>
    public sealed record NotInArchive(Answer Answer, ArchiveStatistics Searched) : Reply;

    /// <summary>The verbatim quotes behind an answer.</summary>
    /// <param name="Answer">The answer's identity.</param>
    /// <param name="Citations">Its citations.</param>
    public sealed record Quotes(Guid Answer, IReadOnlyList<Citation> Citations) : Reply;

    /// <summary>The paragraph around a citation.</summary>
    /// <param name="Citation">The citation.</param>
    public sealed record Surroundings(Citation Citation) : Reply;

    /// <summary>Claims with their verdicts.</summary>
    /// <param name="Checks">What checking gave, in the order of the text.</param>
    /// <param name="Answer">The answer that was checked, or null for somebody's message.</param>
    /// <param name="Citations">The answer's citations.</param>
    public sealed record Checked(IReadOnlyList<NumberedCheck> Checks, Guid? Answer, IReadOnlyList<Citation> Citations) : Reply;

    /// <summary>What a search found.</summary>
    /// <param name="Query">What was searched for.</param>
    /// <param name="Outcome">What was found.</param>
    public sealed record Hits(string Query, SearchOutcome Outcome) : Reply;

    /// <summary>An article.</summary>
    /// <param name="Article">Its current version.</param>
    public sealed record Card(Article Article) : Reply;

    /// <summary>Dated facts about a topic, newest first.</summary>
    /// <param name="Topic">The topic.</param>
    /// <param name="Facts">One sentence of each article.</param>
    public sealed record Timeline(string Topic, IReadOnlyList<Citation> Facts) : Reply;

    /// <summary>What NewsBot can do.</summary>
    public sealed record Help : Reply;

    /// <summary>A question before something that cannot be undone, with one button.</summary>
    /// <param name="Text">The question, with everything in it that came from outside escaped.</param>
    /// <param name="Action">See <see cref="Security.ButtonAction"/>.</param>
    /// <param name="Payload">What the button is about.</param>
    /// <param name="Label">The button's label.</param>
    public sealed record Confirm(string Text, string Action, string Payload, string Label) : Reply;

    /// <summary>How far an ingest job has come.</summary>
    /// <param name="Job">The job.</param>
    /// <param name="LastFailure">The last item that failed, if one did.</param>
    public sealed record JobCard(Job Job, JobItem? LastFailure) : Reply;

    /// <summary>What an ingest job that took long came to.</summary>
    /// <param name="Job">The job, done.</param>
    /// <param name="Failures">Items that failed, newest first.</param>
    public sealed record JobSummary(Job Job, IReadOnlyList<JobItem> Failures) : Reply;

    /// <summary>The feeds of a server.</summary>
    /// <param name="Scheduled">The feeds, by number.</param>
    public sealed record Feeds(IReadOnlyList<ScheduledFeed> Scheduled) : Reply;

    /// <summary>What an archive holds.</summary>
    /// <param name="Archive">The archive.</param>
    /// <param name="Statistics">Its counts.</param>
    public sealed record Holdings(ArchiveName Archive, ArchiveStatistics Statistics) : Reply;

    /// <summary>What administrators did, newest first.</summary>
    /// <param name="Entries">The entries.</param>
    public sealed record AuditTrail(IReadOnlyList<AuditEntry> Entries) : Reply;

    /// <summary>A short message from NewsBot itself: a refusal, a failure, a confirmation. Says what to do next.</summary>
    /// <param name="Text">The text, with everything in it that came from outside escaped.</param>
    public sealed record Notice(string Text) : Reply;
}

/// <summary>What checking a claim gave, with the numbers that stood after it.</summary>
/// <param name="Numbers">The claim's citation numbers; none in somebody's message.</param>
/// <param name="Check">The verdict.</param>
public sealed record NumberedCheck(IReadOnlyList<int> Numbers, ClaimCheck Check);
