namespace NewsBot.Archive;

/// <summary>
/// The hashes of the runs that end with the word read last. Each word goes on with the runs that began up to three words before it: the
/// processor mixes the four at the same time, where a run hashed on its own has to wait for itself four times.
/// </summary>
internal struct RunningShingles
{
    private ulong one;
    private ulong two;
    private ulong three;
    private ulong four;

    /// <summary>Goes on by a word, given as its hash.</summary>
    public void Add(ulong word)
    {
        four = GoOn(three, word);
        three = GoOn(two, word);
        two = GoOn(one, word);
        one = GoOn(0, word);
    }

    /// <summary>The run of the last so many words, none to four; of none it is 0.</summary>
    public readonly ulong OfWords(int words) => words switch
    {
        0 => 0,
        1 => one,
        2 => two,
        3 => three,
        _ => four,
    };

    private static ulong GoOn(ulong run, ulong word) => StoryWords.Mix((run * 31) + word);
}
