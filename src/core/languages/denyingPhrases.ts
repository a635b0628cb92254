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
