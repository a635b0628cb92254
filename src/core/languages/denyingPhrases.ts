/**
 * What denies a statement beside it in a text of one language, as sources of regular expressions in lower case, with straight
 * apostrophes. Words that mean something else in another language are here, as the French `pas`, and not among those that
 * are understood anywhere.
 */
export interface DenyingPhrases {
  /** Words that deny what stands right after them. */
  readonly words: string;
  /** What denies a statement that follows: `il est faux de dire que`. */
  readonly leads?: string;
  /** What denies a statement that went before: `est une illusion`. */
  readonly tails?: string;
}

/**
 * What denies in English. It is looked for in texts of every language, as none of it means something else in another one; its words and
 * tails may stand without a space before them, `n't`.
 */
export const englishDenials = {
  words: "not|never|neither|nor|cannot|n't|hardly|scarcely|without",
  leads: [
    String.raw`(?:this|that|which|it|i|we)(?: (?:is|was|do|does|did))?(?: not|n't) (?:to )?(?:say|saying|suggest|suggesting|mean|imply|argue|claim|assume|believe)(?: here)?(?: that)?`,
    String.raw`it (?:is|was|would be) (?:not (?:true|the case|correct|so|enough to say)|(?:wrong|false|untrue|incorrect|mistaken|a mistake|an error|a myth|an illusion|nonsense)(?: to (?:say|think|claim|believe|assume|suppose|suggest))?)(?: that)?`,
    String.raw`(?:far from|rather than|instead of|contrary to the (?:claim|view|idea|belief|notion) that|nobody (?:says|claims|believes|thinks)(?: that)?|no one (?:says|claims|believes|thinks)(?: that)?)`,
    String.raw`(?:the |a )?(?:myth|illusion|misconception|fallacy|false (?:idea|claim|belief|notion)|mistaken (?:idea|view|belief|notion)|wrong (?:idea|view))(?: that| of)?`,
  ].join('|'),
  tails: String.raw`(?:not|never|nor|n't)(?![\p{L}])|(?:is|was|are|were|would be)\s+(?:not (?:true|so|the case|correct)|wrong|false|untrue|incorrect|mistaken|a mistake|a myth|an illusion|nonsense)|- (?:not so|no|wrong|false)\b`,
  /** The last three characters that these words and leads may have, so that few places are searched. */
  leadEndings:
    "say|ing|est|ean|ply|gue|aim|ume|eve|ere|hat|rue|ase|ect|ong|lse|ken|ake|ror|yth|ion|nse|ink|ose|rom|han|ays|ims|ves|nks|acy|dea|ief|iew|not|ver|her|nor|dly|ely|out| so| of|n't".split(
      '|',
    ),
} as const satisfies DenyingPhrases & { readonly leadEndings: readonly string[] };

/** Phrases of any text that say that what follows does not hold, or ceases to hold, where they are left out. */
export const phrasesThatDeny = String.raw`(?:is|was|are|were|be|been|seems?|think|believe|call|consider)(?: (?:it|this|that))? (?:(?:quite|simply|plainly|utterly|just) )?(?:false|untrue|wrong|incorrect|mistaken|nonsense|absurd|a (?:lie|myth|mistake|fallacy|illusion|misconception)|an (?:error|illusion))(?: to (?:say|think|claim|believe|assume|suppose|suggest))?(?: that)?|den(?:y|ies|ied|ying)(?: that)?|refus(?:e|es|ed|ing) to|fail(?:s|ed|ing)? to|ceas(?:e|es|ed|ing) to|far from|anything but|the (?:opposite|contrary) of|the (?:myth|illusion|fallacy|misconception) (?:that|of)|il est faux (?:que|de)|es ist falsch|es falso que`;

const frenchDenials: DenyingPhrases = {
  words: 'ne|pas|jamais|ni|sans|nullement|aucunement',
  leads: [
    String.raw`(?:il (?:est|était|serait|semble)|c'(?:est|était)|ce serait) (?:donc )?(?:faux|inexact|erroné|absurde|mensonger|une (?:erreur|illusion|absurdité)|un (?:mythe|mensonge|contresens))(?:(?: que)? (?:de|d') ?(?:dire|croire|penser|prétendre|affirmer|supposer|soutenir))?(?: que| qu')?`,
    String.raw`(?:il|ce) n'(?:est|était) pas (?:vrai|exact|juste|correct)(?: (?:de|d') ?(?:dire|croire|penser|prétendre|affirmer))?(?: que| qu')?`,
    String.raw`(?:(?:cela|ceci|ça|ce qui|ce|je|nous|on|il|elle|ils|elles) )?(?:ne (?:veut|voulait|veulent|signifie|signifiait|dit|dis|disons|disent|crois|croit|croyons|croient|pense|pensons|pensent|prétend|prétendons|prétendent)|n'(?:affirme|affirmons|affirment|entend|entendons)) pas(?: dire)?(?: que| qu')`,
    String.raw`(?:personne|nul) ne (?:dit|prétend|croit|pense|soutient)(?: que| qu')`,
    String.raw`loin de|au lieu de|plutôt que(?: de)?|contrairement à l'idée (?:que|qu'|selon laquelle)`,
    String.raw`(?:le |ce |un )?mythe (?:que|qu'|selon lequel|d'un|d'une|du|de la|des)|(?:l'|une |cette )?(?:illusion|idée fausse) (?:que|qu'|selon laquelle)`,
  ].join('|'),
  tails: String.raw`(?:n'est|n'était|ne sont|ne serait) pas (?:vrai|exact|juste|correct|le cas)|(?:est|était|serait) (?:faux|inexact|erroné|une (?:erreur|illusion)|un (?:mythe|mensonge))|c'est faux`,
};

const germanDenials: DenyingPhrases = {
  words: 'nie|niemals|ohne|weder|keine?[mnrs]?|kaum',
  leads: [
    String.raw`es (?:ist|war|wäre) (?:also )?(?:falsch|unwahr|absurd|unsinn|ein (?:irrtum|fehler|mythos)|eine (?:illusion|lüge)|nicht (?:wahr|richtig|so))(?:,? zu (?:sagen|glauben|meinen|denken|behaupten))?,? (?:dass|daß)`,
    String.raw`(?:das|dies|ich|wir|man|sie|er) (?:heißt|heisst|bedeutet|besagt|sage|sagen|sagt|behaupte|behaupten|behauptet|meine|meinen|meint|glaube|glauben|glaubt) nicht,? (?:dass|daß)`,
    String.raw`niemand (?:sagt|behauptet|glaubt|meint),? (?:dass|daß)|(?:an)?statt (?:dass|daß)?|weit (?:davon )?entfernt(?: davon)?,?(?: dass| daß)?`,
    String.raw`(?:de[rmn] )?(?:mythos|irrtum|aberglaube[n]?)(?:,? (?:dass|daß))|(?:die |der )?(?:illusion|lüge|falsche[n]? (?:idee|vorstellung|annahme)),? (?:dass|daß)`,
  ].join('|'),
  tails: String.raw`(?:ist|war|wäre) (?:nicht (?:wahr|richtig|der fall)|falsch|unwahr|unsinn|ein (?:irrtum|mythos)|eine (?:illusion|lüge))|stimmt nicht`,
};

const spanishDenials: DenyingPhrases = {
  words: 'no|nunca|jamás|ni|sin|tampoco',
  leads: [
    String.raw`(?:es|era|sería) (?:falso|mentira|incorrecto|absurdo|un (?:error|mito)|una (?:ilusión|mentira))(?: (?:decir|creer|pensar|afirmar|suponer|sostener))?(?: que)?`,
    String.raw`no (?:es (?:verdad|cierto|correcto)|quiere decir|significa|decimos|digo|dice|creemos|creo|pensamos|pienso|se trata de)(?: que)?`,
    String.raw`nadie (?:dice|cree|piensa|afirma|sostiene)(?: que)?|lejos de(?: que)?|en (?:lugar|vez) de(?: que)?`,
    String.raw`(?:el |un )?mito de(?: que)?|(?:la |una )?(?:ilusión|falsa idea|idea falsa) de(?: que)?`,
  ].join('|'),
  tails: String.raw`no (?:es|era) (?:verdad|cierto|correcto|así)|(?:es|era) (?:falso|mentira|un (?:error|mito)|una (?:ilusión|mentira))`,
};

const italianDenials: DenyingPhrases = {
  words: 'mai|né|senza|nemmeno|neppure|neanche',
  leads: [
    String.raw`(?:è|era|sarebbe) (?:falso|assurdo|sbagliato|un (?:errore|mito)|un'illusione|una menzogna)(?: (?:dire|credere|pensare|affermare|sostenere))?(?: che)?`,
    String.raw`non (?:è (?:vero|corretto|esatto)|significa|vuol dire|diciamo|dico|dice|crediamo|credo|pensiamo|penso)(?: che)?`,
    String.raw`nessuno (?:dice|crede|pensa|afferma|sostiene)(?: che)?|lungi dal|invece di|anziché`,
    String.raw`(?:il |un )?mito (?:che|secondo cui)|(?:l'|un')?(?:illusione|idea falsa) (?:che|secondo cui)`,
  ].join('|'),
  tails: String.raw`non è (?:vero|così|corretto)|(?:è|era) (?:falso|un (?:errore|mito)|un'illusione|una menzogna)`,
};

const portugueseDenials: DenyingPhrases = {
  words: 'nunca|jamais|nem|sem|tampouco',
  leads: [
    String.raw`(?:é|era|seria) (?:falso|mentira|incorreto|absurdo|um (?:erro|mito)|uma (?:ilusão|mentira))(?: (?:dizer|crer|pensar|acreditar|afirmar|supor))?(?: que)?`,
    String.raw`não (?:é (?:verdade|certo|correto)|quer dizer|significa|dizemos|digo|diz|cremos|creio|pensamos|penso|se trata de)(?: que)?`,
    String.raw`ninguém (?:diz|crê|acredita|pensa|afirma)(?: que)?|longe de(?: que)?|em vez de|ao invés de`,
    String.raw`(?:o |um )?mito de que|(?:a |uma )?(?:ilusão|falsa ideia|ideia falsa) de que`,
  ].join('|'),
  tails: String.raw`não (?:é|era) (?:verdade|certo|correto|assim)|(?:é|era) (?:falso|mentira|um (?:erro|mito)|uma (?:ilusão|mentira))`,
};

const russianDenials: DenyingPhrases = {
  words: 'без|никогда',
  leads: [
    String.raw`(?:неверно|неправильно|неправда|ошибочно|ложно)(?: (?:говорить|думать|утверждать|полагать|считать))?,? что`,
    String.raw`(?:это )?не (?:значит|означает|верно|правда),? что|никто не (?:говорит|утверждает|думает|считает),? что`,
    String.raw`вместо того,? чтобы|миф о том,? что|иллюзи[яюи],? (?:будто|что)`,
  ].join('|'),
};

const phrases: ReadonlyMap<string, DenyingPhrases> = new Map([
  ['fr', frenchDenials],
  ['de', germanDenials],
  ['es', spanishDenials],
  ['it', italianDenials],
  ['pt', portugueseDenials],
  ['ru', russianDenials],
  ['nl', { words: 'geen|nooit|zonder|noch' }],
  ...['ca', 'gl', 'ast', 'eu'].map((tag) => [tag, { words: 'no' }] as const),
  ...['cs', 'sk', 'hr', 'sr', 'bs', 'sl', 'hu'].map((tag) => [tag, { words: 'ne' }] as const),
  ['ro', { words: 'nu' }],
]);

/** What denies in a language; undefined where no more is known than `inAnyLanguage` says. @param tag of BCP 47 */
export function denyingPhrasesIn(tag: string): DenyingPhrases | undefined {
  const [language = ''] = tag.toLowerCase().split(/[-_]/);
  return phrases.get(language);
}
