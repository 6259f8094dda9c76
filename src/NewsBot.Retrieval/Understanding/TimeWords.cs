namespace NewsBot.Retrieval.Understanding;

/// <summary>The words of a question as the readers of time look at them: a place beyond the end is a word that means nothing.</summary>
internal sealed class TimeWords(IReadOnlyList<TimeWord> words)
{
    public int Count => words.Count;

    public TimeWord this[int at] => words[at];

    public TimeRole Role(int at) => at < words.Count ? words[at].Role : TimeRole.None;

    public int Value(int at) => words[at].Value;

    public string Text(int at) => at < words.Count ? words[at].Text : "";

    public bool Is(int at, Func<TimeWord, bool> condition) => at < words.Count && condition(words[at]);

    public bool IsMonth(int at) => Role(at) is TimeRole.Month or TimeRole.DoubtfulMonth;

    public bool IsUnit(int at, CalendarUnit unit) => Role(at) == TimeRole.Unit && words[at].Value == (int)unit;

    public bool IsCount(int at) => Role(at) == TimeRole.Number || Is(at, word => word.Digits is 1 or 2 && word.Value > 0);

    public int SkipFillers(int at)
    {
        while (Role(at) == TimeRole.Filler || (Role(at) == TimeRole.In && words[at].Text == "of"))
        {
            at++;
        }

        return at;
    }
}
