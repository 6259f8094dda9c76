namespace NewsBot.Web.Failing;

/// <summary>Why a request was not served, in words for the one who made it; shown as a page or given as problem details.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Title">The kind of problem.</param>
/// <param name="Detail">What happened.</param>
/// <param name="Remedy">What to do next.</param>
internal sealed record Problem(int Status, string Title, string Detail, string Remedy)
{
    /// <summary>An article, an archive or an address that is not there, or that this reader may not open: the two look the same.</summary>
    public static Problem NotFound { get; } = new(
        StatusCodes.Status404NotFound,
        "Nothing is here",
        "The address leads to no page and no archived article. A link into a private archive may have expired, or a character of it was lost.",
        "Ask for the article by its words instead, or have the link sent again.");

    /// <summary>Everything here is private.</summary>
    public static Problem NoPublicArchive { get; } = Unavailable(
        "No archive is open to the public here. Articles open by the links that NewsBot gives in Discord; the operator can publish an "
        + "archive with the setting Web:PublicArchives.");

    /// <summary>More questions than this server takes from one reader.</summary>
    public static Problem TooMany { get; } = new(
        StatusCodes.Status429TooManyRequests,
        "That was a little fast",
        "This server takes only so many questions a minute from one reader, so that it stays quick for all.",
        "Wait a minute, then ask again.");

    /// <summary>A request for a name that this server does not answer to.</summary>
    public static Problem Misdirected { get; } = new(
        StatusCodes.Status421MisdirectedRequest,
        "Not under this name",
        "This server listens on its own machine only and does not answer to the name that was asked for.",
        "Open it under 127.0.0.1 or localhost. To give it another name, set Web:PublicBaseUrl.");

    /// <summary>Something was to be stored while nothing can be written.</summary>
    public static Problem ReadOnly { get; } = new(
        StatusCodes.Status507InsufficientStorage,
        "Nothing can be stored right now",
        "The data folder cannot be written, so NewsBot only reads at the moment. Nothing was changed, and nothing that was stored is lost.",
        "Questions are answered as before. The operator finds the reason at /healthz/ready; once there is space, send this again.");

    /// <summary>An article that was here once.</summary>
    public static Problem Gone(string removedOn, string reason) => new(
        StatusCodes.Status410Gone,
        "This article was removed",
        $"It was taken out of the archive on {removedOn}: {reason}. Nothing of its text is kept.",
        "An answer that cited it can no longer be checked here. Ask again: other articles may say the same.");

    /// <summary>An answer whose words went with an article that it cited.</summary>
    public static Problem WithdrawnAnswer { get; } = new(
        StatusCodes.Status410Gone,
        "This answer was taken back",
        "An article that it cited was withdrawn from the archive, and the words of the answer went with it.",
        "Ask again: other articles may say the same.");

    /// <summary>A reader's form that this server did not show to this reader.</summary>
    public static Problem StaleForm { get; } = new(
        StatusCodes.Status403Forbidden,
        "That form is out of date",
        "It is older than a day, or your connection has changed since it was shown, so nothing was kept.",
        "Open the answer again and send it from there.");

    /// <summary>The request itself is wrong.</summary>
    public static Problem BadRequest(string detail, string remedy) => new(StatusCodes.Status400BadRequest, "That did not work", detail, remedy);

    /// <summary>The archive cannot be asked at the moment.</summary>
    public static Problem Unavailable(string detail) => new(
        StatusCodes.Status503ServiceUnavailable,
        "The archive cannot be asked right now",
        detail,
        "This says nothing about what the archive holds. Try again in a minute.");

    /// <summary>A fault of the program.</summary>
    /// <param name="reference">What finds the entry in the log.</param>
    public static Problem Fault(string reference) => new(
        StatusCodes.Status500InternalServerError,
        "Something broke here",
        "The program failed while it made this page. Nothing in the archive was changed.",
        $"Try again. If it stays, tell the operator this reference: {reference}");
}
