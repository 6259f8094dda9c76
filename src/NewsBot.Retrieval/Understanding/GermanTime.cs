namespace NewsBot.Retrieval.Understanding;

/// <summary>German words of time.</summary>
internal static class GermanTime
{
    public static IEnumerable<(TimeRole Role, int Value, string Words)> Words =>
    [
        .. TimeVocabulary.Counted(TimeRole.Month, 1, "januar|jan|janner februar|feb marz|maerz april mai juni juli august|aug september|sept oktober|okt november|nov dezember|dez"),
        .. TimeVocabulary.Counted(TimeRole.Weekday, 0, "sonntag montag dienstag mittwoch donnerstag freitag samstag|sonnabend"),
        .. TimeVocabulary.Counted(TimeRole.Number, 2, "zwei drei vier funf sechs sieben acht neun zehn elf zwolf"),
        (TimeRole.Number, 1, "ein|eine|einem|einer|einen"), (TimeRole.Number, TimeVocabulary.Few, "paar|ein paar|einigen|einige|wenigen|wenige"),
        .. TimeVocabulary.Counted(TimeRole.Ordinal, 1, "erste|ersten|erstes zweite|zweiten|zweites dritte|dritten|drittes vierte|vierten|viertes"),
        .. TimeVocabulary.Counted(TimeRole.NamedQuarter, 1, "q1 q2 q3 q4"),
        .. TimeVocabulary.Counted(TimeRole.Unit, 0, "tag|tage|tagen|tages woche|wochen wochenende monat|monate|monaten|monats quartal|quartale|quartalen|quartals jahr|jahre|jahren|jahres jahrzehnt|jahrzehnte|jahrzehnten stunde|stunden"),
        .. TimeVocabulary.Counted(TimeRole.Half, 1, "h1 h2"), (TimeRole.HalfUnit, 0, "halbjahr|halbjahres|jahreshalfte|halfte"), (TimeRole.Century, 0, "jahrhundert|jahrhunderts"),
        .. TimeVocabulary.Counted(TimeRole.Season, 1, "fruhling|fruhjahr|fruhjahrs sommer|sommers herbst|herbstes winter|winters"),
        (TimeRole.Decade, 1950, "funfziger"), (TimeRole.Decade, 1960, "sechziger"), (TimeRole.Decade, 1970, "siebziger|siebzigern|siebzigerjahre|siebzigerjahren"), (TimeRole.Decade, 1980, "achtziger|achtzigern|achtzigerjahre|achtzigerjahren"), (TimeRole.Decade, 1990, "neunziger|neunzigern|neunzigerjahre|neunzigerjahren"),
        (TimeRole.RelativeDay, 0, "heute|heute abend|heute morgen"), (TimeRole.RelativeDay, -1, "gestern|gestern abend"), (TimeRole.RelativeDay, -2, "vorgestern"),
        (TimeRole.RelativeDay, 1, "morgen"),
        (TimeRole.Shift, -1, "letzte|letzten|letzter|letztes|letztem|vergangene|vergangenen|vergangener|vergangenes|vergangenem|vorige|vorigen|voriger|voriges"),
        (TimeRole.Shift, 0, "diese|diesen|dieser|dieses|diesem"), (TimeRole.Shift, 1, "nachste|nachsten|nachster|nachstes|kommende|kommenden|kommendes"),
        (TimeRole.AgoBefore, 0, "vor"),
        (TimeRole.Third, 1, "anfang"), (TimeRole.Third, 2, "mitte"), (TimeRole.Third, 3, "ende"),
        (TimeRole.Since, 0, "seit|ab"), (TimeRole.Until, 0, "bis|bis zum|bis ende"), (TimeRole.Before, 0, "vor dem|vor der"), (TimeRole.After, 0, "nach|nach dem|nach der"),
        (TimeRole.Between, 0, "zwischen|von"), (TimeRole.And, 0, "und|bis zu"),
        (TimeRole.In, 0, "im|in|am|um|wahrend|zum"), (TimeRole.Filler, 0, "den|der|dem|des|das|die"),
        (TimeRole.Latest, 0, "aktuell|aktuelle|aktuellen|aktueller|derzeit|derzeitige|jetzt|momentan|neueste|neuesten|neuester|zuletzt|gegenwartig|zurzeit|im moment|kurzlich|gerade|bisher|inzwischen|noch immer"),
        (TimeRole.Origin, 0, "ursprung|ursprunglich|geschichte|gegrundet|zum ersten mal|erstmals|anfangs|zuerst|entstand|entstanden|begann"),
    ];
}
