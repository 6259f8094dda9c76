using System.Collections.Frozen;

namespace NewsBot.Answering.Extractive;

/// <summary>Stems by which a kind of answer is known in a sentence.</summary>
internal static class SpanVocabulary
{
    /// <summary>Months and days of the week.</summary>
    public static readonly FrozenSet<string> DateStems = Set(
        "januari februari march april may june juli august septemb octob novemb decemb monday tuesday wednesday thursday friday saturday sunday " +
        "januar februar märz marz mai juni oktob dezemb montag dienstag mittwoch donnerstag freitag samstag sonntag " +
        "janvier fevrier mar avril juin juillet aout septembr octobr novembr decembr lundi mardi mercredi jeudi vendredi samedi dimanch");

    private static readonly string[] Months =
    [
        "januari januar janvier", "februari februar fevrier", "march marz märz mar", "april avril", "may mai", "june juni juin", "juli juillet", "august aout",
        "septemb septembr", "octob oktob octobr", "novemb novembr", "decemb dezemb decembr",
    ];

    /// <summary>The number of the month that a stem names, 1 to 12; 0 for another word.</summary>
    public static int MonthOf(string stem) => Array.FindIndex(Months, names => names.Split(' ').Contains(stem)) + 1;

    /// <summary>Words that place something in time without a calendar.</summary>
    public static readonly FrozenSet<string> RelativeDateStems = Set("yesterday today tomorrow tonight centuri decad gestern heut morgen jahrhundert hier aujourd'hui demain siecl");

    /// <summary>Verbs with which reports name their source, as stems.</summary>
    public static readonly FrozenSet<string> SayingStems = Set(
        "said say told tell announc report declar state confirm disclos reveal add warn predict sagt sag erklart teilt kundigt bestatigt dit declar annonc affirm confirm");

    /// <summary>Units of time.</summary>
    public static readonly FrozenSet<string> DurationStems = Set("second minut hour day week month year decad centuri night stund tag woch monat jahr heur jour semain moi an anne");

    /// <summary>Currencies and their parts.</summary>
    public static readonly FrozenSet<string> MoneyStems = Set(
        "dollar cent pound penc sterl euro franc mark yen peseta lira lire rupe rubl krona kroner krone peso rand yuan won guilder schill escudo drachma riyal dinar dirham ringgit baht shekel real cruzado austral usd eur gbp p");

    /// <summary>Words of scale that stand between a number and its unit.</summary>
    public static readonly FrozenSet<string> ScaleStems = Set("hundr thousand million billion trillion dozen tausend million milliard mill billion mill");

    /// <summary>Marks of a share.</summary>
    public static readonly FrozenSet<string> PercentStems = Set("percent point quarter half third prozent pourcent fifth tenth basi");

    /// <summary>Words that introduce a cause or a purpose in English and German.</summary>
    public static readonly FrozenSet<string> ReasonStems = Set(
        "becaus due sinc caus reason result therefor thus enabl allow order so prevent avoid owe led lead attribut forc prompt trigger blame weil denn deshalb wegen damit");

    /// <summary>The same in French, where "car" is no car and "grâce à" no grace.</summary>
    public static readonly FrozenSet<string> FrenchReasonStems = Set("parc car afin raison grace cause");

    /// <summary>Titles that stand before a person's name.</summary>
    public static readonly FrozenSet<string> PersonTitles = Set(
        "mr mrs ms miss dr prof sir lord ladi king queen princ princess pope bishop presid minist chairman director judg analyst senat governor mayor general colonel captain secretari spokesman spokeswoman chancellor premier leader economist herr frau monsieur madam");

    /// <summary>Words that end the name of a body.</summary>
    public static readonly FrozenSet<string> OrganisationStems = Set(
        "corpor incorpor limit compani plc ag gmbh sa nv group bank union parti ministri depart agenc committe council associ univers institut court church airlin airway feder board commiss societi club partner hold industri");

    /// <summary>Words before the name of a place.</summary>
    public static readonly FrozenSet<string> PlacePrepositions = Set("in at from near to of toward around through across outsid insid off between nach bei aus zu a en dan vers");

    private static FrozenSet<string> Set(string stems) => stems.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
