using System.Globalization;
using NewsBot.Web.Markup;

namespace NewsBot.Web.Administration;

/// <summary>One row of values of a chart, a value a day.</summary>
/// <param name="Label">What the values are.</param>
/// <param name="Values">A value for each day.</param>
internal sealed record DaySeries(string Label, IReadOnlyList<double> Values);

/// <summary>Bars by day, stacked where there are several rows, drawn on the server, with the same numbers as a table for those who do not see it.</summary>
internal static class DayChart
{
    private const int BarStep = 12;
    private const int BarWidth = 10;
    private const int Height = 90;

    /// <summary>The chart.</summary>
    /// <param name="title">What it shows.</param>
    /// <param name="days">The days, oldest first.</param>
    /// <param name="format">How a value is written, e.g. <c>0</c>.</param>
    /// <param name="series">One to four rows; they are stacked.</param>
    public static Html Of(string title, IReadOnlyList<DateOnly> days, string format, params IReadOnlyList<DaySeries> series)
    {
        var most = Math.Max(double.Epsilon, Enumerable.Range(0, days.Count).Max(day => series.Sum(row => row.Values[day])));
        var isEmpty = series.All(row => row.Values.All(value => value == 0));
        return Html.Of($"""
            <figure class="day-chart">
              <figcaption><strong>{title}</strong> {(isEmpty ? Html.Of($"<span>nothing yet</span>") : Legend(series))}</figcaption>
              <svg viewBox="0 0 {days.Count * BarStep} {Height}" preserveAspectRatio="none" role="img" aria-label="{title}, {InWords(days, format, series)}">
                {Html.Each(Enumerable.Range(0, days.Count), day => Bars(days[day], day, format, series, most))}
              </svg>
              <p class="axis"><span>{Day(days[0])}</span><span>most in a day: {most.ToString(isEmpty ? "'none'" : format, CultureInfo.InvariantCulture)}</span><span>{Day(days[^1])}</span></p>
            </figure>
            """);
    }

    private static Html Bars(DateOnly day, int position, string format, IReadOnlyList<DaySeries> series, double most)
    {
        var below = 0.0;
        return Html.Each(series.Select((row, i) => (row, i)), at =>
        {
            var value = at.row.Values[position];
            var top = Height - ((below + value) * Height / most);
            below += value;
            return Html.If(value > 0, $"{Rectangle(at.i, position, top, value * Height / most, $"{Day(day)}: {at.row.Label} {value.ToString(format, CultureInfo.InvariantCulture)}")}");
        });
    }

    private static Html Rectangle(int series, int position, double top, double height, string title) => Html.Of(
        $"""<rect class="row-{series}" x="{position * BarStep}" y="{Number(top)}" width="{BarWidth}" height="{Number(height)}"><title>{title}</title></rect>""");

    private static Html Legend(IReadOnlyList<DaySeries> series) => Html.Each(
        series.Select((row, i) => (row, i)), at => Html.Of($"""<span class="legend-row"><span class="swatch row-{at.i}"></span>{at.row.Label}</span> """));

    private static string InWords(IReadOnlyList<DateOnly> days, string format, IReadOnlyList<DaySeries> series) => string.Join("; ", Enumerable.Range(0, days.Count)
        .Where(day => series.Any(row => row.Values[day] > 0))
        .Select(day => $"{Day(days[day])}: {string.Join(", ", series.Select(row => $"{row.Label} {row.Values[day].ToString(format, CultureInfo.InvariantCulture)}"))}"));

    private static string Day(DateOnly day) => day.ToString("d MMM", CultureInfo.InvariantCulture);

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
