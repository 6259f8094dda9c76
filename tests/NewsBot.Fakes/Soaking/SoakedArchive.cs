using System.Globalization;

namespace NewsBot.Fakes;

/// <summary>What a soak puts into the archive, as lines of JSON articles.</summary>
public abstract class SoakedArchive
{
    private const int ArticlesAFile = 20;

    /// <summary>An archive that gets new articles all the time.</summary>
    public static SoakedArchive Growing() => new GrowingArchive();

    /// <summary>
    /// An archive of a constant number of articles: each file brings some again as they are and some with changed text, and each round removes one article
    /// that the next file brings back.
    /// </summary>
    /// <param name="articles">How many articles it holds.</param>
    public static SoakedArchive Constant(int articles) => new ConstantArchive(articles);

    /// <summary>The articles that are there before anything is measured.</summary>
    public abstract IEnumerable<string> Beginning();

    /// <summary>The articles of the next file.</summary>
    public abstract IEnumerable<string> NextFile();

    /// <summary>The identity of an article to remove after the file, or null.</summary>
    public abstract string? NextRemoval();

    /// <summary>How many articles there are at least once so many files, the beginning among them, have been ingested.</summary>
    public abstract long ArticlesAfter(int files);

    private static string Article(int number, int revision = 0) => string.Create(CultureInfo.InvariantCulture, $$"""
        {"id":"soak-{{number}}","headline":"Bridge {{number}} opens","content":"The bridge number {{number}} over the Ember opened on day {{number}}. Mayor Ines Calder {{number}} cut the ribbon at noon. It cost {{number + 3 + revision}} million crowns, said engineer Tomas Berg {{number * 7}}.","source":"Soak Herald","publish_date":"2024-09-20"}
        """);

    private sealed class GrowingArchive : SoakedArchive
    {
        private int _next;

        public override IEnumerable<string> Beginning() => NextFile();

        public override IEnumerable<string> NextFile()
        {
            var first = _next;
            _next += ArticlesAFile;
            return Enumerable.Range(first, ArticlesAFile).Select(number => Article(number));
        }

        public override string? NextRemoval() => null;

        public override long ArticlesAfter(int files) => (long)files * ArticlesAFile;
    }

    private sealed class ConstantArchive(int articles) : SoakedArchive
    {
        private readonly int[] _revisions = new int[articles];
        private int _next;
        private int? _removed;

        public override IEnumerable<string> Beginning() => Enumerable.Range(0, articles).Select(number => Article(number));

        public override IEnumerable<string> NextFile()
        {
            var lines = new List<string>();
            for (var i = 0; i < ArticlesAFile; i++, _next = (_next + 1) % articles)
            {
                var isChanged = i % 2 == 0;
                _revisions[_next] = isChanged ? 1 - _revisions[_next] : _revisions[_next];
                lines.Add(Article(_next, _revisions[_next]));
            }

            if (_removed is { } number)
            {
                lines.Add(Article(number, _revisions[number]));
            }

            return lines;
        }

        public override string? NextRemoval()
        {
            _removed = (_next + (articles / 2)) % articles;
            return string.Create(CultureInfo.InvariantCulture, $"soak-{_removed}");
        }

        // One of them is always on its way out or in.
        public override long ArticlesAfter(int files) => articles - 1;
    }
}
