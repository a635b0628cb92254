/**
 * What Pilcrow understands of a language, in any paper and any source: a text may quote languages that its `lang` does not
 * name. Words are sources of regular expressions, alternatives with `|` between, all in lower case: they
 * are looked for in texts in lower case (`foldedCase`), so that the case of a text does not matter.
 */
export interface UnderstoodWords {
  /** Primary subtags of BCP 47. Languages that share words stand together. */
  readonly tags: readonly string[];
  /**
   * Words that deny: `not`, `never`. A quotation must not drop or add them. None that means something else in a language that many
   * write, as the Romanian `nu`.
   */
  readonly denying?: string;
  /** The same of a script without spaces between words, wherever they stand. */
  readonly denyingAnywhere?: string;
  /** Words that deny what stands right after them; none that means something else in another language, as the Spanish `no`. */
  readonly denyingAhead?: string;
  /** The same of a script without spaces between words. */
  readonly denyingTouching?: string;
  /** Phrases that hold a denying word and deny nothing: `not only`. */
  readonly idleDenials?: string;
  /** Words that deny where a bracket puts them in place of others: `without`. */
  readonly weakDenials?: string;
  /**
   * Words as they stand before an apostrophe where they lose their end: the `l` of `l'homme`. A quotation may begin after them. None
   * that denies, as `n'`.
   */
  readonly eliding?: string;
  /** Verbs and phrases that say whose the quoted words are: `writes`, `according to`. */
  readonly saying?: string;
  /** Verbs that say who speaks within the marks, in languages that have that: `dit` of `« …, dit-il, … »`. */
  readonly telling?: string;
  /** Who speaks, after such a verb, in words that say nothing else: `el autor`. */
  readonly speaking?: string;
  /** What stands before the citation on the last line of a block quotation: `from`, `source`. */
  readonly attributing?: string;
  /** What a block quotation may call itself before its words: `quote` of `Quote: …`. */
  readonly labelling?: string;
  /** What a writer says in brackets of words that are quoted: `emphasis added`. */
  readonly remark?: string;
  /** What a citation says of words that its writer translated: `my translation`. */
  readonly ownTranslation?: string;
  /**
   * Beginnings of headings under which papers ask questions: `open questions`. In lower case, without accents and punctuation.
   */
  readonly questionHeadings?: readonly string[];
  /** Words that may follow these beginnings, with spaces between: `for the third evening`. */
  readonly headingJoints?: string;
  /** The numbers from two to twelve in words, in order, without accents and with spaces between. */
  readonly smallNumbers?: string;
}

const understoodWords: readonly UnderstoodWords[] = [
  {
    tags: ['en'],
    labelling: 'quot(?:e|ation)|citation|passage|excerpt',
    remark:
      '(?:my|our|own) (?:emphas[ie]s|italics)|(?:emphas[ie]s|italics|underlining) (?:is |are )?(?:mine|ours|added|my own|supplied|(?:in|from) (?:the )?original|original|removed|omitted)|(?:footnotes?|citations?|references?|notes?) (?:omitted|removed)|(?:my|our|own) translation|translation (?:is )?(?:mine|ours)',
    attributing: String.raw`from|in|see(?: also)?|cf\.?|after|(?:quoted|cited) (?:in|from|after|by)|taken from|source`,
    denying: String.raw`not|never|no(?!\. ?[0-9])|none|nor|neither|nobody|nothing|nowhere|cannot|hardly|scarcely|\p{L}+n't`,
    idleDenials: String.raw`not (?:only|just|merely|simply|solely|least|to mention)|(?:is|are|was|were)n't (?:only|just|merely|simply)|no (?:doubt|less|matter)|nothing but|none ?the ?less`,
    weakDenials: 'non|without|seldom|rarely|barely|false|untrue',
    saying: String.raw`says?|said|writes?|wrote|written|stat(?:es|ed)|not(?:es|ed)|remark(?:s|ed)|declar(?:es|ed)|claim(?:s|ed)|argu(?:es|ed)|asks|asked|answer(?:s|ed)|repl(?:ies|ied)|adds|added|conclud(?:es|ed)|insist(?:s|ed)|observ(?:es|ed)|maintain(?:s|ed)|explain(?:s|ed)|announc(?:es|ed)|assert(?:s|ed)|affirm(?:s|ed)|warn(?:s|ed)|tells?|told|sp(?:eaks?|oke) of|talk(?:s|ed)? of|mention(?:s|ed)|reads|quot(?:es|ed)|cit(?:es|ed)|calls|called|names|named|terms|termed|labels|labelled|dubs|dubbed|describ(?:es|ed)|defin(?:es|ed)|uses|used|employ(?:s|ed)|puts it|according to|in the words? of|words?(?: are| were)`,
    ownTranslation: [
      String.raw`(?:my|our|own|the authors?['’]?s?) (?:own )?(?:trans(?:l(?:ations?)?)?(?!\p{L})|rendering|version)`,
      String.raw`(?:trans(?:l(?:ations?|ated)?)?|tr)\.?,? (?:is |are )?(?:mine|ours|own|(?:by )?(?:me|us|myself)|(?:by )?(?:the )?(?:present )?authors?|(?:slightly )?(?:modified|amended|altered|adapted|revised))`,
      String.raw`(?:i|we) translate`,
    ].join('|'),
    questionHeadings: [
      'question',
      'questions',
      'open question',
      'open questions',
      'discussion question',
      'discussion questions',
      'for discussion',
      'points for discussion',
      'what i could not settle',
      'what we could not settle',
      'what the text leaves open',
    ],
    headingJoints: 'for to on about of from and in',
    smallNumbers: 'two three four five six seven eight nine ten eleven twelve',
  },
  {
    tags: ['de'],
    denyingAhead: 'nicht',
    labelling: 'zitat|auszug',
    remark: String.raw`(?:meine|eigene|unsere) hervorhebung(?:en)?|(?:hervorhebung(?:en)?|herv\.|hervorh\.|kursiv(?:ierung)?) (?:von (?:mir|uns)|(?:im|i\.) ?o(?:riginal|\.)|hinzugefügt|v\. ?(?:m|vf|verf)\.|d\. ?verf\.|de[rs] verf(?:\.|assers?|asserin))`,
    attributing: String.raw`aus|nach|siehe|vgl\.?|zit(?:\.|iert) (?:nach|in)|quelle`,
    denying: 'nicht|kein\\p{L}*|nie|niemals|niemand\\p{L}*|nichts|weder',
    idleDenials: 'nicht (?:nur|bloß|bloss|lediglich)',
    weakDenials: 'ohne',
    saying: String.raw`sagte?|schreibt|schrieb|heißt es|heisst es|spricht von|sprach von|redet von|nennt|nannte|bezeichnete?|erklärte?|behauptete?|fragte?|betonte?|formulierte?|erwähnte?|zitierte?|lautete?|verwendete?|gebrauchte?|benutzte?|zufolge`,
    ownTranslation: String.raw`(?:meine|unsere|eigene) übers(?:\.|etzung)|(?:eig|m)\. ?(?:übers\.|ü\.)|übers(?:\.|etzung|etzt) (?:ist )?(?:von |v\. ?)?(?:mir|uns|(?:de[rs] |d\. ?)?(?:verf(?:\.|assers?|asserin)|autors?|autorin|vf\.))`,
    questionHeadings: [
      'frage',
      'fragen',
      'offene frage',
      'offene fragen',
      'diskussionsfrage',
      'diskussionsfragen',
      'zur diskussion',
    ],
    headingJoints: 'zur zum zu fur an uber und',
    smallNumbers: 'zwei drei vier funf sechs sieben acht neun zehn elf zwolf',
  },
  {
    tags: ['nl', 'af'],
    denyingAhead: 'niet|nie',
    labelling: 'citaat',
    remark:
      '(?:mijn|onze|eigen) (?:cursivering|nadruk)|(?:cursivering|nadruk) (?:toegevoegd|van mij|in (?:het )?origineel)',
    attributing: 'uit|naar|zie|geciteerd in|bron',
    denying: 'niet|geen|nooit|niemand',
    idleDenials: 'niet (?:alleen|enkel|slechts|louter)|nie (?:net|slegs)',
    weakDenials: 'zonder',
    saying: String.raw`zegt|zei|schrijft|schreef|noemt|noemde|spreekt van|sprak van|stelt|stelde|beweert|beweerde|vraagt|gebruikt|citeert|luidt|volgens`,
    ownTranslation: String.raw`(?:mijn|onze|eigen) vert(?:\.|aling)|vert(?:\.|aling) (?:van |door )?(?:mij|ons|auteur|de auteur)`,
    questionHeadings: ['vraag', 'vragen', 'open vragen', 'discussievragen'],
    headingJoints: 'voor over',
    smallNumbers: 'twee drie vier vijf zes zeven acht negen tien elf twaalf',
  },
  {
    // “Questions” begins as in English.
    tags: ['fr'],
    labelling: 'extrait',
    remark: String.raw`c['’]est (?:moi|nous) qui soulign(?:e|ons)|je souligne|nous soulignons|souligné (?:par (?:moi|nous|nos soins|l['’]auteure?)|dans (?:l['’]original|le texte))|(?:italiques?|soulignement) (?:ajoutée?s?|de l['’]auteure?|dans l['’]original)`,
    attributing: String.raw`dans|d['’]après|(?:tiré|extrait) de|cité (?:dans|par)|voir`,
    eliding: 'l|d|s|m|t|c|j|qu|jusqu|lorsqu|puisqu|quoiqu|presqu|quelqu',
    denying: String.raw`ne|pas|jamais|aucun\p{L}*|rien|n'(?=\p{L})`,
    idleDenials: String.raw`non (?:pas )?(?:seulement|uniquement)|(?:ne \p{L}+ |n'\p{L}+ )?pas (?:seulement|uniquement)`,
    weakDenials: 'sans',
    saying: String.raw`(?<!on |soi-)dit|disait|écri(?:t|vait|vit)|affirm(?:e|ait)|déclar(?:e|ait)|parl(?:e|ait) d[eu]|(?<!on |s['’])appel(?:le|ait)|nomm(?:e|ait)|remarqu(?:e|ait)|ajout(?:e|ait)|demand(?:e|ait)|répond(?:ait)?|soutient|évoqu(?:e|ait)|emploi(?:e|yait)|utilis(?:e|ait)|selon|d['’]après`,
    ownTranslation: String.raw`(?:ma|notre|nos) (?:propre )?trad(?:\.|uctions?)|trad(?:\.|uctions?) (?:est )?(?:pers(?:\.|onnelle)|mienne|de moi|par (?:moi|nous|mes soins|nos soins)|(?:de |par )?l['’]au(?:teure?|trice))|(?:je|nous) tradui(?:s|sons)`,
    telling:
      'dit|disait|écri(?:t|vait|vit)|affirm(?:e|ait)|déclar(?:e|ait)|remarqu(?:e|ait)|ajout(?:e|ait)|demand(?:e|ait)|répond(?:ait)?|soutient|poursui(?:t|vait)|continu(?:e|ait)|précis(?:e|ait)|expliqu(?:e|ait)|not(?:e|ait)|conclu(?:t|ait)|insist(?:e|ait)|rappel(?:le|ait)|observ(?:e|ait)|soulign(?:e|ait)|constat(?:e|ait)|résum(?:e|ait)|repren(?:d|ait)',
    speaking: "ils?|elles?|l[’']aut(?:eure?|rice)",
    questionHeadings: ['questions ouvertes', 'questions en suspens', 'pour la discussion'],
    headingJoints: 'pour a sur',
    smallNumbers: 'deux trois quatre cinq six sept huit neuf dix onze douze',
  },
  {
    // “No” is that of English.
    tags: ['es'],
    labelling: 'cita',
    remark:
      '(?:las )?(?:cursivas?|énfasis|subrayado|destacado) (?:es |son )?(?:mí[oa]s?|añadid[oa]s?|nuestr[oa]s?|en el original|del original|del autor|de la autora)',
    attributing: 'en|según|tomado de|citado (?:en|por)|véase|fuente',
    denying: String.raw`nunca|tampoco|jamás|nadie|ningun\p{L}*|ningún`,
    idleDenials: 'no (?:(?:tan )?s[oó]lo|solamente|[uú]nicamente)',
    weakDenials: 'sin',
    saying: String.raw`(?<!se )dice|dijo|escrib(?:e|ió)|afirm(?:a|ó|ou)|habl(?:a|ó) de|(?<!se )llam(?:a|ó)|denomin(?:a|ó|ou)|señal(?:a|ó)|añad(?:e|ió)|pregunt(?:a|ó|ou)|respond(?:e|ió|eu)|conclu(?:ye|yó|i|iu)|sostiene|mencion(?:a|ó|ou)|emple(?:a|ó)|utiliz(?:a|ó|ou)|según`,
    telling:
      'dice|dijo|escrib(?:e|ió)|afirm(?:a|ó)|señal(?:a|ó)|añad(?:e|ió)|pregunt(?:a|ó)|respond(?:e|ió)|conclu(?:ye|yó)|sostiene|explic(?:a|ó)|insist(?:e|ió)|prosigu(?:e|ió)|continu(?:ó)|continúa',
    speaking: 'él|ell[ao]s?|el autor|la autora',
    questionHeadings: [
      'pregunta',
      'preguntas',
      'preguntas abiertas',
      'cuestiones abiertas',
      'cuestiones pendientes',
      'para debatir',
    ],
    headingJoints: 'de del para sobre',
    smallNumbers: 'dos tres cuatro cinco seis siete ocho nueve diez once doce',
  },
  {
    tags: ['it'],
    denyingAhead: 'non',
    labelling: 'citazione',
    remark: String.raw`(?:corsiv[oi]|enfasi|sottolineatur[ae]) (?:è )?(?:mi[oae]i?|nostr[oai]|aggiunt[oai]|nell['’]originale|nel testo)`,
    attributing: String.raw`da|tratto da|citato in|cfr\.?|fonte`,
    eliding: 'un|dell|dall|nell|all|sull|coll|quell|quest|bell|sant|anch|tutt|com|dov|v',
    denying: String.raw`non(?!-)|nessun\p{L}*|niente`,
    idleDenials: 'non (?:solo|soltanto|solamente|unicamente)',
    weakDenials: 'senza',
    saying: String.raw`(?<!si )disse|scri(?:ve|sse)|parl(?:a|ò) di|(?<!si )chiam(?:a|ò)|defini(?:sce|sse|sceva)|osserv(?:a|ò)|aggiun(?:ge|se)|chied(?:e|eva)|rispond(?:e|eva)|conclud(?:e|eva)|secondo`,
    telling:
      'dice|disse|scri(?:ve|sse)|afferm(?:a|ò)|osserv(?:a|ò)|aggiun(?:ge|se)|chied(?:e|eva)|rispond(?:e|eva)|rispose|conclu(?:de|se)|spieg(?:a|ò)|prosegu(?:e|ì)|continu(?:a|ò)',
    speaking: "lui|lei|egli|ella|loro|l[’']aut(?:ore|rice)",
    questionHeadings: ['domanda', 'domande', 'domande aperte', 'questioni aperte', 'per la discussione'],
    headingJoints: 'per su',
    smallNumbers: 'due tre quattro cinque sei sette otto nove dieci undici dodici',
  },
  {
    tags: ['pt'],
    denyingAhead: 'não',
    labelling: 'citação',
    remark:
      '(?:grifos?|itálicos?|ênfase|destaques?|sublinhados?) (?:meus?|nossos?|minha|nossa|acrescentad[oa]s?|adicionad[oa]s?|no original|d[oa] autora?)',
    attributing: 'em|extraído de|citado (?:em|por)|fonte',
    denying: String.raw`não|nenhum\p{L}*`,
    idleDenials: 'n[aã]o (?:(?:t[aã]o )?s[oó]|somente|apenas|unicamente)',
    weakDenials: 'sem',
    telling:
      'diz|disse|escrev(?:e|eu)|afirm(?:a|ou)|observ(?:a|ou)|acrescent(?:a|ou)|pergunt(?:a|ou)|respond(?:e|eu)|conclu(?:i|iu)|explic(?:a|ou)|prossegu(?:e|iu)|continu(?:a|ou)',
    speaking: 'ele|el[ae]s?|o autor|a autora',
    saying: String.raw`diz|escrev(?:e|eu)|fal(?:a|ou) d[eoa]|(?<!se )cham(?:a|ou)|acrescent(?:a|ou)|sustent(?:a|ou)|empreg(?:a|ou)|segundo`,
    questionHeadings: [
      'pergunta',
      'perguntas',
      'perguntas abertas',
      'perguntas em aberto',
      'questao',
      'questoes',
      'questoes abertas',
      'questoes em aberto',
      'para discussao',
    ],
    headingJoints: 'para sobre do da',
    smallNumbers: 'dois tres quatro cinco seis sete oito nove dez onze doze',
  },
  {
    tags: ['ca', 'gl'],
    idleDenials: 'no (?:només|sols|solament|únicament)|non s[oó](?:mente)?',
    questionHeadings: ['preguntes', 'preguntes obertes'],
    headingJoints: 'per',
  },
  { tags: ['ro'], denying: 'niciodată|nimeni|nimic|nici' },
  {
    tags: ['es', 'ca', 'it', 'pt', 'ro'],
    ownTranslation: [
      String.raw`(?:mi|nuestra|la meva|la mia|mia|nostra|a? ?minha|a? ?nossa) (?:propia |pròpia |própria )?(?:trad(?:\.|ucci[oó]n?|uzione|ução|ucció))`,
      String.raw`(?:la )?(?:trad(?:\.|ucci[oó]n|uzione|ução|ucció)) (?:es |è |é )?(?:m[ií]a|meva|nuestra|nostra|minha|nossa|prop(?:ia|ria)|pròpia|própria|de la autora|del autor|dell['’]autore|dell['’]autrice|do autor|da autora|nossa)`,
      String.raw`traducerea (?:mea|noastră|autorului|autoarei)`,
    ].join('|'),
  },
  {
    tags: ['sv', 'da', 'nb', 'nn'],
    denyingAhead: 'inte|ikke|ikkje|icke',
    labelling: 'citat|sitat',
    remark: '(?:min|vår|vor) kursiv(?:ering)?|kursiv(?:ering)? (?:min|vår|i original(?:et|en)?)',
    attributing: 'ur|från|fra|käll[ae]|kilde',
    denying: 'inte|ikke|ikkje|icke|ej|aldrig|aldri|ingen|inget|intet|inga',
    idleDenials: '(?:inte|icke|ej) (?:bara|endast|enbart|blott)|ikk(?:e|je) (?:bare|berre|kun|blott)',
    weakDenials: 'utan|uden|uten',
    ownTranslation: String.raw`(?:min|vår|vor|egen) (?:egen )?(?:övers(?:\.|ättning)|overs(?:\.|ættelse|ettelse|etjing))`,
    questionHeadings: ['sporgsmal', 'sporsmal', 'fragor', 'abne sporgsmal', 'apne sporsmal', 'oppna fragor'],
    headingJoints: 'til till om',
  },
  {
    tags: ['pl'],
    labelling: 'cytat',
    remark: String.raw`(?:podkr(?:eślenie|\.)|wyróżnienie|kursywa) (?:moje|moja|własne|autora|autorki|w oryginale)`,
    attributing: String.raw`za|zob\.?|źródło`,
    denying: 'nie|nigdy|nikt|nic|żad(?:en|na|ne|ni)',
    idleDenials: 'nie (?:tylko|jedynie|wyłącznie)',
    telling:
      'pisz(?:e|ą)|(?:na)?pisał[ao]?|mówi|powiedział[ao]?|stwierdz(?:a|ił[ao]?)|zauważ(?:a|ył[ao]?)|doda(?:je|ł[ao]?)|pyta(?:ł[ao]?)?|odpowiada(?:ł[ao]?)?|odpowiedział[ao]?',
    speaking: 'on[ao]?|autor(?:ka)?',
    weakDenials: 'bez',
    ownTranslation: String.raw`tłum(?:\.|aczenie) (?:własne|moje|autora|autorki)|(?:mój|własny) przekład|przekład (?:własny|mój|autora|autorki)`,
    questionHeadings: ['pytanie', 'pytania', 'pytania otwarte', 'otwarte pytania'],
    headingJoints: 'dla',
  },
  {
    tags: ['cs', 'sk', 'hr', 'sr'],
    denying:
      'ne|není|nie|nikdy|nikdo|nikto|nikad|nitko|niko|nic|nič|ništa|žádn[ýáéí]|žiadn[yae]|nijedan|nije',
    idleDenials: 'ne (?:jen|jenom|pouze|samo)|nie (?:len|iba)|nije samo',
    weakDenials: 'bez',
    ownTranslation: String.raw`(?:vlastní|můj|vlastný|môj) (?:překlad|preklad)|(?:překlad|preklad) (?:vlastní|vlastný|autor[ak]?y?)|(?:moj|vlastiti) (?:prijevod|prevod)`,
    questionHeadings: ['otazka', 'otazky', 'otevrene otazky', 'otvorene otazky'],
    headingJoints: 'k pro',
  },
  {
    tags: ['ru', 'uk'],
    denyingAhead: 'не|ни|ні',
    labelling: 'цитата',
    remark: 'курсив (?:мой|мій|наш|автора|в оригинале)|выделено (?:мной|нами|автором)|виділено мною',
    attributing: String.raw`из|см\.?|цит\. по|источник|джерело|з`,
    denying: String.raw`не|нет|ні|нема|никогда|ніколи|никто|ніхто|ничто|ничего|ніщо|нічого|никак\p{L}*|жодн\p{L}*`,
    idleDenials: 'не (?:только|просто|лишь|тільки|лише)',
    weakDenials: 'без',
    telling:
      'говор(?:ит|ил|ила)|сказал[аи]?|пишет|писал[аи]?|отвеча(?:ет|л|ла)|ответил[аи]?|спросил[аи]?|продолжа(?:ет|л|ла)|каже|сказав|сказала|пише',
    speaking: 'он[аи]?|він|вон[аи]|автор(?:ка)?',
    saying: String.raw`говорит|говорил[аи]?|сказал[аи]?|пиш(?:ет|ут)|писал[аи]?|утвержда(?:ет|л|ла)|отмеча(?:ет|л|ла)|замеча(?:ет|л|ла)|спрашива(?:ет|л|ла)|спросил[аи]?|отвеча(?:ет|л|ла)|ответил[аи]?|называ(?:ет|л|ла)|заявил[аи]?|по словам|каже|сказав|пише|писав|стверджує|зазначає|запитує|відповідає|називає|за словами`,
    ownTranslation: String.raw`(?:мой|наш|мій|собственный|авторский|власний) (?:перевод|переклад)|(?:пер(?:\.|евод|еклад)) (?:мой|наш|мій|автора|авторский|собственный)`,
    questionHeadings: ['вопрос', 'вопросы', 'открытые вопросы', 'питання', 'відкриті питання'],
  },
  {
    tags: ['hu', 'fi', 'tr', 'el'],
    denyingAhead: 'nem|eivät|δεν|δε|μην?',
    denying: String.raw`nem|soha|sem|senki|semmi|eivät|eikä|koskaan|değil\p{L}*|hiç|asla|δεν|δε|μην?|ποτέ|κανέν?ας|καμία|τίποτα`,
    idleDenials: String.raw`nem (?:csak|csupán|pusztán)|eivät (?:vain|ainoastaan)|(?:sadece|yalnızca|yalnız) (?:\p{L}+ )?değil|δεν? \p{L}+ (?:μόνο|μονάχα)`,
    weakDenials: 'nélkül|ilman|χωρίς',
    ownTranslation: String.raw`saját fordítás(?:om)?|(?:a szerző|ford\.? a) (?:fordítása|szerző)|oma (?:käännös|suomennos)|(?:suom|käänn)\. (?:kirj\.|kirjoittaja|minun)|benim çevirim|çeviri (?:bana|yazara) ait|(?:δική μου|ιδία) μετάφραση|μετάφραση (?:δική μου|του συγγραφέα)`,
    questionHeadings: ['ερωτησεις', 'ερωτηματα', 'ανοιχτα ερωτηματα', 'sorular', 'acık sorular'],
  },
  {
    // “And”, “that”, “the” are written together with the word behind them.
    tags: ['he', 'ar'],
    denyingAhead: '[והש]{0,2}(?:לא|אין|אינ(?:ו|ה|ם|ן|ני|נו|ך|כם|כן|נה))|[وف]?(?:لا|ليس(?:ت|وا)?|لم|لن)',
    denying: String.raw`[והש]{0,2}(?:לא|אין|אינ(?:ו|ה|ם|ן|ני|נו|ך|כם|כן|נה))|[وف]?(?:لا|ليس(?:ت|وا)?|لم|لن)`,
    idleDenials: '(?:לא|אין) רק|ليس فقط|لا سيما',
    weakDenials: 'בלי|ללא|بدون|دون',
    ownTranslation: String.raw`תרגום שלי|תרגומי|תרגום המחבר(?:ת)?|ترجمتي|ترجمة (?:المؤلف|الكاتب|الباحث)(?:ة)?`,
  },
  {
    tags: ['vi'],
    denying: 'không|chưa|chẳng',
    denyingAhead: 'không|chưa|chẳng',
    idleDenials: '(?:không|chẳng) (?:chỉ|những|riêng)',
  },
  {
    tags: ['zh', 'ja', 'ko'],
    denyingTouching: '不|没有?|沒有?|并非|並非|绝非|从未|從未|无法|無法',
    denyingAnywhere:
      '不(?![过過但仅僅只单單同少断斷时時])|没有|沒有|(?:并|並)非(?![仅僅只单單])|绝非|从未|從未|无法|無法',
    ownTranslation: String.raw`(?:笔者|筆者|作者|著者|自|本文作者)(?:自)?(?:译|譯|訳)|拙訳|私訳|拙译|我的翻[译譯]|(?:필자|저자|지은이|인용자) ?(?:역|번역|옮김)`,
    questionHeadings: ['问题', '讨论问题', '問題', '問い', '質問', '질문'],
  },
];

/** All alternatives of all languages for one kind of words, as one source of a regular expression. */
export function inAnyLanguage(
  kind:
    | 'denying'
    | 'denyingAhead'
    | 'denyingTouching'
    | 'denyingAnywhere'
    | 'idleDenials'
    | 'weakDenials'
    | 'eliding'
    | 'saying'
    | 'telling'
    | 'speaking'
    | 'attributing'
    | 'labelling'
    | 'remark'
    | 'ownTranslation',
): string {
  return understoodWords.flatMap((words) => words[kind] ?? []).join('|');
}

/**
 * Headings under which papers ask questions: how they begin, and words that may follow. Without these, “Questions remain a matter
 * of taste” would count.
 */
export const questionHeadings = {
  beginnings: new Set(understoodWords.flatMap((words) => words.questionHeadings ?? [])),
  joints: new Set(understoodWords.flatMap((words) => words.headingJoints?.split(' ') ?? [])),
} as const;

/**
 * The numbers from two to twelve by their words, without accents, in one language: `once` is eleven in Spanish alone.
 * @param tag of BCP 47; of an unknown language no words are known
 */
export function smallNumbersIn(tag: string): ReadonlyMap<string, number> {
  const [language = ''] = tag.toLowerCase().split('-');
  const words = understoodWords.find(({ tags, smallNumbers }) => smallNumbers && tags.includes(language));
  return new Map(words?.smallNumbers?.split(' ').map((word, at) => [word, at + 2]));
}
