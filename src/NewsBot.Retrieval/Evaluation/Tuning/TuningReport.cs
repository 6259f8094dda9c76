using System.Globalization;
using System.Text;

namespace NewsBot.Retrieval.Evaluation.Tuning;

/// <summary>What tuning found, on the questions it was fitted to and on those held aside.</summary>
public sealed record TuningReport
{
    private const int Enough = 30;

    /// <summary>The weights as they were.</summary>
    public required RetrievalOptions Present { get; init; }

    /// <summary>The weights that fit the first half best; the same object where none is better.</summary>
    public required RetrievalOptions Tuned { get; init; }

    /// <summary>The weights that were tried.</summary>
    public required IReadOnlyList<TunedWeight> Weights { get; init; }

    /// <summary>The fitted half by the present weights.</summary>
    public required RetrievalReport FittedBefore { get; init; }

    /// <summary>The fitted half by the tuned weights.</summary>
    public required RetrievalReport FittedAfter { get; init; }

    /// <summary>The half held aside by the present weights.</summary>
    public required RetrievalReport AsideBefore { get; init; }

    /// <summary>The half held aside by the tuned weights.</summary>
    public required RetrievalReport AsideAfter { get; init; }

    /// <summary>What changed.</summary>
    public IReadOnlyList<TunedWeight> Changed => Weights.Where(weight => weight.Get(Present) != weight.Get(Tuned)).ToList();

    /// <summary>The gain of reciprocal ranks on the half held aside.</summary>
    public PairedGain Gain => PairedBootstrap.Compare(AsideBefore, AsideAfter, outcome => outcome.ReciprocalRank);

    /// <summary>The changed settings as they are pasted into appsettings.json; empty where nothing changed.</summary>
    public string Settings => Changed.Count == 0
        ? ""
        : $$"""
          "{{RetrievalOptions.Section}}": {
          {{string.Join(",\n", Changed.Select(weight => string.Create(CultureInfo.InvariantCulture, $"  \"{weight.Name}\": {weight.Get(Tuned)}")))}}
          }
          """;

    /// <summary>Whether the tuned weights are worth taking, in a sentence.</summary>
    public string Advice
    {
        get
        {
            var few = Gain.Questions < Enough ? string.Create(CultureInfo.InvariantCulture, $" {Gain.Questions} questions held aside are few: more would tell more.") : "";
            return Changed.Count == 0 ? "No other weights fit these questions better: keep the present ones." + few
                : Gain.IsBetter ? "On the questions held aside the tuned weights are better beyond chance."
                : "On the questions held aside the tuned weights are not better beyond chance: keep the present ones." + few;
        }
    }

    /// <summary>The report as people read it.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"weight",-20}{"present",9}{"tuned",9}");
        foreach (var weight in Weights)
        {
            var (before, after) = (weight.Get(Present), weight.Get(Tuned));
            text.AppendLine(CultureInfo.InvariantCulture, $"{weight.Name,-20}{before,9:0.###}{(before == after ? "" : after.ToString("0.###", CultureInfo.InvariantCulture)),9}");
        }

        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"{"questions",-20}{"weights",-10}{"n",5}{"hit@1",8}{"hit@10",8}{"MRR@10",8}");
        AddRow(text, "fitted to", "present", FittedBefore.Total);
        AddRow(text, "fitted to", "tuned", FittedAfter.Total);
        AddRow(text, "held aside", "present", AsideBefore.Total);
        AddRow(text, "held aside", "tuned", AsideAfter.Total);
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"MRR@10 on the questions held aside: {Gain}");
        text.AppendLine(Advice);
        if (Settings.Length > 0)
        {
            text.AppendLine().AppendLine("As settings (appsettings.json):").AppendLine(Settings);
        }

        return text.ToString();
    }

    private static void AddRow(StringBuilder text, string questions, string weights, RetrievalFigures figures) => text.AppendLine(
        CultureInfo.InvariantCulture,
        $"{questions,-20}{weights,-10}{figures.Judged,5}{figures.HitAt1,8:F3}{figures.HitAt10,8:F3}{figures.MeanReciprocalRank,8:F3}");
}
