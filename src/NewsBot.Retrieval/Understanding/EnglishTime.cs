namespace NewsBot.Retrieval.Understanding;

/// <summary>English words of time.</summary>
internal static class EnglishTime
{
    public static IEnumerable<(TimeRole Role, int Value, string Words)> Words =>
    [
        .. TimeVocabulary.Counted(TimeRole.Month, 1, "january|jan february|feb"),
        (TimeRole.DoubtfulMonth, 3, "march|mar"), (TimeRole.Month, 4, "april|apr"), (TimeRole.DoubtfulMonth, 5, "may"),
        .. TimeVocabulary.Counted(TimeRole.Month, 6, "june|jun july|jul august|aug september|sept|sep october|oct november|nov december|dec"),
        .. TimeVocabulary.Counted(TimeRole.Weekday, 0, "sunday monday|mon tuesday|tue|tues wednesday thursday|thu|thurs friday|fri saturday"),
        .. TimeVocabulary.Counted(TimeRole.Number, 2, "two three four five six seven eight nine ten eleven twelve"),
        (TimeRole.Number, 1, "one|a|an"), (TimeRole.Number, 2, "couple|couple of|a couple of"), (TimeRole.Number, TimeVocabulary.Few, "few|a few|several"),
        .. TimeVocabulary.Counted(TimeRole.Ordinal, 1, "first second third fourth"),
        .. TimeVocabulary.Counted(TimeRole.NamedQuarter, 1, "q1 q2 q3 q4"),
        .. TimeVocabulary.Counted(TimeRole.Unit, 0, "day|days week|weeks weekend month|months quarter|quarters year|years decade|decades hour|hours"),
        .. TimeVocabulary.Counted(TimeRole.Half, 1, "h1 h2"), (TimeRole.HalfUnit, 0, "half"), (TimeRole.Century, 0, "century"),
        .. TimeVocabulary.Counted(TimeRole.Season, 1, "spring|springtime summer|summertime autumn|fall winter|wintertime"),
        (TimeRole.Decade, 1950, "fifties"), (TimeRole.Decade, 1960, "sixties"), (TimeRole.Decade, 1970, "seventies"), (TimeRole.Decade, 1980, "eighties"), (TimeRole.Decade, 1990, "nineties"),
        (TimeRole.RelativeDay, 0, "today|tonight|this morning|this afternoon|this evening"), (TimeRole.RelativeDay, -1, "yesterday|last night"), (TimeRole.RelativeDay, -2, "day before yesterday"),
        (TimeRole.RelativeDay, 1, "tomorrow"),
        (TimeRole.Shift, -1, "last|past|previous"), (TimeRole.Shift, 0, "this"), (TimeRole.Shift, 1, "next|coming"),
        (TimeRole.Ago, 0, "ago|earlier"),
        (TimeRole.Third, 1, "early|the beginning of|beginning of|the start of|start of"), (TimeRole.Third, 2, "mid"), (TimeRole.Third, 3, "late|the end of|end of"),
        (TimeRole.Since, 0, "since"), (TimeRole.Until, 0, "until|till|up to|by"), (TimeRole.Before, 0, "before|prior to"), (TimeRole.After, 0, "after|following"),
        (TimeRole.Between, 0, "between|from"), (TimeRole.And, 0, "and|to|through"),
        (TimeRole.In, 0, "in|on|during|for|at|of|as of"), (TimeRole.Filler, 0, "the"),
        (TimeRole.Latest, 0, "latest|newest|current|currently|now|right now|nowadays|at present|at the moment|most recent|recent|recently|just|so far|as things stand|up to date|these days|still|newly"),
        (TimeRole.Origin, 0, "origin|origins|originally|initially|history|history of|founded|the very first|in the beginning|first ever|for the first time|inception|invented|begin|began|beginnings"),
    ];
}
