using System.Collections.Frozen;

namespace NewsBot.Answering.Questions;

/// <summary>Which words tell what a question asks for, in English, German and French. All in lower case.</summary>
internal static class QuestionVocabulary
{
    /// <summary>What "how" asks for by the word after it.</summary>
    public static readonly FrozenDictionary<string, AnswerType> Degrees = Table(
        (AnswerType.Number, "many few big large small high low tall deep wide far fast heavy hot cold old often strong loud steep viele groß hoch alt weit schnell oft de"),
        (AnswerType.Money, "much viel expensive teuer"),
        (AnswerType.Duration, "long lange soon"));

    /// <summary>Degrees that count what follows them.</summary>
    public static readonly FrozenSet<string> Counting = Set("many much few viele viel combien");

    /// <summary>What kind of thing a noun is.</summary>
    public static readonly FrozenDictionary<string, AnswerType> Nouns = Table(
        (AnswerType.Date, "date year month day week weekday century decade time period era season quarter deadline birthday datum jahr monat tag jahrhundert uhrzeit année mois jour siècle date"),
        (AnswerType.Duration, "duration length dauer durée"),
        (AnswerType.Place, "country countries nation city cities town village state province region county district place location area port harbour harbor island continent capital river lake sea ocean mountain valley street suburb neighbourhood neighborhood territory land stadt ort dorf hauptstadt insel fluss pays ville village région île fleuve capitale lieu"),
        (AnswerType.Organisation, "company companies firm firms bank banks airline airlines agency organisation organization party union unions group university college school institute institution team club newspaper magazine publisher court ministry department authority committee council association church publication carrier manufacturer maker retailer insurer brewer unternehmen firma partei behörde gewerkschaft verein zeitung entreprise société banque parti syndicat journal université"),
        (AnswerType.Person, "person man woman people president minister chairman chief director judge analyst author writer actor actress singer player leader king queen emperor pope bishop scientist inventor architect engineer lawyer investor arbitrageur spokesman spokeswoman senator governor mayor general officer founder owner economist professor physicist chemist mathematician philosopher composer artist painter explorer politician candidate manager executive secretary monarch ruler präsident minister chef bürgermeister autor président ministre directeur maire auteur"),
        (AnswerType.Percentage, "percent percentage pct % share fraction portion proportion ratio slice stake yield margin points prozent anteil pourcentage part taux"),
        (AnswerType.Money, "price cost costs bill sum amount fee dividend profit loss earnings revenue sales turnover budget salary wage wages payment payout fine debt loan value worth aid spending capital bid money dollar outlay debt pot preis kosten betrag summe gewinn verlust umsatz prix coût montant somme bénéfice"),
        (AnswerType.Number, "number figure total count level population temperature speed rate height depth weight distance size area reading tally score index magnitude capacity output age pace rate low high length tonnage circulation turnout zahl anzahl höhe nombre chiffre niveau"),
        (AnswerType.Name, "name brand title nickname codename tradename letter word term type kind sort model language song film movie book ship vessel boat liner ferry tanker aircraft plane mine drug product marke titel schiff nom marque titre navire"));

    /// <summary>Verbs after which "what" and "how much" ask for money.</summary>
    public static readonly FrozenSet<string> MoneyVerbs =
        Set("pay pays paid paying cost costs spend spends spent spending earn earned earns owe owes owed lend lends lent lending raise raised charge charged invest invested offer offered offering bid sell sold selling buy bought buying worth zahlen zahlt zahlte kosten kostet kostete bezahlt bezahlen payer payé coûte coûter dépensé");

    /// <summary>Verbs that give a name.</summary>
    public static readonly FrozenSet<string> NamingVerbs = Set("call called calls named name naming dub dubbed titled caled heißt heissen appelle nomme");

    /// <summary>Phrases that ask for advice, an opinion or how something is done in general.</summary>
    public static readonly List<string[]> Advice =
    [
        .. ("should i|should we|shall i|what should i|do you think|you recommend|your opinion|your advice|advise me|how do you|how do i|how can i|how to|write me|write a|tell me a joke|" +
            "soll ich|sollte ich|was denkst du|was meinst du|wie kann ich|dois je|devrais je|que penses tu|comment puis je")
            .Split('|').Select(phrase => phrase.Split(' ')),
    ];

    /// <summary>Words that end the noun phrase after "what is".</summary>
    public static readonly FrozenSet<string> Prepositions = Set("of for in on at to by from with about under over von für in bei de pour à that which who");

    /// <summary>Words that ask for a sequence of events.</summary>
    public static readonly FrozenSet<string> TimelineWords =
        Set("timeline chronology history sequence chronologie verlauf zeitleiste");

    /// <summary>Words that begin a question of how things are now.</summary>
    public static readonly FrozenSet<string> Present = Set("is are do does has have can ist sind hat haben kann est sont a ont");

    /// <summary>Words between "what" and its noun that say nothing of the kind.</summary>
    public static readonly FrozenSet<string> Fillers =
        Set("is are was were 's the a an of in exactly other two three four five kind kinds type types sort sorts ist sind die der das est sont le la les");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, AnswerType> Table(params (AnswerType Type, string Words)[] rows)
    {
        var table = new Dictionary<string, AnswerType>(StringComparer.Ordinal);
        foreach (var (type, words) in rows)
        {
            foreach (var word in words.Split(' '))
            {
                table.TryAdd(word, type);
            }
        }

        return table.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
