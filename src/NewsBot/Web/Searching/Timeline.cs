using System.Globalization;
using NewsBot.Web.Markup;

namespace NewsBot.Web.Searching;

/// <summary>How many articles fall into each month, or into each year where the months would be too many to see.</summary>
internal sealed class Timeline
{
    // About as many bars as a phone shows at a width that the eye can tell apart.
    private const int MostBars = 48;

    private const int BarStep = 10;
    private const int BarWidth = 8;
    private const int Height = 60;

    private readonly string _unit;

    private Timeline(IReadOnlyList<Bar> bars, string unit) => (Bars, _unit) = (bars, unit);

    /// <summary>The bars from the first to the last, empty ones included; none where no day is known.</summary>
    public IReadOnlyList<Bar> Bars { get; }

    /// <summary>Counts days.</summary>
    public static Timeline Of(IEnumerable<DateOnly> days)
    {
        var months = days.Select(day => (day.Year * 12) + day.Month - 1).ToList();
        if (months.Count == 0)
        {
            return new Timeline([], "month");
        }

        return months.Max() - months.Min() < MostBars
            ? new Timeline(BarsOf(months, month => new DateOnly(month / 12, (month % 12) + 1, 1).ToString("MMMM yyyy", CultureInfo.InvariantCulture)), "month")
            : new Timeline(BarsOf([.. months.Select(month => month / 12)], year => year.ToString(CultureInfo.InvariantCulture)), "year");
    }

    /// <summary>The chart, with the same in words for those who do not see it.</summary>
    public Html Chart()
    {
        var most = Bars.Max(bar => bar.Count);
        return Html.Of($"""
            <figure class="timeline">
              <svg viewBox="0 0 {Bars.Count * BarStep} {Height}" preserveAspectRatio="none" role="img" aria-label="Articles per {_unit}: {InWords()}">
                {Html.Each(Bars.Select((bar, i) => (bar, i)), at => Rectangle(at.bar, at.i, most))}
              </svg>
              <figcaption><span>{Bars[0].Label}</span><span>{Html.If(Bars.Count > 1, $"{Bars[^1].Label}")}</span></figcaption>
            </figure>
            """);
    }

    private static List<Bar> BarsOf(List<int> units, Func<int, string> label)
    {
        var counts = units.CountBy(unit => unit).ToDictionary();
        var first = units.Min();
        return [.. Enumerable.Range(first, units.Max() - first + 1).Select(unit => new Bar(label(unit), counts.GetValueOrDefault(unit)))];
    }

    private static Html Rectangle(Bar bar, int position, int most)
    {
        var height = bar.Count * Height / most;
        return Html.Of(
            $"""<rect x="{position * BarStep}" y="{Height - height}" width="{BarWidth}" height="{height}"><title>{bar.Label}: {bar.Count}</title></rect>""");
    }

    private string InWords() => string.Join(", ", Bars.Where(bar => bar.Count > 0).Select(bar => $"{bar.Label} {bar.Count.ToString(CultureInfo.InvariantCulture)}"));

    /// <summary>One bar.</summary>
    /// <param name="Label">The month or year.</param>
    /// <param name="Count">How many articles.</param>
    internal sealed record Bar(string Label, int Count);
}
