using NewsBot.Archive;

namespace NewsBot.Contracts;

/// <summary>What somebody did in administration, as <c>audit --json</c> prints it. The guild is null where it was done at the terminal or on the web page.</summary>
internal sealed record AuditJson(string At, string? Guild, string? User, string Action, string Detail)
{
    public static AuditJson From(AuditEntry entry) => new(NewsTime.OfInstant(entry.At).ToString(), Given(entry.Guild), Given(entry.User), entry.Action, entry.Detail);

    private static string? Given(string text) => text.Length == 0 ? null : text;
}
