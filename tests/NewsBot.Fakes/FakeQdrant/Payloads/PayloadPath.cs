using System.Globalization;
using System.Text.RegularExpressions;
using NewsBot.Fakes.QdrantWire;
using Match = System.Text.RegularExpressions.Match;

namespace NewsBot.Fakes;

/// <summary>A path into a payload: keys joined by dots, quoted where they hold odd characters; <c>[]</c> is every element, <c>[n]</c> one.</summary>
internal sealed partial class PayloadPath
{
    private readonly Step[] steps;

    private PayloadPath(Step[] steps) => this.steps = steps;

    public static PayloadPath Parse(string text) =>
        TryParse(text) ?? throw Refusal.InvalidArgument($"Invalid json path: '{text}'");

    public static PayloadPath? TryParse(string text)
    {
        if (!Grammar().IsMatch(text))
        {
            return null;
        }

        var read = new List<Step>();
        foreach (Match match in StepGrammar().Matches(text))
        {
            read.Add(match.Groups["index"] is { Success: true } index
                ? new Step(null, index.Value.Length == 0 ? null : int.Parse(index.Value, CultureInfo.InvariantCulture))
                : new Step(match.Groups["quoted"].Success ? match.Groups["quoted"].Value : match.Groups["key"].Value, null));
        }

        return new PayloadPath([.. read]);
    }

    /// <summary>The values at the path; a list at the end of it counts as one value.</summary>
    public IEnumerable<Value> Find(IReadOnlyDictionary<string, Value> payload) =>
        steps[0].Key is { } key && payload.TryGetValue(key, out var value) ? Find(value, 1) : [];

    /// <summary>The values at the path, a list at its end opened into its elements, as filters look at it.</summary>
    public IEnumerable<Value> FindOpened(IReadOnlyDictionary<string, Value> payload) =>
        Find(payload).SelectMany(value => value.KindCase == Value.KindOneofCase.ListValue ? (IEnumerable<Value>)value.ListValue.Values : [value]);

    /// <summary>A copy of a value that holds only what the path reaches, or null where it reaches nothing.</summary>
    public Value? Only(Value value) => Only(value, 0);

    /// <summary>Removes what the path reaches.</summary>
    public void RemoveFrom(Value root) => Remove(root, 0);

    /// <summary>Merges fields into the object at the path; objects on the way are made where they are missing.</summary>
    public void MergeInto(Value root, IReadOnlyDictionary<string, Value> fields)
    {
        foreach (var target in Objects.MakeAll(root, steps.Select(step => (step.Key, step.Index))))
        {
            foreach (var (key, value) in fields)
            {
                target.StructValue.Fields[key] = value.Clone();
            }
        }
    }

    private IEnumerable<Value> Find(Value value, int at)
    {
        if (at == steps.Length)
        {
            return [value];
        }

        var step = steps[at];
        return step.Key is { } key
            ? value.StructValue is { } fields && fields.Fields.TryGetValue(key, out var inner) ? Find(inner, at + 1) : []
            : Elements(value, step.Index).SelectMany(element => Find(element, at + 1));
    }

    private static IEnumerable<Value> Elements(Value value, int? index) => value.ListValue is not { } list ? []
        : index is not { } i ? list.Values
        : i < list.Values.Count ? [list.Values[i]] : [];

    private Value? Only(Value value, int at)
    {
        if (at == steps.Length)
        {
            return value.KindCase == Value.KindOneofCase.NullValue ? null : value.Clone();
        }

        if (steps[at].Key is { } key)
        {
            return value.StructValue is { } fields && fields.Fields.TryGetValue(key, out var inner) && Only(inner, at + 1) is { } kept
                ? new Value { StructValue = new Struct { Fields = { [key] = kept } } }
                : null;
        }

        var elements = Elements(value, steps[at].Index).Select(element => Only(element, at + 1)).OfType<Value>().ToList();
        return elements.Count == 0 ? null : new Value { ListValue = new ListValue { Values = { elements } } };
    }

    private void Remove(Value value, int at)
    {
        var step = steps[at];
        if (at < steps.Length - 1)
        {
            foreach (var inner in step.Key is { } key
                ? value.StructValue is { } fields && fields.Fields.TryGetValue(key, out var found) ? [found] : []
                : Elements(value, step.Index))
            {
                Remove(inner, at + 1);
            }
        }
        else if (step.Key is { } key)
        {
            value.StructValue?.Fields.Remove(key);
        }
        else if (step.Index is not { } index)
        {
            value.ListValue?.Values.Clear();
        }
        else if (value.ListValue is { } list && index < list.Values.Count)
        {
            list.Values.RemoveAt(index);
        }
    }

    private readonly record struct Step(string? Key, int? Index);

    [GeneratedRegex("""^([\p{L}\p{N}_-]+|"[^"]*")(\[\d*\])*(\.([\p{L}\p{N}_-]+|"[^"]*")(\[\d*\])*)*$""", RegexOptions.NonBacktracking)]
    private static partial Regex Grammar();

    [GeneratedRegex("""\[(?<index>\d*)\]|"(?<quoted>[^"]*)"|(?<key>[\p{L}\p{N}_-]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex StepGrammar();
}
