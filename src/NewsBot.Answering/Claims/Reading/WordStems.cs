using System.Collections.Concurrent;
using Lucene.Net.Tartarus.Snowball.Ext;

namespace NewsBot.Answering.Claims.Reading;

/// <summary>
/// Stems by the English Snowball algorithm (Porter 2), remembered, since the same words come again in every text.
/// Safe for several threads at once.
/// </summary>
internal sealed class WordStems
{
    // Enough for the vocabulary of a large archive; beyond it words are stemmed anew, so that hostile text cannot fill the memory.
    private const int RememberedWords = 60_000;
    private const int LongestWord = 64;

    private readonly ConcurrentDictionary<string, string> _known = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<EnglishStemmer> _stemmers = [];

    /// <summary>The stem of a word in lower case.</summary>
    public string Of(string form)
    {
        if (form.Length is < 3 or > LongestWord)
        {
            return form;
        }

        if (_known.TryGetValue(form, out var stem))
        {
            return stem;
        }

        stem = Stem(form);
        if (_known.Count < RememberedWords)
        {
            _known[form] = stem;
        }

        return stem;
    }

    private string Stem(string form)
    {
        if (!_stemmers.TryTake(out var stemmer))
        {
            stemmer = new EnglishStemmer();
        }

        stemmer.SetCurrent(form);
        stemmer.Stem();
        var stem = stemmer.Current;
        _stemmers.Add(stemmer);
        return stem;
    }
}
