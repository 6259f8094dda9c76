namespace NewsBot.Discord.Security;

/// <summary>What a button, menu or form is for. The names are part of their ids, so they are short and never change their meaning.</summary>
public static class ButtonAction
{
    /// <summary>Show the quotes behind an answer.</summary>
    public const string Quotes = "q";

    /// <summary>Check the citations of an answer.</summary>
    public const string Check = "c";

    /// <summary>Show the paragraph around a citation.</summary>
    public const string Context = "x";

    /// <summary>The answer is good.</summary>
    public const string Praise = "+";

    /// <summary>The answer is bad.</summary>
    public const string Complaint = "-";

    /// <summary>The form that says what is bad.</summary>
    public const string ComplaintForm = "-f";

    /// <summary>Open the form for asking in other words.</summary>
    public const string Reword = "r";

    /// <summary>The form for asking in other words.</summary>
    public const string RewordForm = "rf";

    /// <summary>Ask again for this year only.</summary>
    public const string ThisYear = "y";

    /// <summary>Tell the newsroom that an article is missing.</summary>
    public const string Gap = "g";

    /// <summary>Open the form for asking about an article or message.</summary>
    public const string AskAbout = "a";

    /// <summary>Confirm the removal of an article.</summary>
    public const string Remove = "d";

    /// <summary>Confirm that everything kept of a user is deleted.</summary>
    public const string Forget = "f";
}
