namespace NewsBot.Answering.Generative;

/// <summary>The prompts that NewsBot uses, named as their folders below <c>prompts/NewsBot</c>.</summary>
public enum PromptName
{
    /// <summary>Writes an answer from numbered evidence.</summary>
    Answer,

    /// <summary>Mends a sentence that the verifier rejected, given the reason.</summary>
    Repair,

    /// <summary>Makes a follow-up question stand on its own.</summary>
    Rewrite,

    /// <summary>Gives a second opinion on a claim and a passage.</summary>
    Judge,

    /// <summary>Writes a sequence of dated events from numbered evidence.</summary>
    Timeline,
}
