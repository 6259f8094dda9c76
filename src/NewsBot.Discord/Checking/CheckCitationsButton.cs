using NewsBot.Answering.Citations;
using NewsBot.Discord.Asking;
using NewsBot.Discord.Interactions;
using NewsBot.Discord.Rendering;
using NewsBot.Discord.Responding;
using NewsBot.Discord.Security;
using NewsBot.Retrieval;

namespace NewsBot.Discord.Checking;

/// <summary>"Check citations": checks each sentence of an answer anew against what it cites, and against what the archive has since.</summary>
public sealed class CheckCitationsButton(AnswerFinder finder, ArchiveChecker checker) : IComponentHandler
{
    /// <inheritdoc/>
    public string Action => ButtonAction.Check;

    /// <inheritdoc/>
    public InteractionResponse Respond(Interaction.Component component, string payload)
    {
        var texts = ReplyTexts.For(component.Origin.Locale);
        return finder.Find(component.Origin, payload) is { } found
            ? new InteractionResponse.Later(IsPrivate: true, async (target, token) => await target.ShowAsync(await CheckAsync(found, texts, token), token))
            : new InteractionResponse.Now(new Reply.Notice(texts["Expired"]));
    }

    private async Task<Reply> CheckAsync(FoundAnswer found, ReplyTexts texts, CancellationToken cancellationToken)
    {
        try
        {
            var checks = new List<NumberedCheck>();
            foreach (var claim in found.Answer.Claims)
            {
                checks.Add(new NumberedCheck(claim.Citations, await CheckAsync(claim, found, cancellationToken)));
            }

            return new Reply.Checked(checks, found.Answer.Id, found.Citations);
        }
        catch (IndexUnavailableException)
        {
            return new Reply.Notice(texts["SearchUnavailable"]);
        }
    }

    private async Task<ClaimCheck> CheckAsync(KeptClaim claim, FoundAnswer found, CancellationToken cancellationToken)
    {
        var cited = found.Citations.Where(citation => claim.Citations.Contains(citation.Number)).ToList();
        return cited.Count == 0
            ? await checker.CheckAsync(found.Archive, claim.Text, cancellationToken)
            : await checker.CheckCitedAsync(found.Archive, claim.Text, cited, cancellationToken);
    }
}
