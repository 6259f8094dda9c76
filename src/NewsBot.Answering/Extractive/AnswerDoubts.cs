using System.Collections.Frozen;
using System.Globalization;
using NewsBot.Answering.Questions;

namespace NewsBot.Answering.Extractive;

/// <summary>
/// What a sum of many values cannot say of a best sentence: each doubt alone can outweigh all that speaks for it. Much may be told of the town and yet
/// not what is asked: the kind of thing, what it is about, what is asked of it, in which year. For one question.
/// </summary>
internal sealed class AnswerDoubts(WeighedQuestion question, IReadOnlyList<ScoredSentence> ranked)
{
    // What decides only where it was doubtful already, since an article may name somebody otherwise; what more than halves the chance; and what only the surest
    // answers survive.
    private const double SlightDoubt = 0.85;
    private const double SomeDoubt = 0.7;
    private const double Doubt = 0.45;
    private const double StrongDoubt = 0.33;
    private const double GraveDoubt = 0.2;

    private const double LeastCertainty = 0.3;
    private const double PlainlyNamed = 0.9;

    private static readonly FrozenSet<string> LookingBack =
        FrozenSet.ToFrozenSet(["last", "previous", "earlier", "ago", "prior", "past", "letzt", "vorig", "vorjahr", "derni", "pass"], StringComparer.Ordinal);

    private readonly AskedQuestion asked = question.Question;

    private readonly EvidenceSentence best = ranked[0].Sentence;

    private readonly double certainty = SpanFinder.Find(question, ranked[0].Sentence)
        .Where(span => !NameSpans.NamesTheAsked(question, ranked[0].Sentence, span))
        .Select(span => span.Certainty)
        .DefaultIfEmpty(0)
        .Max();

    private readonly bool[] near = ranked[0].Sentence.HeldNear(question);

    /// <summary>The share of the confidence that the doubts leave, 0 to 1.</summary>
    public double Share() => OfRelation() * OfNames() * OfKind() * OfNoun() * OfReason() * OfMatter() * OfPredicate() * OfYear() * (SpeaksOfWhatIsAsked() ? 1 : 0);

    // "What is the altitude of Thennock?" is not answered by whatever is told of Thennock.
    private double OfRelation() => AnswerGate.ShareOf(question, near, term => !term.IsName) > 0 ? 1 : Doubt;

    // "Why was the library in Grelling closed?" is hardly answered by an article that never names Grelling.
    private double OfNames() => Enumerable.Range(0, question.Count).Where(i => asked.Terms[i].IsName).ToList() is var names
        && (names.Count == 0 || names.Exists(i => near[i] || best.Article.Names(question, i))) ? 1 : SlightDoubt;

    // "What fee did the club pay?" is not answered without an amount. "How tall" can be told in metres only; an amount, a count, a day and a person also by
    // a word for them.
    private double OfKind()
    {
        var isNeeded = asked.Type.IsFigure() || asked.Type is AnswerType.Date or AnswerType.Person;
        if (!isNeeded || certainty >= LeastCertainty)
        {
            return 1;
        }

        return asked.Units is not null ? GraveDoubt : asked.Counts ? StrongDoubt : asked.Type is AnswerType.Money or AnswerType.Date or AnswerType.Person ? Doubt : 1;
    }

    // "Which architect built the plant?" and "how many students were hurt?" are hardly answered by an article that knows of no architect and no student. Of
    // people it is said without the word, "340 were hurt", and nobody calls Hong Kong a place.
    private double OfNoun()
    {
        var nouns = asked.Focus.Select(question.PositionOf).Where(term => term >= 0).ToList();
        var isNeeded = asked.Type is AnswerType.Person or AnswerType.Organisation || (asked.Counts && !asked.Focus.Contains("peopl"));
        return isNeeded && nouns.Count > 0 && !nouns.Exists(IsTold) ? StrongDoubt : 1;
    }

    // An article that gives no reason for anything near what happened hardly says why it did.
    private double OfReason() => asked.Type == AnswerType.Reason && SentenceAhead.Of(question, ranked) is null ? StrongDoubt : 1;

    // An article that is found by one of the question's words is about something else: what the question is about, leaving aside the kind of thing and what
    // is asked, has to stand where a reader of the sentence sees it. The line was drawn where SQuAD's and the wire's answerable questions lose nothing.
    private double OfMatter()
    {
        const double Least = 0.3;
        bool IsMatter(int i) => asked.Terms[i].Stem != asked.Predicate && !asked.Focus.Contains(asked.Terms[i].Stem);
        var matter = question.WeightOf(IsMatter);
        return matter <= 0 ? 1 : Math.Min(1, Least + (question.WeightOf(i => IsMatter(i) && near[i]) / matter));
    }

    // Of a town many things are told: "How many people live there?" is not answered by how many fled, nor "When was it founded?" by when it burned, nor
    // "Why was it closed?" by an article that knows of no closing.
    private double OfPredicate() =>
        asked.Predicate is not { } predicate || question.PositionOf(predicate) is not (>= 0 and var term) ? 1
        : IsSuperlative(predicate) ? best.Article.Sentences.Any(HoldsSuperlative) ? 1 : GraveDoubt
        : IsToldBeside(term) ? 1
        : OfUntold(term);

    // Counts and amounts stand for one thing only. Who did something, where and with what, is paraphrased more often ("took the throne", "came up with"),
    // mostly in words that half of the archive has.
    private double OfUntold(int term)
    {
        const double Telling = 0.8;
        var isCommon = question.WeightAt(term) < Telling * question.Total / question.Count;
        return asked switch
        {
            { Counts: true } => GraveDoubt,
            _ when IsTold(term) => 1,
            { Type: AnswerType.Date or AnswerType.Reason } => StrongDoubt,
            { Type: AnswerType.Manner } => GraveDoubt,
            _ when asked.Type.IsFigure() => GraveDoubt,
            _ when isCommon => 1,
            { Type: AnswerType.Person } => certainty >= PlainlyNamed ? SomeDoubt : Doubt,
            _ => StrongDoubt,
        };
    }

    // What may not be quoted, an order to a machine above all, tells nothing.
    private bool IsTold(int term) =>
        best.Article.TitleMatchesOf(question).Holds(term) || ranked.Any(scored => scored.Sentence.Article == best.Article && scored.Sentence.MatchesOf(question).Holds(term));

    // The tallest may be called the highest or the most prominent, and "tallow" is no kin of it.
    private static bool HoldsSuperlative(EvidenceSentence sentence) => sentence.Words.Any(word => IsSuperlative(word.Stem) || word.Stem == "most");

    private static bool IsSuperlative(string stem) => stem.Length > 4 && stem.EndsWith("est", StringComparison.Ordinal);

    // What is counted is told so in the sentence, or in a form of the word beside it.
    private bool IsToldBeside(int term) =>
        best.MatchesOf(question).Holds(term)
        || best.Article.TitleMatchesOf(question).Kin[term]
        || best.Previous?.MatchesOf(question).Kin[term] == true
        || best.Next?.MatchesOf(question).Kin[term] == true;

    // "How many came in 2023?" is not answered by the report of 2024, unless it says "last year".
    private double OfYear()
    {
        var isOfAnother = Enumerable.Range(0, question.Count).Any(i => asked.Terms[i] is { IsTime: true, IsNumber: true } year && !near[i] && !LooksBackTo(year.Stem));
        return isOfAnother ? GraveDoubt : 1;
    }

    private bool LooksBackTo(string year) =>
        best.Article.Hit.Article.Published is not { } published
        || (year == (published.Day.Year - 1).ToString(CultureInfo.InvariantCulture) && best.Words.Any(word => LookingBack.Contains(word.Stem)));

    // "Was the lighthouse sold to a casino?" is not answered by an article about the lighthouse that knows of no sale and no casino: whether something is so
    // can only be told where sentences that may be quoted speak of most of what is asked about.
    private bool SpeaksOfWhatIsAsked()
    {
        const double Most = 0.5;
        if (asked.Type != AnswerType.YesNo)
        {
            return true;
        }

        var told = new bool[question.Count];
        question.MatchesIn(best.Article.TitleWords).AddTo(told);
        foreach (var scored in ranked.Where(scored => scored.Sentence.Article == best.Article))
        {
            scored.Sentence.MatchesOf(question).AddTo(told);
        }

        return AnswerGate.ShareOf(question, told, term => !term.IsName) >= Most;
    }
}
