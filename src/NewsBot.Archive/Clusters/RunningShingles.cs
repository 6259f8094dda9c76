using System.Numerics;

namespace NewsBot.Archive;

/// <summary>The hash of the run that ends with the word read last. The words stand at different turns in it, so that their order counts.</summary>
internal struct RunningShingles
{
    private const int Turn = 16;

    private ulong first;
    private ulong second;
    private ulong third;
    private ulong fourth;

    /// <summary>The hash of the last <see cref="StoryFeatures.ShingleWords"/> words, or of all where there are fewer.</summary>
    public readonly ulong Last => StoryHash.Mix(
        BitOperations.RotateLeft(first, 3 * Turn) + BitOperations.RotateLeft(second, 2 * Turn) + BitOperations.RotateLeft(third, Turn) + fourth);

    /// <summary>Goes on by a word, given as its hash.</summary>
    public void Add(ulong word) => (first, second, third, fourth) = (second, third, fourth, word);
}
