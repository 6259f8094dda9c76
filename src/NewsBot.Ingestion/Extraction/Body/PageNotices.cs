using System.Text.RegularExpressions;

namespace NewsBot.Ingestion.Extraction.Body;

/// <summary>The words in which pages say that they are no article, in the languages of the news.</summary>
internal static partial class PageNotices
{
    /// <summary>Of the text of a question about cookies so much speaks of them.</summary>
    private const double MostlyAboutData = 0.6;

    /// <summary>Whether one of the lines asks whether a person is there.</summary>
    public static bool ChecksForRobots(string lines) => RobotCheck().IsMatch(lines);

    /// <summary>Whether one of the lines says that there is no such page.</summary>
    public static bool SaysMissing(string lines) => Missing().IsMatch(lines);

    /// <summary>Whether one of the lines invites to log in or to subscribe.</summary>
    public static bool AsksToLogIn(string lines) => LogIn().IsMatch(lines);

    /// <summary>Whether a title and the text below it are a question about cookies and personal data.</summary>
    public static bool AsksForConsent(string titles, IReadOnlyList<string> paragraphs)
    {
        if (!Consent().IsMatch(titles))
        {
            return false;
        }

        var about = paragraphs.Where(paragraph => PersonalData().IsMatch(paragraph)).Sum(paragraph => paragraph.Length);
        return about >= MostlyAboutData * paragraphs.Sum(paragraph => paragraph.Length);
    }

    [GeneratedRegex(@"\b(?:are you a (?:robot|human)|unusual traffic|verify (?:that )?you are (?:a )?human|checking your browser|^just a moment|^access denied|^attention required|captcha|enable javascript and cookies|bot detection|pardon our interruption)\b", RegexOptions.IgnoreCase | RegexOptions.Multiline, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex RobotCheck();

    /// <summary>"Not found" alone is what a page says; inside a sentence it may be of anything that people look for.</summary>
    [GeneratedRegex("""
        \b(?:error\ 404 | 404\ error | 404\ not\ found | page\ not\ found | page\ (?:could\ not|can't|cannot)\ be\ found | page\ (?:you\ (?:are\ looking\ for|requested)\ )?(?:doesn't|does\ not|no\ longer)\ exists?
          | (?:page|article|story|content)\ (?:is\ )?no\ longer\ available
          | (?:seite|artikel)\ (?:wurde\ |konnte\ )?(?:leider\ )?nicht\ gefunden | (?:page|article)\ introuvable | p[áa]gina\ no\ encontrada | p[áa]gina\ n[ãa]o\ encontrada | pagina\ non\ trovata | pagina\ niet\ gevonden
          | sidan\ (?:kunde\ inte\ hittas|hittades\ inte) | sid(?:en|a)\ (?:blev\ ikke\ fundet|ble\ ikke\ funnet|finnes\ ikke) | nie\ znaleziono\ strony | strona\ nie\ istnieje | str[áa]nka\ nenalezena | sayfa\ bulunamad[ıi]
          | страница\ не\ найдена | сторінку\ не\ знайдено)\b
        | ^\W*(?:404|not\ found|nicht\ gefunden|no\ encontrado|non\ trouv[ée]e?|niet\ gevonden)\W*$ | ^404\b
        | ページが見つかりません | 页面不存在 | 找不到页面 | 頁面不存在 | 페이지를\ 찾을\ 수\ 없습니다 | الصفحة\ غير\ موجودة
        """, RegexOptions.IgnoreCase | RegexOptions.Multiline | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Missing();

    [GeneratedRegex(@"\b(?:log ?in|sign ?in|subscribe|subscriber|register|anmelden|einloggen|abonnent|connexion|s'identifier|iniciar sesi[óo]n|accedi|inloggen|entrar)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex LogIn();

    [GeneratedRegex(@"\b(?:before you continue|(?:value|respect|care about) your privacy|your privacy|cookie (?:consent|notice|settings|einstellungen)|privacy (?:consent|settings)|consent|einwilligung|datenschutz|ihre privatsph[äa]re|votre vie priv[ée]e|su privacidad|tu privacidad|la tua privacy|sua privacidade|uw privacy)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Consent();

    [GeneratedRegex(@"cookie|\b(?:consent|personal data|partners?|vendors?|privacy|tracking|personenbezogene|einwilligung|zustimm\w*|datenschutz\w*|donn[ée]es personnelles|partenaires|datos personales|socios|dati personali|dados pessoais|persoonsgegevens)\b", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex PersonalData();
}
