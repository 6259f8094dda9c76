using NewsBot.Answering.Questions;
using NewsBot.Archive;
using NewsBot.Retrieval;

namespace NewsBot.Answering.Extractive;

/// <summary>Reads a question and weighs its terms by how rare they are in the archive that is asked. Safe for several threads.</summary>
public sealed class QuestionWeigher(QuestionReader questions, ITermStatistics statistics, WordFamilies families)
{
    /// <summary>The question, weighed for an archive.</summary>
    /// <param name="archive">The archive that is asked.</param>
    /// <param name="question">The question.</param>
    /// <param name="asOf">The moment it is asked for.</param>
    /// <param name="time">The days that it is about, if it says so.</param>
    public WeighedQuestion Weigh(ArchiveName archive, string question, DateTimeOffset asOf, DateRange? time)
    {
        var asked = questions.Read(question);
        return new WeighedQuestion(asked, statistics.IdfOf(archive, [.. asked.Terms.Select(term => term.Stem)]), families) { AsOf = asOf, Time = time };
    }
}
