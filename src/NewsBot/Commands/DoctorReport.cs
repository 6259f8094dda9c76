using System.Text.Json;
using NewsBot.Contracts;

namespace NewsBot.Commands;

/// <summary>What the doctor found, line by line.</summary>
internal sealed class DoctorReport
{
    private readonly List<DoctorLineJson> _lines = [];

    /// <summary>Adds a finding.</summary>
    /// <param name="what">What was looked at.</param>
    /// <param name="isWell">Whether it is as it should be.</param>
    /// <param name="finding">What was found when it is well.</param>
    /// <param name="remedy">What is wrong and how to mend it when it is not.</param>
    public void Add(string what, bool isWell, string finding, string remedy) => _lines.Add(new DoctorLineJson(what, isWell, isWell ? finding : remedy));

    /// <summary>Prints the findings; the exit code says whether all is well.</summary>
    public ExitCode Print(bool json)
    {
        if (json)
        {
            Console.WriteLine(JsonSerializer.Serialize(new DoctorJson(_lines), ContractJson.ForTerminals.DoctorJson));
        }
        else
        {
            foreach (var line in _lines)
            {
                Console.WriteLine($"{(line.Ok ? "ok  " : "FAIL")}  {line.What}: {line.Finding}");
            }
        }

        return _lines.All(line => line.Ok) ? ExitCode.Done : ExitCode.Failed;
    }
}
