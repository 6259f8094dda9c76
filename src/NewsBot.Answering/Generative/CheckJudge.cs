using NewsBot.Answering.Citations;

namespace NewsBot.Answering.Generative;

/// <summary>
/// Asks the model about claims of which the verifier is unsure: those found in part, and those whose words were found but not the wording. What it
/// thinks stands beside the verdict, whether it agrees or not, and changes nothing. Safe for several threads.
/// </summary>
public sealed class CheckJudge(SecondOpinion second)
{
    // Of reworded claims called supported with less, three in five were (docs/BENCHMARKS.md, "Checking citations").
    private const double SureScore = 0.8;

    // As much of the article around the words found as tells what they are about.
    private const int Around = 600;

    /// <summary>Whether a model is configured.</summary>
    public bool IsOn => second.IsOn;

    /// <summary>Whether the verifier may be wrong about a claim.</summary>
    public static bool IsUnsure(ClaimCheck check) =>
        check.Support.Count > 0 && (check.Verdict == Verdict.Partly || (check.Verdict == Verdict.Supported && !check.IsCopy && check.Score < SureScore));

    /// <summary>The check with the model's opinion among its reasons, where the verifier is unsure; else the check as it is.</summary>
    /// <param name="bill">Who pays.</param>
    /// <param name="check">The check.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public async Task<ClaimCheck> JudgeAsync(ModelBill bill, ClaimCheck check, CancellationToken cancellationToken)
    {
        if (!IsUnsure(check))
        {
            return check;
        }

        try
        {
            var opinion = await second.AskAsync(check.Claim, PassageOf(check), bill, cancellationToken);
            return check with { Opinion = opinion, Reasons = [.. check.Reasons, InWords(check.Verdict, opinion)] };
        }
        catch (ChatUnavailableException unavailable)
        {
            return check with { Reasons = [.. check.Reasons, $"no second opinion: {unavailable.Message}"] };
        }
    }

    /// <summary>What a reader is to know of the model's opinion on an accepted sentence of an answer, or null where it agrees or has none.</summary>
    public async Task<string?> DisagreementAsync(ModelBill bill, VerifiedSentence sentence, CancellationToken cancellationToken)
    {
        try
        {
            var passage = string.Join("\n", sentence.Places.Select(place => place.Range.Of(place.Hit.Article.Text)));
            return await second.AskAsync(sentence.Text, passage, bill, cancellationToken) is { Verdict: not Verdict.Supported } opinion
                ? $"A second opinion disagrees with “{sentence.Text}”: {NameOf(opinion.Verdict)}, since the source says “{opinion.Quote}”."
                : null;
        }
        catch (ChatUnavailableException)
        {
            // The sentence stands by the verifier's word; a model that is away has said nothing against it.
            return null;
        }
    }

    private static string InWords(Verdict verdict, Opinion? opinion) =>
        opinion is null ? "the second opinion named no words of the source, so it does not count"
        : opinion.Verdict == verdict ? $"the second opinion agrees: “{opinion.Quote}”"
        : $"the second opinion disagrees and says {NameOf(opinion.Verdict)}: “{opinion.Quote}”";

    private static string NameOf(Verdict verdict) => verdict.JsonName().Replace('_', ' ');

    // The places found in one article with what stands around them; of a plain source the quotes.
    private static string PassageOf(ClaimCheck check)
    {
        if (check.Support[0].Article is not { } article)
        {
            return string.Join("\n", check.Support.Select(support => support.Quote));
        }

        var places = check.Support.Where(support => support.Article?.Id == article.Id && support.Article.Version == article.Version).ToList();
        var start = Math.Max(0, places.Min(place => place.Range.Start) - Around);
        var end = Math.Min(article.Text.Length, places.Max(place => place.Range.End) + Around);
        return article.Text[start..end];
    }
}
