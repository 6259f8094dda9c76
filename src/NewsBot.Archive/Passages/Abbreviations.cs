using System.Collections.Frozen;

namespace NewsBot.Archive;

/// <summary>The words that decide about a dot, in the languages of the archive's analysers, without their dots.</summary>
internal static class Abbreviations
{
    private static readonly WordList Titles = new(StringComparer.Ordinal,
        """
        Mr Mrs Ms Mx Messrs Dr Drs Prof Gov Govs Sen Sens Rep Reps Gen Lt Col Capt Cmdr Sgt Maj Adm Cpl Pvt Spc Rev Hon Pres Msgr Supt Atty Insp Det Amb
        MM Mme Mmes Mlle Mgr Hr Sr Sra Srta Dra Sig Dott Ing Dipl Mag St Ste Mt Ft vs bzw ca vgl cf zzgl inkl z u d o
        """);

    private static readonly WordList BeforeNumbers = new(StringComparer.OrdinalIgnoreCase,
        """
        no nos nr pp vol vols art arts abs fig figs sec ch chap tel approx num núm pág
        jan feb febr mar apr jun jul aug sep sept oct okt nov dec dez janv févr avr juil déc ene abr ago dic gen mag giu lug set ott
        """);

    private static readonly WordList General = new(StringComparer.OrdinalIgnoreCase,
        """
        inc corp co cos ltd llc plc bros jr sr ave blvd rd hwy pkwy sq dept div univ assn assoc intl natl govt admin etc est esq al
        mio mrd tsd std str usw geb gest jh ggf evtl max min hrsg verl mt ft tues wed thurs env av ud uds aprox
        """);

    private static readonly WordList Regions = new(StringComparer.Ordinal,
        """
        Ala Ariz Ark Calif Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Va Vt Wash Wis Wyo
        Ont Que Alta Sask Man
        """);

    private static readonly WordList NeverEnding = new(StringComparer.OrdinalIgnoreCase, "e.g i.e z.B d.h u.a o.ä u.U i.d.R p.ex c.-à-d a.k.a f.k.a");

    private static readonly WordList TimesOfDay = new(StringComparer.OrdinalIgnoreCase, "a.m p.m");

    private static readonly WordList AfterTimeOfDay = new(StringComparer.Ordinal,
        """
        Monday Tuesday Wednesday Thursday Friday Saturday Sunday EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT BST UTC CET CEST Eastern Central Mountain Pacific
        January February March April May June July August September October November December Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
        """);

    private static readonly WordList MonthsAfterOrdinal = new(StringComparer.OrdinalIgnoreCase,
        """
        Januar Jänner Februar März April Mai Juni Juli August September Oktober November Dezember
        januar februar marts maj juni juli oktober december mars
        """);

    private static readonly WordList Starters = new(StringComparer.OrdinalIgnoreCase,
        """
        The A An In On At It He She They We I You But And This That These Those There His Her Its Their Our My If When While As For After Before Since
        With However Meanwhile Some Most Many One Both Each Such To By From Under Over Although Though Because So Then Now What Who Why How Where Not
        Another Other Others Also Still Yet Earlier Later Last Next Until During According Despite Asked All Any Only
        Der Die Das Er Sie Es Ein Eine Einen Im Am Auf Doch Und Aber Wie Nach Bei Mit Für Zu Von Dies Diese Dieser Dieses Man Wir Ich Auch Als Wenn Da Zudem
        Dabei Damit Seit Vor Bis Noch Nun Zum Zur Laut Dort Hier
        Le Les Un Une Il Elle Ils Elles On Nous Je Ce Cette Ces Mais Et En Dans Pour Selon Au Aux Par Si Après Avant Depuis Son Sa Ses Leur
        El Los Una Se Por Para Con Pero Y Según Su Sus Esta Este Lo
        """);

    private static readonly WordList SpeechVerbs = new(StringComparer.Ordinal,
        """
        said says asked asks replied added wrote writes told shouted wondered cried answered continued quipped joked tweeted exclaimed demanded
        sagte fragte rief schrieb antwortete meinte demande dit demandé lancé dijo preguntó
        """);

    private static readonly WordList Domains = new(StringComparer.OrdinalIgnoreCase, "com net org edu gov co de fr js io");

    /// <summary>Titles and others after which a name or noun always follows.</summary>
    public static bool IsTitle(ReadOnlySpan<char> word) => Titles.Contains(word);

    /// <summary>"No.", "Sept.", "vol.": not an end where a number follows.</summary>
    public static bool StandsBeforeNumber(ReadOnlySpan<char> word) => BeforeNumbers.Contains(word);

    /// <summary>Abbreviations that stand inside a sentence as often as at its end.</summary>
    public static bool IsGeneral(ReadOnlySpan<char> word) => General.Contains(word);

    /// <summary>States and provinces as news agencies shorten them after a town.</summary>
    public static bool IsRegion(ReadOnlySpan<char> word) => Regions.Contains(word);

    /// <summary>Abbreviations with inner dots that never end a sentence.</summary>
    public static bool NeverEnds(ReadOnlySpan<char> word) => NeverEnding.Contains(word);

    /// <summary>"a.m" and "p.m".</summary>
    public static bool IsTimeOfDay(ReadOnlySpan<char> word) => TimesOfDay.Contains(word);

    /// <summary>What may follow a time of day inside a sentence.</summary>
    public static bool FollowsTimeOfDay(ReadOnlySpan<char> word) => AfterTimeOfDay.Contains(word);

    /// <summary>Month names of languages that write "5. März".</summary>
    public static bool IsMonthAfterOrdinal(ReadOnlySpan<char> word) => MonthsAfterOrdinal.Contains(word);

    /// <summary>Words that begin a sentence far more often than they follow an abbreviation as a name.</summary>
    public static bool IsSentenceStarter(ReadOnlySpan<char> word) => Starters.Contains(word);

    /// <summary>Verbs that name who spoke a quotation.</summary>
    public static bool IsSpeechVerb(ReadOnlySpan<char> word) => SpeechVerbs.Contains(word);

    /// <summary>Endings of addresses that are written as names: "Booking.Com".</summary>
    public static bool IsDomain(ReadOnlySpan<char> word) => Domains.Contains(word);

    private sealed class WordList(StringComparer comparer, string words)
    {
        private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> lookup = words
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
            .ToFrozenSet(comparer)
            .GetAlternateLookup<ReadOnlySpan<char>>();

        public bool Contains(ReadOnlySpan<char> word) => lookup.Contains(word);
    }
}
