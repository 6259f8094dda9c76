using System.Text.RegularExpressions;

namespace NewsBot.Ingestion.Extraction.Body;

/// <summary>
/// Tells lines that speak to the reader about the site instead of reporting: "Read more: …", "Sign up for our newsletter", labels of
/// advertisements, picture credits, copyright notices.
/// </summary>
internal static partial class PromoLines
{
    /// <summary>A promotion is a line or two; longer paragraphs that begin like one are the article's.</summary>
    private const int LongestPromo = 260;

    /// <summary>Whether the block is such a line.</summary>
    public static bool Matches(TextBlock block) =>
        block.Text.Length <= LongestPromo && (Labels().IsMatch(block.Text) || Promotions().IsMatch(block.Text) || Notices().IsMatch(block.Text));

    [GeneratedRegex("""
        ^[\W_]*(?:
            advert(?:isement|s|ising)? | ad | anzeige | werbung | publicité | publicidad | pubblicità | publicidade | sponsored(?:\ content)?
          | (?:\d+\ )?(?:comments?|shares?|likes?|tweets?|views?|kommentare?|commentaires?|comentarios?|comentários?|commenti)(?:\ \(?\d+\)?)?
          | subscribe | share | tweet | email | e-mail | print | pin\ it | whatsapp | facebook | twitter | linkedin | reddit | messenger | save | copy\ link | pinterest
          | loading | skip | close | menu | play | video | photos? | gallery | live | more | next | previous | back | search | home | text\ size | listen
          | related | related\ (?:articles|stories|topics|content|links|news|posts|coverage|roundups?) | see\ also | read\ more | read\ also | also\ read | more\ stories | trending(?:\ now)?
          | most\ (?:read|popular|viewed) | recommended(?:\ for\ you)? | you\ (?:may|might)\ (?:also\ )?like | what\ to\ read\ next | up\ next | don't\ miss | editor'?s'?\ picks?
          | tags? | topics | filed\ under | share\ this(?:\ (?:article|story|post|page|on.*))? | about\ the\ author | recent | recent\ (?:posts|comments)
          | mehr\ zum\ thema | lesen\ sie\ auch | lire\ aussi | à\ lire\ aussi | leia\ (?:mais|também) | lea\ también | leggi\ anche | lees\ ook | weiterlesen
          | (?:weitere|weiterführende|mehr|zusätzliche)\ (?:informationen|infos|themen|artikel|beiträge|nachrichten|links|meldungen|news) | (?:auch|ebenfalls)\ interessant | mehr\ (?:dazu|davon|lesen)
          | (?:ähnliche|verwandte|empfohlene|beliebte|neueste|aktuelle)\ (?:artikel|beiträge|themen|inhalte|nachrichten|meldungen) | (?:das|dieses\ thema|das\ thema|diese\ artikel)\ könnten?\ (?:dich|sie|euch)\ auch\ interessieren
          | schlagw(?:orte|örter) | stichw(?:orte|örter) | themen | externer\ inhalt | inhaltsverzeichnis | kommentieren | jetzt\ (?:lesen|abonnieren|kaufen|anmelden|registrieren) | weiterlesen.{0,14}
          | temas | etiquetas | mots[-\ ]clés | articles?\ (?:liés|similaires|associés|recommandés) | sur\ le\ même\ (?:sujet|thème) | voir\ aussi | (?:noticias|artículos|temas|contenido)\ relacionad[oa]s? | te\ puede\ interesar | más\ (?:noticias|información) | ver\ más
          | notícias\ relacionadas | veja\ (?:também|mais) | saiba\ mais | articoli\ correlati | potrebbe\ (?:anche\ )?interessarti | argomenti | gerelateerde\ artikelen | meer\ (?:over|lezen) | czytaj\ (?:także|też|więcej) | читайте\ также
          | teilen | drucken | partager | compartir | compartilhar | condividi | delen | story\ continues\ below(?:\ advertisement)? | article\ continues\ below(?:\ ad)? | continue\ reading
        )[\W_]*$
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Labels();

    [GeneratedRegex("""
        ^[\W_]*(?:
            (?:read|see|related|more|also|watch|listen|don't\ miss|recommended)(?:\ (?:more|also|next|here|now|on|stories|coverage|story|article|links?|reading|video))*\s?[:|»>]
          | (?:related|read\ more|read\ next|see\ also|read\ also|more\ from|more\ in|more\ on|more\ about|more\ great|watch\ more|like\ what\ you|want\ more)\b
          | (?:to\ (?:read|see|view)\ more,?\ )?click\ (?:here|on\ the|to)\b | to\ read\ (?:more|the\ (?:full|rest|whole|entire))\b | click\ for\b
          | (?:sign\ up|subscribe|register)\ (?:for|to|here|now|today|at)\b | get\ the\ (?:latest|best|top)\b.*\b(?:inbox|newsletter|email|delivered)
          | (?:follow|like|find|join|visit)\ (?:us|me|him|her|them|the\ \w+|\w+(?:\ \w+){0,6})\ on\ (?:twitter|facebook|instagram|linkedin|x|youtube|telegram|tiktok|google)\b
          | (?:you\ can\ )?(?:follow|contact|email|e-mail|reach)\ (?:\w+\ ){0,4}(?:on\ twitter|at\b.*@|@) | have\ a\ (?:news\ )?tip\b
          | (?:download|get)\ (?:our|the)\ (?:\w+\ )?app\b | support\ (?:our|quality|independent|local)\b.*journalism
          | you\ must\ (?:be\ logged|log)\ in | log\ ?in\ to\b | please\ (?:log|sign|enable)\b | this\ (?:site|website)\ uses\ cookies | we\ use\ cookies | by\ (?:viewing|using|continuing)\b.*\b(?:terms|cookies|policy)
          | enter\ your\ e?-?mail\b | your\ email\ address\ will\ not | leave\ a\ (?:reply|comment) | thanks\ for\ watching
          | (?:tags?|schlagw(?:orte|örter)|schlagworte|stichworte|themen|temas|etiquetas|mots-clés|topics|filed\ under|categories|kategorien|rubrik)\s?:
          | sie\ sind\ (?:\w+\ )?nicht\ (?:eingeloggt|angemeldet) | (?:melden|loggen)\ sie\ sich\ (?:\w+\ )?an\b | (?:hier|jetzt)\ (?:klicken|anmelden|registrieren|abonnieren)\b | folgen\ sie\ uns\b | abonnieren\ sie\b
          | never\ miss\b | for\ the\ latest\b.*\b(?:download|subscribe|follow|visit|sign\ up) | suscríbete\b | síguenos\b | abonnez-vous\b | suivez-nous\b | iscriviti\b | seguici\b | assine\b | siga-nos\b
          | (?:anzeige|werbung|\*?werbung)\b.{0,60}\b(?:affiliate|links?|werbung)\b | (?:dieser\ (?:artikel|beitrag)|this\ (?:article|post|page))\ (?:enthält|contains|may\ contain)\ (?:\w+\ )?(?:affiliate|werbung)
          | (?:lesen\ sie\ auch|lire\ aussi|à\ lire\ aussi|lire\ la\ suite|leia\ (?:mais|também)|lea\ también|le\ puede\ interesar|leggi\ anche|lees\ (?:ook|meer)|mehr\ zum\ thema)\b
        )
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Promotions();

    [GeneratedRegex("""
        ^[\W_]*(?:
            (?:©|\(c\)|copyright\b|all\ rights\ reserved) .*
          | (?:photos?|images?|picture|pictured|credit|image\ credit|photo\ credit|photograph|foto|fotos|bild|bildquelle|crédito|crédits?|caption)(?:\ (?:by|courtesy(?:\ of)?|credit|source))?\s?[:/|©].*
          | \(?(?:additional\ )?(?:reporting|writing|editing|compiled)\ by\b.* | .{0,90}\bcontributed\ to\ this\ (?:report|story|article)\.?
          | image\ \d+\ of\ \d+ | (?:photo|image|picture|photograph)s?\ (?:by|courtesy)\b.* | \(?(?:ap|reuters|afp|getty|getty\ images)\ ?(?:photo|images?)?(?:/.*)?\)?
        )$
        | \ball\ rights\ reserved\b | \bgetty\ images\W*$ | \bvia\ (?:ap|getty|reuters)\W*$ | ^.{0,120}\b(?:read|see|find|view|watch|learn|information|story|details)\b.{0,60}\bclick\ here\W*$
        | \b(?:sign\ up|subscribe)\b.{1,90}\b(?:newsletter|(?:your|my)\ (?:inbox|e-?mail))\b | \bclick\ here\ (?:for|to)\b[^.]{1,60}\W*$
        | ^\W*(?:last\ )?updated(?:\ (?:at|on))?\W.{0,30}\d.{0,15}$
        | ^\W*(?:printed\ from|(?:source|article|short|page)\ (?:url|link|address)|permalink|url|gedruckt\ (?:von|aus)|quell-?url|imprimé\ depuis|impreso\ desde)\s?:.{1,160}$
        | ^\W*(?:reading\ time|read\ time|lesezeit|lesedauer|temps\ de\ lecture|tiempo\ de\ lectura|tempo\ (?:de\ leitura|di\ lettura)|leestijd)\b.{1,20}$ | ^\W*\d{1,3}[\ -]?min(?:ute)?s?\.?\ (?:read|lesezeit|de\ lecture|de\ lectura|de\ leitura|di\ lettura)\W*$
        | \bmay\ not\ be\ (?:published|reproduced|broadcast)
        """, RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace, matchTimeoutMilliseconds: PatternLimit.Milliseconds)]
    private static partial Regex Notices();
}
