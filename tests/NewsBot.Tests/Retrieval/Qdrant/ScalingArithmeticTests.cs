using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Fakes;

namespace NewsBot.Tests.Retrieval.Qdrant;

/// <summary>Every figure of docs/SCALING.md follows from its first table.</summary>
public partial class ScalingArithmeticTests
{
    private const double Giga = 1e9;
    private const double Million = 1e6;

    private static readonly string[] Lines = File.ReadAllLines(Path.Combine(SharedData.ProjectRoot()!, "docs", "SCALING.md"));

    private static double Articles => Million / Input("passages an article");

    private static double DenseMemory => (Million + Articles) * (Input("dimensions") + Input("links of a vector within its archive"));

    private static double IndexMemory => (Million + Articles) * Input("payload indexes of a point");

    private static double Memory => (Articles * Input("memory of an article, sparse index in memory")) + (Million * Input("memory of a passage, sparse index in memory"));

    private static double MemoryOnDisk
    {
        get
        {
            var share = Input("memory of an article, sparse index on disk") / Input("memory of an article, sparse index in memory");
            return (Articles * Input("memory of an article, sparse index on disk")) + (Million * share * Input("memory of a passage, sparse index in memory"));
        }
    }

    private static double Disk =>
        (Articles * Input("disk of an article")) + (Million * (Input("disk of a passage without text") + Input("text, title and address of a passage")));

    private static double DenseDisk => (Million + Articles) * Input("dimensions") * 5;

    private static double Seconds => (Articles / Input("articles written a second")) + (Million / Input("passages written a second"));

    [Fact]
    public void A_million_passages_take_what_is_written()
    {
        IsWritten("articles", 1, Articles / Million);
        IsWritten("memory", 1, (Memory + IndexMemory) / Giga);
        IsWritten("memory", 2, (Memory + IndexMemory + DenseMemory) / Giga);
        IsWritten("memory, sparse index on disk", 1, (MemoryOnDisk + IndexMemory) / Giga);
        IsWritten("memory, sparse index on disk", 2, (MemoryOnDisk + IndexMemory + DenseMemory) / Giga);
        IsWritten("disk", 1, Disk / Giga);
        IsWritten("disk", 2, (Disk + DenseDisk) / Giga);
        IsWritten("time to write on two cores", 1, Seconds / 60);
    }

    [Theory]
    [InlineData("1 M", 1, 60)]
    [InlineData("100 M", 100, 3600)]
    [InlineData("1000 M", 1000, 3600)]
    public void Larger_archives_take_what_is_written(string row, double millions, double unitOfTime)
    {
        var memory = 2 * millions * (MemoryOnDisk + IndexMemory + DenseMemory) / Giga;
        var nodes = Math.Max(2, Math.Ceiling(memory / Input("memory of a node that is used")));
        IsWritten(row, 1, memory);
        IsWritten(row, 2, 2 * millions * (Disk + DenseDisk) / Giga);
        IsWritten(row, 3, nodes);
        IsWritten(row, 4, millions <= 1 ? 1 : nodes);
        IsWritten(row, 5, millions * Seconds / (millions <= 1 ? 1 : nodes) / unitOfTime);
    }

    [Fact]
    public void The_store_takes_what_is_written()
    {
        IsWritten("text of the articles", 1, Articles * 8_100 / Giga);
        IsWritten("qdrant.db", 1, Articles * 1_800 / Giga);
    }

    private static double Input(string name) => Cell(name, 1);

    /// <summary>A figure is right when it is the computed one, rounded to two digits.</summary>
    private static void IsWritten(string row, int column, double computed) => Cell(row, column).ShouldBe(computed, computed * .05, $"{row}, column {column}");

    private static double Cell(string row, int column)
    {
        var cells = Lines.Select(line => line.Split('|', StringSplitOptions.TrimEntries)).First(parts => parts.Length > column + 2 && parts[1] == row);
        return double.Parse(FirstNumber().Match(cells[column + 1].Replace(",", "", StringComparison.Ordinal)).Value, CultureInfo.InvariantCulture);
    }

    [GeneratedRegex(@"\d+(\.\d+)?", RegexOptions.NonBacktracking)]
    private static partial Regex FirstNumber();
}
