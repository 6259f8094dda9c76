using FsCheck.Xunit;
using NewsBot.Archive;

namespace NewsBot.Tests.Archive.Clusters;

public sealed class BandPlacesTests
{
    [Property(MaxTest = 50)]
    public void A_band_has_the_place_that_it_was_given_last(int seed)
    {
        var random = new Random(seed);
        var expected = new Dictionary<long, int>();
        var places = new BandPlaces();
        for (var place = 0; place < 3_000; place++)
        {
            // Small numbers all belong into the first slot, and lie behind it.
            var band = random.Next(3) == 0 ? random.Next(-20, 20) : random.NextInt64(long.MinValue, long.MaxValue);
            places.Exchange(band, place).ShouldBe(expected.GetValueOrDefault(band, BandPlaces.None));
            expected[band] = place;
        }

        expected.ShouldAllBe(entry => places.Find(entry.Key) == entry.Value);
        places.Find(123).ShouldBe(BandPlaces.None);
        places.Clear();
        expected.Keys.ShouldAllBe(band => places.Find(band) == BandPlaces.None);
    }
}
