namespace NewsBot.Retrieval.Understanding;

/// <summary>French words of time.</summary>
internal static class FrenchTime
{
    public static IEnumerable<(TimeRole Role, int Value, string Words)> Words =>
    [
        .. TimeVocabulary.Counted(TimeRole.Month, 1, "janvier|janv fevrier|fevr mars avril mai juin juillet|juil aout septembre octobre|oct novembre|nov decembre|dec"),
        .. TimeVocabulary.Counted(TimeRole.Weekday, 0, "dimanche lundi mardi mercredi jeudi vendredi samedi"),
        .. TimeVocabulary.Counted(TimeRole.Number, 2, "deux trois quatre cinq six sept huit neuf dix onze douze"),
        (TimeRole.Number, 1, "un|une"), (TimeRole.Number, TimeVocabulary.Few, "quelques"),
        .. TimeVocabulary.Counted(TimeRole.Ordinal, 1, "premier|1er|premiere deuxieme|second troisieme quatrieme"),
        .. TimeVocabulary.Counted(TimeRole.NamedQuarter, 1, "t1|q1 t2|q2 t3|q3 t4|q4"),
        .. TimeVocabulary.Counted(TimeRole.Unit, 0, "jour|jours semaine|semaines week-end|weekend mois trimestre|trimestres an|ans|annee|annees decennie|decennies heure|heures"),
        .. TimeVocabulary.Counted(TimeRole.Half, 1, "s1|h1 s2|h2"), (TimeRole.HalfUnit, 0, "semestre"), (TimeRole.Century, 0, "siecle"),
        .. TimeVocabulary.Counted(TimeRole.Season, 1, "printemps ete automne hiver"),
        (TimeRole.RelativeDay, 0, "aujourd'hui|ce matin|ce soir|cet apres-midi"), (TimeRole.RelativeDay, -1, "hier|hier soir"), (TimeRole.RelativeDay, -2, "avant-hier"),
        (TimeRole.RelativeDay, 1, "demain"),
        (TimeRole.Shift, -1, "dernier|derniere|derniers|dernieres|passe|passee|precedent|precedente"), (TimeRole.Shift, 0, "ce|cet|cette|ces|ci"),
        (TimeRole.Shift, 1, "prochain|prochaine|prochains|prochaines"),
        (TimeRole.AgoBefore, 0, "il y a|y a"),
        (TimeRole.Third, 1, "debut"), (TimeRole.Third, 2, "mi"), (TimeRole.Third, 3, "fin"),
        (TimeRole.Since, 0, "depuis|a partir de|des"), (TimeRole.Until, 0, "jusqu'a|jusqu'en|jusqu'au|jusque"), (TimeRole.Before, 0, "avant"), (TimeRole.After, 0, "apres"),
        (TimeRole.Between, 0, "entre|du"), (TimeRole.And, 0, "et|au|a"),
        (TimeRole.In, 0, "en|dans|pendant|au cours de"), (TimeRole.Filler, 0, "le|la|les|l|de|d"),
        (TimeRole.Latest, 0, "actuel|actuelle|actuellement|maintenant|en ce moment|a present|plus recent|plus recente|recemment|recent|derniere version|desormais|a ce jour|vient de"),
        (TimeRole.Origin, 0, "origine|origines|a l'origine|histoire|initialement|fonde|fondee|pour la premiere fois|d'abord|commence|commencement"),
    ];
}
