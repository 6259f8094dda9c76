using System.Collections.Frozen;

namespace NewsBot.Answering.Claims.Reading;

/// <summary>The closed word classes of English that the verifier knows.</summary>
internal static class Lexicon
{
    /// <summary>Words that say little about the subject of a sentence.</summary>
    public static readonly FrozenSet<string> Function = Set(
        "a an the this that these those and or but nor so yet if than then as at by for from in into of off on onto out over to up with within " +
        "about above across after against along among around before behind below beneath beside between beyond down during except inside near " +
        "outside past per since through throughout till toward towards under until upon via i me my mine we us our ours you your yours he him " +
        "his she her hers it its they them their theirs who whom whose which what when where why how is are was were be been being am do does " +
        "did doing done have has had having will would shall should can could may might must there here also just only very too such same own " +
        "other another each every both either some any all much many more most few less least while because although though whether however " +
        "lot s t ll re ve d m himself herself itself themselves ourselves myself yourself mr mrs ms dr said says say it's one's");

    /// <summary>Words that turn a statement into its opposite.</summary>
    public static readonly FrozenSet<string> Negation = Set("not no never neither nor none nobody nothing nowhere cannot without hardly barely");

    /// <summary>Verbs by which a text gives words to a speaker.</summary>
    public static readonly FrozenSet<string> Speech = Set(
        "said says say saying told tells tell telling added adds add announced announces claimed claims stated states explained explains argued argues " +
        "warned warns wrote writes tweeted tweets testified noted notes insisted insists admitted admits denied denies confirmed confirms replied " +
        "replies asked asks recalled recalls suggested suggests declared declares remarked commented comments observed continued concluded believes thinks " +
        "mentioned quipped joked responded responds vowed promised predicted predicts estimates estimated tweeting");

    /// <summary>Speakers that are no names.</summary>
    public static readonly FrozenSet<string> CommonSpeakers = Set(
        "police people staff management everyone everybody nobody someone officials analysts experts authorities critics researchers scientists prosecutors lawyers " +
        "doctors residents witnesses sources protesters demonstrators traders economists investigators supporters opponents organizers organisers activists reporters " +
        "employees workers leaders members parents students teachers voters investors firefighters detectives deputies");

    /// <summary>Words before a name that are no part of it.</summary>
    public static readonly FrozenSet<string> Titles = Set(
        "mr mrs ms miss dr sir dame lord lady prof professor president vice senator sen rep representative gov governor mayor minister prime chancellor " +
        "king queen prince princess judge justice general gen colonel col captain capt lieutenant lt sergeant sgt officer detective secretary " +
        "chairman chairwoman chief director ceo coach pope bishop archbishop rev reverend father sheriff attorney congressman congresswoman former");

    /// <summary>Words before a number that make it a rounded one.</summary>
    public static readonly FrozenSet<string> Approximate = Set(
        "about around nearly almost roughly approximately some over under approx circa estimated above below than least most to");

    /// <summary>The months, by every form that newspapers use.</summary>
    public static readonly FrozenDictionary<string, int> Months = Numbered(
        "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|december dec");

    /// <summary>The weekdays: Sunday is 0, as in <see cref="DayOfWeek"/>, plus one.</summary>
    public static readonly FrozenDictionary<string, int> Weekdays = Numbered(
        "sunday sundays|monday mondays|tuesday tuesdays|wednesday wednesdays|thursday thursdays|friday fridays|saturday saturdays");

    /// <summary>Words of number below a hundred.</summary>
    public static readonly FrozenDictionary<string, int> Units = Numbered(
        "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen");

    /// <summary>The tens.</summary>
    public static readonly FrozenDictionary<string, int> Tens = Numbered("-|twenty|thirty|forty fourty|fifty|sixty|seventy|eighty|ninety");

    /// <summary>Words of order up to twenty.</summary>
    public static readonly FrozenDictionary<string, int> Ordinals = Numbered(
        "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth");

    /// <summary>What multiplies the number before it, abbreviations of the wires included.</summary>
    public static readonly FrozenDictionary<string, decimal> Scales = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["hundred"] = 100, ["thousand"] = 1_000, ["million"] = 1_000_000, ["millions"] = 1_000_000, ["mln"] = 1_000_000, ["mn"] = 1_000_000,
        ["billion"] = 1_000_000_000, ["bln"] = 1_000_000_000, ["bn"] = 1_000_000_000, ["trillion"] = 1_000_000_000_000, ["trn"] = 1_000_000_000_000,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Letters set directly behind a numeral as its scale: "44m", "1.5bn", "10k".</summary>
    public static readonly FrozenDictionary<string, decimal> ScaleSuffixes = new Dictionary<string, decimal>(StringComparer.Ordinal)
    {
        ["k"] = 1_000, ["m"] = 1_000_000, ["mn"] = 1_000_000, ["mln"] = 1_000_000, ["b"] = 1_000_000_000, ["bn"] = 1_000_000_000, ["bln"] = 1_000_000_000, ["tn"] = 1_000_000_000_000,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Words of money and of shares behind a number, by the sign that stands for them.</summary>
    public static readonly FrozenDictionary<string, string> UnitWords = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["percent"] = "%", ["pct"] = "%", ["percentage"] = "%", ["dollars"] = "$", ["dollar"] = "$", ["dlrs"] = "$", ["dlr"] = "$", ["usd"] = "$",
        ["euros"] = "€", ["euro"] = "€", ["eur"] = "€", ["pounds"] = "£", ["stg"] = "£", ["gbp"] = "£", ["yen"] = "¥",
        ["am"] = "am", ["a.m"] = "am", ["pm"] = "pm", ["p.m"] = "pm",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, int> Numbered(string groups) => groups.Split('|')
        .SelectMany((group, index) => group.Split(' ').Select(word => (word, number: index + 1)))
        .ToFrozenDictionary(pair => pair.word, pair => pair.number, StringComparer.Ordinal);
}
