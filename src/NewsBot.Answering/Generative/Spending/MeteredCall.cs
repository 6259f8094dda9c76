using System.Text;
using NewsBot.Archive;

namespace NewsBot.Answering.Generative;

/// <summary>
/// One call of a model, counted: by what the endpoint reports, and where it reports nothing by the length of what was sent and of what came. For one
/// thread; <see cref="End"/> ends it.
/// </summary>
public sealed class MeteredCall
{
    private readonly ITokenAccounts accounts;
    private readonly DateOnly day;
    private readonly IReadOnlyList<string> payers;
    private readonly ModelBill bill;
    private readonly ModelTokens planned;
    private long written;
    private bool wasRefused;
    private ModelTokens? reported;

    internal MeteredCall(ITokenAccounts accounts, DateOnly day, IReadOnlyList<string> payers, ModelBill bill, ModelTokens planned)
    {
        (this.accounts, this.day, this.payers, this.bill, this.planned) = (accounts, day, payers, bill, planned);
        accounts.Add(day, payers, planned);
    }

    /// <summary>A piece of the answer came.</summary>
    public void Wrote(string piece) => written += Encoding.UTF8.GetByteCount(piece);

    /// <summary>The endpoint told what the call used so far; a report without any input is none, since something was sent.</summary>
    public void Reported(ModelTokens tokens) => reported = tokens is { Input: > 0, Output: >= 0 } ? tokens : reported;

    /// <summary>The endpoint could not be reached or refused the call, which then costs nothing.</summary>
    public void WasRefused() => wasRefused = true;

    /// <summary>The call has ended, however it did: the estimate gives way to what was used.</summary>
    public void End()
    {
        var used = reported ?? (wasRefused && written == 0 ? default : planned with { Output = TokenEstimate.OfBytes(written) });
        accounts.Add(day, payers, used - planned);
        bill.Add(used);
    }
}
