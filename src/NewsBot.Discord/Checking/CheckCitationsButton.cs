using NewsBot.Answering.Citations;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Discord.Security;

namespace NewsBot.Discord.Checking;

/// <summary>"Check citations": checks each sentence of an answer anew against the articles it cites, as they were cited.</summary>
public sealed class CheckCitationsButton(AnswerFinder finder, Verifier verifier) : IComponentHandler
{
    /// <inheritdoc/>
    public string Action => ButtonAction.Check;

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.Component component, string payload) => finder.Find(component.Origin, payload) is { } found
        ? new InteractionResponse.Later(IsPrivate: true, async (target, token) => await target.ShowAsync(Check(found), token))
        : new InteractionResponse.Now(new Reply.Notice(ReplyTexts.For(component.Origin.Locale)["Expired"]));

    private Reply Check(FoundAnswer found) => found.Citations.Count == 0
        ? new Reply.Checked([], found.Answer.Id, [])
        : new Reply.Checked([.. found.Answer.Claims.Select(claim => Check(claim, found))], found.Answer.Id, found.Citations);

    private NumberedCheck Check(KeptClaim claim, FoundAnswer found)
    {
        var sources = found.Citations.Where(citation => claim.Citations.Contains(citation.Number)).Select(citation => citation.Article).DistinctBy(article => article.Id);
        var checks = sources.Select(article => verifier.Check(claim.Text, verifier.Prepare(article))).ToList();

        // One source that says so is enough; the verdicts stand in the order of their weight, so the best is asked for by score.
        var best = checks.MaxBy(check => (check.Verdict == Answering.Verdict.Supported ? 1 : 0, check.Score));
        return new NumberedCheck(claim.Citations, best ?? new ClaimCheck { Claim = claim.Text, Verdict = Answering.Verdict.NotFound, Score = 0 });
    }
}
