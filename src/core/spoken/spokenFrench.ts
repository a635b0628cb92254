import type { CheckId } from '../catalogue.ts';
import { type Catalogue, type CheckProse, speaker, type SpokenLanguage } from '../messages.ts';
import { tableOf } from '../text.ts';

/** A noun, or words that agree with it, in the plural: `autre paragraphe` → `autres paragraphes`. */
function inPlural(words: string): string {
  return words
    .split(' ')
    .map((word) => irregularPlurals[word] ?? (/[sxz]$/u.test(word) ? word : `${word}s`))
    .join(' ');
}

const irregularPlurals = tableOf<string>({
  lieu: 'lieux',
  'd’information': 'd’information',
  de: 'de',
  à: 'à',
});

const rules = new Intl.PluralRules('fr');

/** `0 citation`, `1 citation`, `3 citations`: French counts nothing and one alike. */
function countedInFrench(count: number, one: string, many = inPlural(one)): string {
  return `${String(count)} ${rules.select(count) === 'one' ? one : many}`;
}

function vouliezVous(names: readonly string[]): string {
  return names.length === 0 ? '' : ` Vouliez-vous dire ${names.join(' ou ')} ?`;
}

function vouliezVousDire(name: string | undefined): string {
  return name === undefined ? '' : ` Vouliez-vous dire ${name} ?`;
}

function enListe(names: readonly string[], isCut: boolean): string {
  return `${names.join(', ')}${isCut ? ' …' : ''}`;
}

function entreGuillemets(name: string): string {
  return `« ${name} »`;
}

type Lieu = number | string;

/** What is said of the words of a quotation. */
interface MotsCites {
  readonly cited: readonly Lieu[];
  readonly words: string;
  readonly source: string;
}

/** `¶¶ 12–14, 20`, `n. 1`, `le résumé`. */
function lieux(places: readonly Lieu[]): string {
  const numbers = places.filter((place) => typeof place === 'number');
  const others = places
    .filter((place) => typeof place === 'string')
    .map((label) => nomsDeLieux[label] ?? label.replace(/^n(?=\d)/, 'n. '));
  const sign = numbers.length > 1 ? '¶¶' : '¶';
  return [...(numbers.length === 0 ? [] : [`${sign} ${suites(numbers).join(', ')}`]), ...others].join(', ');
}

const nomsDeLieux = tableOf<string>({
  abstract: 'le résumé',
  title: 'le titre',
  unnumbered: 'un paragraphe sans numéro',
});

/** ` au ¶ 12`, ` aux ¶¶ 12–14`, ` à la n. 1`, ` dans le résumé`. */
function auxLieux(places: readonly Lieu[]): string {
  const [first] = places;
  if (first === undefined) return '';
  if (typeof first === 'number' || first.startsWith('¶'))
    return ` ${places.length > 1 ? 'aux' : 'au'} ${lieux(places)}`;
  return ` ${Object.hasOwn(nomsDeLieux, first) ? 'dans' : 'à la'} ${lieux(places)}`;
}

function avecLieux(places: readonly Lieu[]): string {
  return places.length > 0 ? `${lieux(places)} : ` : '';
}

function plage(first: string, last: string): string {
  return first === last ? `¶ ${first}` : `¶ ${first}–${last}`;
}

/** `3`, `5–9`. */
function suites(numbers: readonly number[]): string[] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.[1] === number - 1) run[1] = number;
    else runs.push([number, number]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${String(first)}–${String(last)}`));
}

function reprendre(key: string): string {
  return `Annulez la modification, ou, si elle est voulue, reprenez-la avec « pilcrow edition freeze ${key} ».`;
}

function autour(bySection: number, larger: number): string {
  const paragraphe = 'dans un paragraphe plus grand d’un autre texte';
  if (larger === 0) return 'avec toute sa section';
  return bySection === larger ? paragraphe : `avec toute sa section ou ${paragraphe}`;
}

function ancienNumero(before: string, now: string | undefined): string {
  return now === undefined
    ? `ce qui était ${before} n’a plus de numéro`
    : `ce qui était ${before} est maintenant ${now}`;
}

/** `une fois`, `3 fois`. */
function foisEnLettres(count: number): string {
  return count === 1 ? 'une fois' : fois(count);
}

function fois(count: number): string {
  return `${String(count)} fois`;
}

const etatsEnFrancais = tableOf<string>({
  kept: 'gardée',
  moved: 'déplacée',
  split: 'partagée',
  joined: 'réunie',
  gone: 'disparue',
  doubtful: 'douteuse',
});

const niveaux = {
  error: 'erreur',
  warning: 'avertissement',
  information: 'information',
  hint: 'suggestion',
} as const;

function paragraphesOuRien(numbers: readonly number[]): string {
  return numbers.length === 0 ? 'rien' : lieux(numbers);
}

/** Every sentence of the engine and of its doors, in French. */
const frenchMessages: Catalogue = {
  'alignments.noJson':
    'Ce n’est pas du JSON valide : {$reason} Corrigez-le, ou reprenez le fichier dans l’historique du dossier.',
  'alignments.noHead':
    'Un fichier de correspondances nomme ses « format », « base » et « text », et contient des listes « groups » et « notes ». Corrigez-le, ou reprenez le fichier dans l’historique du dossier.',
  'alignments.later':
    'Une version plus récente de Pilcrow a écrit ce fichier. Il reste tel quel ; mettez Pilcrow à jour pour vous en servir.',
  'alignments.noLine':
    'Cette ligne n’est pas un groupe de paragraphes : « base » et « text » contiennent des paires d’un numéro et d’une empreinte, « state » est computed, confirmed ou open.',
  'alignments.twice':
    'Une autre ligne a déjà un paragraphe de celle-ci. La première compte ; effacez l’une des deux.',
  'alignments.noText': 'Aucune source ni édition n’a ici la clé @{$key}. Rien de ce fichier ne sert.',
  'alignments.versionUnreadable':
    'Une des versions est illisible, ou elles portent sur des textes différents. Rien n’a été écrit.',
  'alignments.conflict': ({ base, text }: { base: readonly number[]; text: readonly number[] }) =>
    `Quelqu’un d’autre a confirmé autre chose que la correspondance de ${paragraphesOuRien(base)} et ${paragraphesOuRien(text)}. Aucune des deux lignes ne compte tant que l’une n’est pas effacée.`,
  'alignments.stale': ({ keys, by }: { keys: readonly string[]; by: string | undefined }) =>
    `Des mots de ${enListe(
      keys.map((key) => `@${key}`),
      false,
    )} ont changé depuis que ${by ?? 'quelqu’un'} a confirmé ceci. Regardez l’endroit et confirmez-le de nouveau.`,
  'alignments.open': ({
    base,
    text,
    perhaps,
  }: {
    base: readonly number[];
    text: readonly number[];
    perhaps: readonly number[];
  }) => {
    const other = perhaps.filter((number) => !text.includes(number));
    const candidates =
      other.length > 0 ? ` De la traduction, ${paragraphesOuRien(other)} y appartient peut-être aussi.` : '';
    return `Il n’est pas certain que ${paragraphesOuRien(base)} et ${paragraphesOuRien(text)} se correspondent.${candidates}`;
  },
  'alignments.confirm': ({ base, text }: { base: readonly number[]; text: readonly number[] }) =>
    `Confirmer : ${paragraphesOuRien(base)} et ${paragraphesOuRien(text)} se correspondent`,
  'alignments.done': ({ certain, open, confirmed }: { certain: number; open: number; confirmed: number }) =>
    `${countedInFrench(certain, 'groupe certain', 'groupes certains')}, ${countedInFrench(open, 'groupe ouvert', 'groupes ouverts')}, ${countedInFrench(confirmed, 'groupe confirmé', 'groupes confirmés')} par quelqu’un.`,
  'alignments.merged': ({ conflicts }: { conflicts: number }) =>
    `${countedInFrench(conflicts, 'ligne')} où des personnes différentes disent autre chose des mêmes paragraphes : voir alignment/conflict.`,
  'alignments.threeVersions': '--merge prend trois fichiers : la version commune, la nôtre et l’autre.',
  'alignments.noWords':
    'Le texte de @{$key} n’est pas ici, seulement ses numéros. Il faut les mots des deux textes pour les mettre en regard.',
  'alignments.sameText': 'Il faut deux textes.',
  'alignments.laterFile':
    '{$file} a été écrit par une version plus récente de Pilcrow, ou est illisible. Il reste tel quel.',
  'alignments.notAligned': 'Les deux textes n’ont pas encore été mis côte à côte. Alignez-les d’abord.',
  'alignments.written': '{$file} le dit désormais.',
  'alignments.computed': 'certain',
  'alignments.confirmed': 'confirmé',
  'alignments.openState': 'ouvert',
  'alignments.staleState': 'confirmé, mais ses mots ont changé depuis',
  'alignments.disputedState': 'deux personnes disent des choses différentes',
  'alignments.nothing': 'rien',
  'alignments.leftOut': 'laissé de côté, comme quelqu’un l’a confirmé',
  'alignments.notCertain': ({ places }: { places: readonly string[] }) =>
    `pas certain : ${places.length < 2 ? places.join('') : `${places.slice(0, -1).join(', ')} ou ${places.at(-1) ?? ''}`}`,
  'alignHelp.summary': 'mettre en regard un texte et sa traduction',
  'alignHelp.description':
    'Dit quels paragraphes d’un texte et de sa traduction se correspondent. Un endroit est certain quand deux méthodes s’accordent ; le reste est ouvert, jusqu’à ce que quelqu’un le confirme. Pour git : merge.pilcrow-alignment.driver = "pilcrow align --merge %O %A %B".',
  'alignHelp.a': 'un texte, par sa clé ou son fichier',
  'alignHelp.b': 'sa traduction ; lequel est le texte de base, leur en-tête le dit',
  'alignHelp.theirs': 'avec --merge : l’autre version',
  'alignHelp.format': 'forme du résultat',
  'alignHelp.write': 'l’écrire dans alignments/ ; ce que quelqu’un a confirmé reste',
  'alignHelp.merge':
    'réunir des versions d’un fichier de correspondances, ligne par ligne : <A> est la commune, <B> la nôtre, qui est écrite',
  'bibliography.unknownFormat':
    'Une bibliographie doit être en BibLaTeX (.bib), CSL-JSON (.json) ou CSL-YAML (.yaml).',
  'bibliography.noId': 'Cette entrée n’a pas d’id : on ne peut pas la citer.',
  'bibliography.unreadableEntry': 'Cette entrée est illisible.',
  'bibliography.macroForm': 'Un @string s’écrit @string{nom = {texte}}.',
  'bibliography.notClosed': '{$what} n’est pas fermé : il manque « {$missing} ».',
  'bibliography.macro': '@string « {$name} »',
  'bibliography.entryNotClosed': 'L’entrée {$entry} n’est pas fermée : il manque « {$missing} ».',
  'bibliography.noKey': 'Cette entrée @{$type} n’a pas de clé : elle doit commencer par @{$type}{clé, …}.',
  'bibliography.afterKey':
    'Une virgule doit suivre la clé ; une clé n’a ni espace, ni accolade, ni guillemet.',
  'bibliography.noField': 'Ceci n’est pas un champ de l’entrée {$entry} : un champ s’écrit nom = {valeur}.',
  'bibliography.noComma': 'Il manque une virgule après le champ « {$field} ».',
  'bibliography.longValue': 'La valeur de « {$field} » est trop longue.',
  'bibliography.openValue': 'Le « {$opening} » qui ouvre la valeur de « {$field} » n’est jamais fermé.',
  'bibliography.noValue': 'Le champ « {$field} » n’a pas de valeur.',
  'bibliography.extraBrace':
    'L’entrée {$entry} a une accolade fermante de trop : elle s’arrête ici, et la suite n’est pas lue.',
  'bibliography.noCslJson': 'Ceci n’est pas du CSL-JSON : il faut une liste d’entrées, [{"id": …}, …].',
  'bibliography.listNotClosed': 'La liste des entrées n’est pas fermée : il manque « ] ».',
  'bibliography.noJsonEntry': 'Ceci n’est pas une entrée : une entrée s’écrit {"id": …}.',
  'bibliography.noCslYaml': 'Ceci n’est pas du CSL-YAML : il faut une liste d’entrées sous « references: ».',
  'bibliography.manyAliases': 'Ses alias (*nom) se répètent trop souvent les uns les autres.',
  'bibliography.noYamlEntry':
    'Ceci n’est pas une entrée : une entrée est une liste de lignes « nom: valeur ».',
  'bibliography.deepYaml':
    'Ce YAML est illisible : il est imbriqué trop profondément, ou a trop d’alias (*nom).',
  'bibliography.noYaml': 'Ceci n’est pas du YAML : {$error}',
  'json.onlyComma': 'Rien d’autre qu’une virgule ne peut suivre ici.',
  'json.notClosed': ({ what, missing }: { what: 'entry' | 'note' | 'file'; missing: string }) =>
    `${{ entry: 'L’entrée n’est pas fermée', note: 'La note n’est pas fermée', file: 'Le fichier n’est pas fermé' }[what]} : il manque « ${missing} ».`,
  'json.string': 'Cette chaîne n’est pas fermée, ou contient ce que JSON n’admet pas.',
  'json.noCommaOrClose': 'Il manque ici une virgule ou un crochet fermant.',
  'json.noColon': 'Il manque ici un deux-points.',
  'json.extraComma': 'Il y a une virgule de trop avant ceci.',
  'json.noName': 'Il manque ici un nom entre guillemets.',
  'json.noValue': 'Il manque ici une valeur.',

  'checks.unknown': 'Il n’y a pas de contrôle « {$id} ».',
  'checks.nothingToSilence': 'Rien à taire : le bloc suivant n’a pas de {$id}.',
  'checks.noBlock': 'Rien à taire : aucun bloc ne suit ce commentaire.',
  'checks.removeComment': 'Retirer le commentaire',
  'conflicts.unmerged':
    'Git n’a pas pu fusionner {$ours} et {$theirs} ici. Gardez ce qui est juste, et supprimez les lignes qui commencent par <<<<<<<, ======= et >>>>>>>. Rien de ce qui est entre elles n’est contrôlé.',
  'conflicts.upper': 'les lignes du haut',
  'conflicts.lower': 'les lignes du bas',
  'conflicts.upperOf': 'les lignes du haut (« {$name} »)',
  'conflicts.lowerOf': 'les lignes du bas (« {$name} »)',
  'conflicts.linesOf': 'Ici commencent {$side}',
  'conflicts.keepUpper': 'Garder les lignes du haut : « {$words} »',
  'conflicts.keepLower': 'Garder les lignes du bas : « {$words} »',
  'conflicts.keepUpperNone': 'Garder le côté du haut, qui n’a pas de lignes',
  'conflicts.keepLowerNone': 'Garder le côté du bas, qui n’a pas de lignes',
  'conflicts.keepBoth': 'Garder les lignes des deux',
  'frontMatter.unreadable': 'L’en-tête est illisible : {$reason}',
  'frontMatter.indentedOpening': 'L’en-tête est lu comme du texte : sa première ligne, ---, est en retrait.',
  'frontMatter.blankLine':
    'Pandoc lit l’en-tête comme du texte : une ligne vide suit sa première ligne, ---.',
  'frontMatter.indentedClosing':
    'L’en-tête n’est pas fermé : sa dernière ligne est en retrait. Elle doit être --- tout seul.',
  'frontMatter.otherClosing': 'L’en-tête n’est pas fermé : sa dernière ligne doit être --- tout seul.',
  'frontMatter.noClosing':
    'L’en-tête n’est pas fermé. Écrivez --- tout seul sur la ligne qui suit son dernier champ.',
  'frontMatter.removeIndentation': 'Supprimer le retrait',
  'frontMatter.removeBlankLine': 'Supprimer la ligne vide',
  'frontMatter.close': 'Fermer l’en-tête par ---',
  'sources.noId':
    'La source n’a pas d’id : elle se cite @{$key}, d’après son fichier. Écrivez « id: {$key} » dans l’en-tête pour le fixer.',
  'sources.alsoThisFile': '@{$key} est aussi ce fichier',
  'sources.sameKey': (told: { key: string; files: readonly string[]; isCut: boolean; counts: boolean }) =>
    `La clé « ${told.key} » désigne aussi ${enListe(told.files, told.isCut)}. ${told.counts ? 'Les citations mènent ici.' : 'Les citations mènent là-bas, pas ici.'} Donnez un autre id à l’une des deux.`,
  'sources.anotherText': ({ key, paragraphs }: { key: string; paragraphs: number }) =>
    `Ceci n’est pas le texte de son édition, @${key} : on y trouve moins de la moitié des ${countedInFrench(paragraphs, 'paragraphe')} de l’édition. ${reprendre(key)}`,
  'sources.otherWords': ({ paragraph, edition }: { paragraph: number; edition: number }) =>
    `¶ ${String(paragraph)} a d’autres mots que l’édition${paragraph === edition ? '' : ` (¶ ${String(edition)} là-bas)`}.`,
  'sources.noSuchParagraph':
    'L’édition n’a pas ce paragraphe : à partir du ¶ {$paragraph}, les numéros diffèrent de ceux de l’édition{$rest}',
  'sources.missing': ({ paragraphs, rest }: { paragraphs: readonly number[]; rest: string }) =>
    `Il manque à la copie ${suites(paragraphs)
      .map((run) => `¶ ${run}`)
      .join(
        ', ',
      )} de l’édition : à partir du ¶ ${String(paragraphs[0] ?? 1)}, les numéros diffèrent de ceux de l’édition${rest}`,
  'sources.putTogether': (told: { paragraph: number; edition: readonly number[]; rest: string }) =>
    `Les ¶ ${suites(told.edition).join(', ')} de l’édition sont réunis ici, au ¶ ${String(told.paragraph)} : à partir du ¶ ${String((told.edition[0] ?? 0) + 1)}, les numéros diffèrent de ceux de l’édition${told.rest}`,
  'sources.parted': (told: { paragraphs: readonly number[]; edition: number; rest: string }) =>
    `Le ¶ ${String(told.edition)} de l’édition est partagé ici, en ¶ ${suites(told.paragraphs).join(', ')} : à partir du ¶ ${String(told.edition + 1)}, les numéros diffèrent de ceux de l’édition${told.rest}`,
  'sources.moved': ({ moved, key }: { moved: number; key: string }) =>
    `${moved === 0 ? '' : ` : ${countedInFrench(moved, 'paragraphe déplacé')}`}. ${reprendre(key)}`,
  'sources.renumbered': (told: {
    key: string;
    before: string;
    now: string | undefined;
    citations: number;
    files: number;
  }) =>
    `Des versions antérieures de Pilcrow numérotaient @${told.key} autrement (${ancienNumero(told.before, told.now)}) : ${countedInFrench(told.citations, 'numéro')} dans ${countedInFrench(told.files, 'fichier')} ${told.citations > 1 ? 'peuvent' : 'peut'} mener ailleurs que voulu, et aucune édition ne dit quels numéros valent.`,
  'sources.wasNumber': ({ before, now }: { before: string; now: string | undefined }) =>
    `${ancienNumero(before, now)}.`,
  'fixes.moveCitations': ({ citations, files }: { citations: number; files: number }) =>
    `Ramener ${countedInFrench(citations, 'numéro')} dans ${countedInFrench(files, 'fichier')} aux lieux qui les portaient`,
  'fixes.leaveCitations': 'Laisser toutes les citations : elles suivent les numéros actuels',
  'relations.unknownKey': ({
    field,
    key,
    nearest,
  }: {
    field: string;
    key: string;
    nearest: readonly string[];
  }) => `« ${field} » mène à « ${key} » : aucune source, aucun ouvrage n’a cette clé.${vouliezVous(nearest)}`,
  'relations.circle': ({ field, chain }: { field: string; chain: readonly string[] }) =>
    `« ${field} » tourne en rond : ${chain.map((key) => `@${key}`).join(' → ')}. Le texte de base est celui qui n’en nomme pas d’autre.`,
  'relations.both':
    '« translation-of » et « printing-of » s’excluent : l’un nomme un texte dans une autre langue, l’autre un texte de mêmes mots. C’est « translation-of » qui compte.',
  'relations.noKey': '« {$field} » prend la clé d’une source ou d’un ouvrage.',
  'relations.noLanguage':
    'Une traduction doit dire sa langue : écrivez par exemple « language: fr » à côté de « translation-of ».',
  'sources.noteDiffers': 'La note {$note} a d’autres mots que l’édition.',
  'sources.noteAdded': 'L’édition n’a pas de note {$note}.',
  'sources.noteMissing': 'Il manque à la copie la note {$note} de l’édition.',
  'sources.moreHeadings': 'La copie a plus de titres que l’édition.',
  'sources.headingsDiffer': 'Les titres diffèrent de ceux de l’édition, d’abord à « {$heading} ».',
  'sources.abstractDiffers': 'Le résumé a d’autres mots que l’édition.',
  'sources.abstractMissing': 'Il manque à la copie le résumé de l’édition.',
  'bibliography.outside': 'La bibliographie « {$path} » est hors du dossier d’étude et n’est pas lue.',
  'bibliography.notFound': 'La bibliographie « {$path} » est introuvable dans le dossier d’étude.',
  'bibliography.uncited': 'Aucun travail ne cite @{$key}.',
  'bibliography.sameKey': (told: {
    key: string;
    entries: number;
    files: readonly string[];
    isCut: boolean;
    counts: boolean;
  }) =>
    `La clé « ${told.key} » a ${countedInFrench(told.entries, 'entrée')}, d’autres dans ${enListe(told.files, told.isCut)}. ${told.counts ? 'C’est celle-ci qui vaut.' : 'C’est la première qui vaut.'}`,
  'bibliography.alsoHere': '@{$key} est aussi ici',
  'terms.noWords': 'Un terme sans mots est marqué ici.',
  'terms.undefined': ({ name, nearest }: { name: string; nearest: readonly string[] }) =>
    `Le glossaire n’a pas d’entrée « ${name} ».${vouliezVous(nearest.map(entreGuillemets)) || ' Ajoutez-la au glossaire.'}`,
  'terms.duplicate': ({ name, others, isCut }: { name: string; others: readonly string[]; isCut: boolean }) =>
    `« ${name} » est aussi revendiqué par ${enListe(others.map(entreGuillemets), isCut)}. Un nom doit mener à une seule entrée.`,
  'terms.claimedHere': '« {$name} » est aussi revendiqué ici',
  'terms.unused': 'Aucun travail et aucune source n’emploie « {$name} ».',
  'terms.lateField':
    '« {$field}: » vient après des mots de la définition et n’est pas lu. Écrivez les champs au-dessus de la définition, dans un paragraphe à eux.',
  'terms.joinedField':
    'Où finissent les noms de « {$field}: » ? Ceci se lit comme la définition. Laissez une ligne vide entre les champs et la définition.',
  'terms.wrappedField':
    'Cette ligne peut être un nom de « {$field}: » ou la définition, et elle est lue comme définition. Laissez une ligne vide entre les champs et la définition.',
  'terms.entry': 'L’entrée « {$name} » du glossaire',
  'terms.otherPlace': (told: {
    key: string;
    name: string;
    known: readonly string[];
    cited: readonly string[];
  }) =>
    `Le glossaire dit que @${told.key} définit « ${told.name} » à ${enListe(told.known.slice(0, 4), told.known.length > 4)}, et non à ${enListe(told.cited.slice(0, 4), told.cited.length > 4)}. Citez ce paragraphe-là, ou modifiez l’entrée.`,
  'terms.otherWords':
    'Le glossaire définit « {$name} » en d’autres mots. Citez le paragraphe sur lequel repose cette définition, ou modifiez l’entrée.',
  'notes.sameIn':
    'La note {$id} est aussi dans {$file}, et y a été modifiée en dernier : c’est celle-là qui vaut.',
  'notes.thatCounts': 'la note qui vaut',
  'notes.answeredGone': 'La note à laquelle celle-ci répond a disparu.',
  'notes.unknownSource': 'Le dossier d’étude n’a pas de source « {$source} », sur laquelle porte cette note.',
  'notes.ambiguous':
    'Les mots de cette note, « {$words} », se trouvent à plusieurs endroits de {$source} qui conviennent aussi bien : placez-la.',
  'notes.onlyPosition':
    'Cette note donne une position dans {$source}, mais pas de mots pour la vérifier : placez-la.',
  'notes.otherSelector':
    'Cette note dit sa place dans {$source} d’une manière qui ne mène ici à aucun mot ({$ways}) : placez-la.',
  'notes.uncertain':
    'La place des mots de cette note, « {$words} », dans {$source} n’est pas certaine : placez-la.',
  'notes.notFound': 'Les mots de cette note, « {$words} », ne sont pas dans {$source} : placez-la.',
  'notes.moved':
    'Les mots de cette note, « {$words} », ne sont plus à leur place dans {$source} : placez-la.',
  'notes.lost': 'Les mots de cette note, « {$words} », ne sont plus dans {$source} : placez-la.',
  'notes.mayBelong': 'elle est peut-être d’ici',
  'notes.orHere': 'ou d’ici',
  'links.noFile': ({ path, nearest }: { path: string; nearest: string | undefined }) =>
    `Il n’y a pas de fichier ni de dossier « ${path} » dans le dossier d’étude.${vouliezVousDire(nearest)}`,
  'links.otherCase':
    'Il n’y a pas de fichier ni de dossier « {$path} », mais {$spelled} : les majuscules comptent sous Linux et sur le web.',
  'links.thisFile': 'ce fichier',
  'links.otherName':
    'Pandoc appelle ce titre #{$meant}. #{$fragment} est le nom que lui donnent l’aperçu de VS Code ou GitHub.',
  'links.noId': (told: { file: string; fragment: string; nearest: string | undefined }) =>
    `Aucun titre et aucun id de ${told.file} ne s’appelle #${told.fragment}.${vouliezVousDire(told.nearest === undefined ? undefined : `#${told.nearest}`)}`,
  'footnotes.undefined': ({ label, nearest }: { label: string; nearest: string | undefined }) =>
    `Aucune note n’est définie comme [^${label}] : c’est imprimé tel quel.${vouliezVousDire(nearest === undefined ? undefined : `[^${nearest}]`)}`,
  'footnotes.withinNote': 'Pandoc ne lit pas de note dans une note : [^{$label}] est imprimé tel quel.',
  'footnotes.joined':
    'La ligne qui définit [^{$label}] appartient au texte qui précède. Laissez une ligne vide entre les deux.',
  'footnotes.addAtEnd': 'Ajouter [^{$label}] à la fin',
  'footnotes.blankLine': 'Mettre une ligne vide avant la note',
  'footnotes.unused': 'Rien ne renvoie à la note [^{$label}].',
  'footnotes.definedAgain': 'La note [^{$label}] est redéfinie à la ligne {$line}, qui vaut.',

  'citations.unknownKey': (told: {
    key: string;
    nearest: readonly string[];
    known: readonly string[];
    isCut: boolean;
  }) => {
    const hint =
      told.known.length > 0
        ? ` Clés connues : ${enListe(told.known, told.isCut)}.`
        : ' Le dossier d’étude n’a pas encore de source : importez-en une.';
    return `@${told.key} : aucune source, aucun ouvrage n’a cette clé.${vouliezVous(told.nearest) || hint}`;
  },
  'citations.alias': ({ alias, key }: { alias: string; key: string }) =>
    `@${alias} : un autre nom de @${key}, sous lequel Pandoc ne le trouve pas.`,
  'citations.undefinedReference': ({ key, nearest }: { key: string; nearest: readonly string[] }) =>
    `@${key} : ce travail ne définit pas cette étiquette.${vouliezVous(nearest)}`,
  'citations.noLocator': (told: { key: string; first: string; last: string; notes: number }) => {
    const paragraphs =
      told.first === '' ? 'Elle n’a pas de paragraphes' : `Elle a ${plage(told.first, told.last)}`;
    return `@${told.key} : quel passage ? ${paragraphs}${told.notes > 0 ? ` et ${countedInFrench(told.notes, 'note')}` : ''}.`;
  },
  'citations.otherPrinting':
    '{$before} dans l’édition de @{$key}, {$now} dans son texte actuel. Déplacez la citation si elle suit l’édition ; si elle suit le texte, figez de nouveau l’édition.',
  'fixes.moveToOwnKey': ({ key, citations }: { key: string; citations: number }) =>
    `Donner au texte actuel la clé ${key}, et y ramener ${countedInFrench(citations, 'citation')} de ce fichier`,
  'citations.locatorLanguage':
    '« {$written} » est « {$here} » dans ce travail ; là où la langue est {$language}, qui est aussi une langue du texte cité, c’est « {$there} ».',
  'fixes.clearTerms': ({ citations }: { citations: number }) =>
    `Écrire des termes clairs dans ${countedInFrench(citations, 'citation')} de ce fichier`,
  'citations.reversed': '{$first}–{$last} : la plage finit avant de commencer.',
  'citations.completeRange': 'Écrire la fin en entier : {$first}-{$last}',
  'citations.turnRound': 'Retourner : {$last}-{$first}',
  'citations.citeBoth': 'Citer les deux : {$first}, {$last}',
  'citations.unparsed': '« {$text} » : imprimé tel quel, ne mène nulle part. {$instead}',
  'citations.halfParsed': '« {$text} » : Pandoc ne lit que « {$read} ». {$instead}',
  'citations.swallowed':
    '« {$text} » : Pandoc prend le mot pour un chiffre romain et imprime « {$read} » comme lieu, ce qui ne mène nulle part. {$instead}',
  'citations.afterSemicolon':
    '« {$text} » vient après un point-virgule et n’appartient à aucune clé : Pandoc ne lit aucune citation dans ces crochets et les imprime tels quels. {$instead}',
  'citations.touching':
    '« {$text} » : des crochets qui se touchent. Pandoc ne lit aucune citation dans les premiers et les imprime tels quels, avec le nom de l’auteur. {$instead}',
  'citations.write': 'Écrivez « {$text} ».',
  'citations.writeComma': 'Écrivez une virgule avant.',
  'citations.uniteBrackets': 'Mettez les deux entre les mêmes crochets, avec un point-virgule.',
  'citations.writePlain': 'Écrivez-le sans italique ni autres marques.',
  'citations.waysToCite':
    'Citez un paragraphe par {$paragraph}, une section par {$section}, une note par {$note}.',
  'citations.onlyFirst':
    '« {$text} » : seul le premier lieu est compris. Citez un seul lieu, ou citez deux fois.',
  'citations.contradiction':
    '« {$text} » : {$place} n’est pas dans {$first}. Écrivez celui qui est voulu, ou citez deux fois.',
  'citations.onlyFirstOf': '« {$text} » : seul le premier lieu est compris. Écrivez « {$place} ».',
  'citations.escaped':
    'Avec ses barres obliques inverses, « {$text} » n’est pas la citation qu’elle semble être. Certains formateurs en écrivent ; retirez-les.',
  'citations.unsigned':
    '« {$text} » n’est pas une citation, et s’imprime tel quel : un @ doit précéder immédiatement la clé. Écrivez « {$right} ».',
  'citations.inCode':
    '« {$text} » est dans du code, car son bloc est en retrait de quatre espaces ou plus, et n’est pas une citation. Alignez le bloc sur ce à quoi il appartient.',
  'citations.olderAuthor':
    '« {$text} » : Pandoc 2.17 imprime un trait d’union et l’auteur ; entre crochets, 2.17 et 3.10 omettent tous deux l’auteur.',
  'citations.olderMark':
    '« {$text} » : Pandoc 2.17 laisse tomber le « ! » et le lieu, et cite par le nom de l’auteur.',
  'citations.olderBehind':
    '« {$text} » : suivi directement de « {$next} », Pandoc 2.17 imprime les crochets tels quels, avec le nom de l’auteur.',
  'citations.olderTerm':
    '« {$term} » : Pandoc 2.17 ne comprend pas ce terme, ou le prend pour un autre, et peut imprimer les mots tels quels.',
  'citations.writeForBoth': 'Écrire ce que Pandoc 2.17 et 3.10 lisent de même',
  'citations.removeBackslashes': 'Retirer les barres obliques inverses',
  'citations.noParagraphs': '¶ {$value} : @{$key} n’a pas de paragraphes.',
  'citations.noSuchParagraph': (told: { value: string; key: string; first: string; last: string }) =>
    `¶ ${told.value} : @${told.key} a ${plage(told.first, told.last)}.`,
  'citations.noSuchPrinted':
    '¶ {$value} : aucun paragraphe de @{$key} ne porte ce numéro imprimé ; l’auteur les a numérotés de {$first} à {$last}.',
  'citations.printedTwice':
    '¶ {$value} : plus d’un paragraphe de @{$key} porte ce numéro imprimé : {$openings}. Citez une section, ou retirez « numbering: printed » de la source.',
  'citations.noSuchSection': (told: {
    value: string;
    key: string;
    sections: readonly string[];
    isCut: boolean;
  }) => {
    const some = `${told.sections.length === 1 ? 'la section' : 'les sections'} ${enListe(told.sections, told.isCut)}`;
    return `sec. ${told.value} : @${told.key} ${told.sections.length === 0 ? 'n’a pas de sections' : `a ${some}`}.`;
  },
  'citations.noSuchNote': (told: {
    value: string;
    key: string;
    first: number;
    last: number;
    count: number;
  }) => {
    const numbers =
      told.count === 1
        ? `a une seule note, n. ${String(told.first)}`
        : `a n. ${String(told.first)}–${String(told.last)}`;
    return `n. ${told.value} : @${told.key} ${told.count === 0 ? 'n’a pas de notes' : numbers}.`;
  },
  'citations.otherLocator':
    '{$term} {$value} : @{$key} se cite par {$paragraph}, {$section} ou {$note}, et on n’y trouve rien d’autre.',
  'citations.noSuchPage': 'p. {$value} : @{$key} marque p. {$first}–{$last}.',
  'citations.noPages':
    'p. {$value} : @{$key} n’a pas de numéros de page. Citez le paragraphe, par {$paragraph} et son numéro.',
  'citations.bareNumber':
    '{$value} : un numéro seul désigne une page, et @{$key} n’a pas de numéros de page. Citez le paragraphe{$instead}.',
  'citations.asParagraph': ' par {$paragraph}',
  'citations.asSign': ', par {$sign} et son numéro',
  'fixes.changeTo': 'Remplacer par {$text}',
  'fixes.changeToWords': ({ words, preview = '' }: { words: string; preview?: string }) =>
    `Remplacer par « ${words} »${preview === '' ? '' : ` : ${preview}`}`,
  'fixes.changeToPlace': ({
    place,
    preview,
    which = '',
  }: {
    place: string;
    preview: string;
    which?: string;
  }) => `Remplacer par ${which === '' ? '' : `${which}, `}${place}${preview === '' ? '' : ` : ${preview}`}`,
  'fixes.citeParagraph': ({ place, preview }: { place: string; preview: string }) =>
    `Citer le paragraphe : ${place}${preview === '' ? '' : ` : ${preview}`}`,
  'fixes.existingOfRange': 'ce qui en existe',
  'fixes.lastParagraph': 'le dernier paragraphe',
  'fixes.firstParagraph': 'le premier paragraphe',
  'fixes.onlyNote': 'la seule note',
  'fixes.lastNote': 'la dernière note',

  'cli.failed': 'pilcrow : {$message}',
  'cli.saysOther':
    '« {$file} » existe déjà et dit autre chose. Choisissez un autre nom, ou remplacez-le avec --force.',
  'cli.unknownLanguage': 'Pilcrow ne parle pas « {$tag} ». --lang prend l’un de {$tags}.',
  'cli.problemAt': '{$file}:{$line}:{$column}: {$message}',
  'cli.crashed': 'pilcrow : il s’est produit ce qui ne devrait pas se produire : {$error}',
  'cli.reading': 'Lecture de {$name} …',
  'cli.checking': 'Contrôle de {$name} …',
  'cli.noPath': 'Il n’y a pas de fichier ni de dossier « {$path} ».',
  'cli.noFile': 'Il n’y a pas de fichier « {$file} ».',
  'cli.noStudy': 'Il n’y a pas de dossier d’étude ici. « pilcrow init » en crée un.',
  'cli.homeFolder':
    'Le dossier personnel n’est pas un dossier d’étude. Créez-en un dedans, avec « pilcrow init ».',
  'cli.notAnswered': 'Rien n’a été écrit : les questions sont restées sans réponse.',
  'cli.needsPassword': '{$problem} « --password-stdin » le lit sur l’entrée standard.',
  'cli.twiceStandardInput': 'L’entrée standard peut porter le fichier ou le mot de passe, pas les deux.',
  'cli.noSource': ({ name, nearest }: { name: string; nearest: readonly string[] }) =>
    `« ${name} » n’est pas une source : donnez son fichier, ou sa clé.${vouliezVous(nearest.map(entreGuillemets))}`,
  'site.inUse':
    'Les pages ne peuvent pas être écrites dans « {$folder} » : il contient le dossier d’étude, ou celui où vous êtes. Donnez un dossier à part.',
  'site.noAssets': 'Il manque « {$file} » au paquet de Pilcrow. Installez-le de nouveau.',
  'site.noSite':
    '« {$folder} » existe déjà et ne contient pas de pages web de Pilcrow. Donnez un autre dossier, ou --force : ce qui s’y trouve reste, sauf les fichiers qui ont le nom d’une page.',
  'site.changed':
    '{$file} n’a pas été écrit par Pilcrow, ou a été modifié depuis. Déplacez-le, ou donnez --force pour le remplacer.',
  'cli.staysAsItIs': '{$file} existe déjà et reste tel quel.',
  'check.watchFormat':
    '--watch affiche les résultats encore et encore, ce que {$format} ne sait pas faire. Prenez pretty, json ou github.',
  'check.noInput':
    '--stdin-filename nomme le texte de l’entrée standard. Écrivez « - » pour celui-ci, à la place d’un chemin.',
  'check.onlyInput': 'L’entrée standard (-) est contrôlée seule : sans autre chemin, sans --watch ni --fix.',
  'check.onlyFolders':
    '--shard et --report valent pour les dossiers tels quels : sans -, ni --watch, ni --fix.',
  'check.badShard':
    '--shard prend une partie et leur nombre, comme 2/5 pour la deuxième de cinq, et non « {$shard} ».',
  'check.emptyShard': 'La partie {$part} sur {$of} n’a rien à contrôler.',
  'check.notKept': 'pilcrow : {$problem} Les résultats ne sont pas gardés pour la prochaine fois.',
  'check.nothing': 'Il n’y a rien à contrôler ici : les travaux s’appellent *.analysis.md.',
  'check.noStudy':
    'Il n’y a pas de dossier d’étude ici : ni travaux (*.analysis.md) ni sources. « pilcrow init » en crée un.',
  'report.damaged':
    '« {$file} » n’est pas le rapport entier d’un contrôle : « pilcrow check --shard 1/2 --report FILE » en écrit un.',
  'report.version':
    '« {$file} » a été écrit par une autre version de Pilcrow. Il faut la même à toutes les parties.',
  'report.otherCount': '« {$file} » vient d’un contrôle en {$of partie}, et non en {$expected}.',
  'report.twice': '« {$file} » est la partie {$part} sur {$of}, comme un autre fichier.',
  'report.lacking': 'Sur {$of} parties, il manque : {$parts}. Ce qui suit vient des autres.',
  'check.notWatched': 'Les changements ne peuvent pas être suivis : {$error}',
  'check.watching': 'Les changements sont suivis. Ctrl+C pour finir.',
  'check.lostThread': 'Un fil du contrôle s’est arrêté trop tôt ; ses travaux ont été contrôlés sans lui.',
  'check.noFindings': 'rien à signaler',
  'levels.error': 'erreur',
  'levels.warning': 'avertissement',
  'levels.information': 'information',
  'levels.hint': 'suggestion',
  'check.fixed': ({ fixes, files }: { fixes: number; files: number }) =>
    `${countedInFrench(fixes, 'constat corrigé')} dans ${countedInFrench(files, 'fichier')}.`,
  'check.summary': '{$counts}.',
  'explain.unknown': '{$problem} « pilcrow checks » les énumère.',
  'explain.check':
    '{$name} ({$level})\n\n{$summary}\n\n{$explanation}\n\n  faux :  {$wrong}\n  juste : {$right}\n\nLe taire une fois :   <!-- pilcrow-ignore {$id}: raison -->\nChanger son niveau :  "checks": { "{$id}": "off" } dans pilcrow.json\n',
  'explain.examples': '{$explanation}\nFaux : {$wrong}\nJuste : {$right}',
  'migrate.none': 'Rien ne cite @{$key}.',
  'migrate.same': 'Nommez deux tirages : celui qui est cité et celui qui doit l’être.',
  'migrate.noPassages':
    'De @{$key}, ni le texte ni une édition ne sont ici : personne n’en connaît les paragraphes.',
  'migrate.state': ({ state }: { state: string }) => etatsEnFrancais[state] ?? state,
  'migrate.candidates': ({ paragraphs }: { paragraphs: readonly number[] }) =>
    `¶ ${suites(paragraphs).join(', ')} ?`,
  'migrate.wholeText': 'le texte',
  'migrate.byQuotation': 'd’après sa citation',
  'migrate.summary': ({ moved, stays, written }: { moved: number; stays: number; written: boolean }) => {
    const rest =
      stays === 0
        ? ''
        : ` ; ${countedInFrench(stays, 'douteuse ou disparue', 'douteuses ou disparues')}, laissée${stays > 1 ? 's' : ''} telle${stays > 1 ? 's' : ''} quelle${stays > 1 ? 's' : ''}`;
    const verb = written ? (moved > 1 ? 'déplacées' : 'déplacée') : 'à déplacer';
    return `${countedInFrench(moved, 'citation')} ${verb}${rest}.${written || moved === 0 ? '' : ' --write déplace ce qui est certain.'}`;
  },
  'migrate.changed': '{$file} a changé entre-temps : rien n’y a été écrit.',

  'coverage.noText':
    'Il n’y a pas ici de texte que l’on puisse citer. « pilcrow import FICHIER » en apporte un.',
  'coverage.noPaper': ({ name, nearest }: { name: string; nearest: readonly string[] }) =>
    `« ${name} » n’est pas un travail de ce dossier d’étude.${vouliezVous(nearest.map(entreGuillemets))}`,
  'coverage.nobody': 'Personne ici ne s’appelle « {$name} ».',
  'coverage.nobodyOf': 'Personne ici ne s’appelle « {$name} ». Les travaux et les notes sont de {$names}.',
  'coverage.date': '{$option} prend un jour, un mois ou une année : 2026-11-23, 2026-11 ou 2026.',
  'coverage.allDiscussed': 'Chaque paragraphe a été discuté.\n',
  'coverage.bySection': '{$text} (cité avec toute sa section)',
  'coverage.legend':
    '{$none} non discuté   {$section} seulement avec toute sa section   {$heights} cité une fois, deux fois, 3–4 fois, plus souvent\nDessous : q cité mot à mot   n annoté   b les deux',
  'edition.frozen': 'Figée : @{$key}, {$paragraphs paragraphe}, {$notes note}.',
  'edition.frozenAs':
    'Figée dans {$file} : « pilcrow check » signale un paragraphe qui change ou se déplace.',
  'edition.none': '@{$key} n’a pas d’édition. « pilcrow edition freeze {$key} » en crée une.',
  'edition.same': '@{$key} : {$paragraphs paragraphe}, comme dans l’édition.\n',
  'edition.noneHere':
    'Aucune source ici n’a un texte et une édition à elle. « pilcrow import FICHIER » en crée une.',
  'edition.noText':
    'Le texte de @{$key} n’est pas ici, seulement son édition. « pilcrow import FICHIER » l’apporte.',
  'bibliography.noPaper': 'Il n’y a pas ici de travail dont on puisse écrire les ouvrages.',
  'bibliography.oneFolder': 'Les travaux appartiennent à plusieurs dossiers d’étude. Nommez ceux d’un seul.',
  'bibliography.keyDoesNotFit':
    'BibLaTeX ne peut pas contenir une clé comme « {$key} » : elle est laissée de côté ; avec `--to csl-json`, elle est écrite.',
  'bibliography.unknownKey':
    '{$file}:{$line}:{$column}: rien ici n’a la clé « {$key} », qui est laissée de côté.',
  'glossary.empty': 'Le glossaire n’a pas de termes.',
  'guide.noSource': '« {$key} » n’est la clé d’aucune source ici.',
  'guide.empty':
    'Personne ne demande encore rien. Écrivez des questions en liste sous un titre « Questions » dans un travail, ou comme notes de type question.',
  'guide.stays': '« {$file} » existe déjà et reste tel quel. Choisissez un autre nom.',
  'guide.date': '--date prend un jour, comme 2026-11-23.',
  'ask.title': 'Titre',
  'ask.author': 'Auteur',
  'ask.key': 'Clé sous laquelle les travaux le citent',
  'ask.password': 'Mot de passe',
  'ask.standardInput': 'entrée standard',
  'ask.exists': '{$file} existe déjà. --force remplace son texte et garde son en-tête.',
  'ask.places':
    '{$count endroit} à trancher. Entrée prend ce qui vient en premier, « a » le fait pour tous ceux qui suivent.',
  'ask.place': '\n{$number}/{$of}  {$place} : « {$excerpt} »\n{$question} ({$reason})',
  'ask.line': 'ligne {$line}',
  'ask.page': 'page {$page}',
  'ask.pages': 'pages {$first}–{$last}',
  'ask.lines': 'lignes {$first}–{$last}',
  'ask.paragraphs': 'paragraphes {$first}–{$last}',
  'ask.paragraph': 'paragraphe {$line}',
  'ask.comments':
    'Le fichier a {$count commentaire} : --comments les reprend comme notes sur leurs passages.',
  'ask.again': 'Répondez par un numéro de 1 à {$last}.',
  'choice.abstract': 'résumé',
  'choice.attribution': 'qui est cité',
  'choice.heading': 'titre',
  'choice.hyphened': 'avec trait d’union',
  'choice.joined': 'en un mot',
  'choice.leaveOut': 'laisser de côté',
  'choice.list': 'liste',
  'choice.note': 'note',
  'choice.paragraph': 'paragraphe',
  'choice.quotation': 'citation',
  'ask.placesTaken': '{$count endroit} à regarder, avec ce qui a été pris :',
  'ask.placeTaken': '  {$place} : « {$excerpt} »\n    {$question} {$chosen} ({$reason})',
  'ask.recognised': 'Reconnu comme @{$key} : {$matched} sur {$of paragraphe} mot pour mot.',
  'ask.differs': '  {$place} : ¶ {$number} diffère de l’édition.',
  'ask.missing': '  ¶ {$number} de l’édition manque.',
  'ask.leftOut': '  {$place} laissé de côté : {$why}',
  'init.folderName': 'Dossier d’étude',
  'init.next': 'Ensuite : « pilcrow import FICHIER » fait une source d’un texte que vous avez.',
  'init.print':
    'Qui a Pandoc fait d’un travail un fichier Word : pilcrow bibliography --force -o works.json && pandoc --citeproc --bibliography works.json papers/NOM.analysis.md -o NOM.docx',
  'init.addFormatters':
    'Ajouter ce qui tient les formateurs à l’écart des sources et laisse git fusionner les notes ({$names}) ? [o/N] ',
  'init.formatters':
    '« pilcrow init --formatters » ajoute ce qui tient les formateurs à l’écart des sources : {$names}.',
  'list.onlyTerms': '--term, --sort et --frequency sont pour « pilcrow list terms ».',
  'list.unreadable': 'illisible',
  'list.editionOnly': '{$paragraphs}, édition seule',
  'list.resolved': ' (résolue)',
  'list.noTerm': ({ name, nearest }: { name: string; nearest: readonly string[] }) =>
    `Le glossaire n’a pas d’entrée « ${name} ».${vouliezVous(nearest.map(entreGuillemets))}`,
  'list.inSources': '{$uses} dans les sources',
  'list.inPapers': '{$uses} dans les travaux',
  'notes.unknownKey': ({ key, nearest }: { key: string; nearest: readonly string[] }) =>
    `« ${key} » n’est pas une source.${vouliezVous(nearest.map(entreGuillemets))}`,
  'notes.takenIn': ({ added, known }: { added: number; known: number }) =>
    `${countedInFrench(added, 'note reprise')}${known === 0 ? '' : ` ; ${String(known)} ${known > 1 ? 'étaient déjà là et restent telles quelles' : 'était déjà là et reste telle quelle'}`}.`,
  'notes.unplaced':
    '{$count note} dont la place des mots n’est pas certaine. « pilcrow check » les énumère avec les places probables.',
  'notes.clearPlaces': ({ clear, others, written }: { clear: number; others: number; written: boolean }) =>
    [
      written
        ? `${countedInFrench(clear, 'note placée')}.`
        : `${countedInFrench(clear, 'note')} d’une seule place nette${clear === 0 ? '' : ` : --write ${clear > 1 ? 'les' : 'l’'}${clear > 1 ? ' y' : 'y'} met`}.`,
      ...(others > 0
        ? [
            `${countedInFrench(others, 'autre note')} sans place : « pilcrow check » ${others > 1 ? 'les énumère' : 'l’indique'}.`,
          ]
        : []),
    ].join(' '),
  'notes.quoted': '« {$words} »',
  'notes.leftPrivate': 'Laissé de côté : {$count note} pour leurs seuls auteurs ; --private les reprend.',
  'notes.leftOthers':
    'Laissé de côté : {$count note} sur des ouvrages qu’aucune source ici n’a. --source CLÉ dit sur quoi elles portent.',
  'notes.leftEmpty': 'Laissé de côté : {$count entrée} sans mots ni commentaire, comme des signets.',
  'notes.merged': '{$conflicts} modifiées des deux côtés : les autres versions sont gardées à côté.',

  'coverage.notes': 'Notes du texte',
  'coverage.beforeSections': 'Avant la première section',
  'coverage.text': 'Le texte',
  'coverage.counts': (told: {
    citations: number;
    bySection: number;
    larger: number;
    quotations: number;
    notes: number;
    papers: number;
  }) => {
    const inPapers = told.papers === 0 ? '' : ` dans ${countedInFrench(told.papers, 'travail', 'travaux')}`;
    const parts: string[] = [];
    if (told.citations > 0 && told.citations === told.bySection)
      parts.push(`cité seulement ${autour(told.bySection, told.larger)}, ${fois(told.citations)}${inPapers}`);
    else if (told.citations > 0) {
      const wide =
        told.bySection === 0 ? '' : `, dont ${String(told.bySection)} ${autour(told.bySection, told.larger)}`;
      parts.push(`cité ${fois(told.citations)}${inPapers}${wide}`);
    }
    if (told.quotations > 0)
      parts.push(`cité mot à mot ${fois(told.quotations)}${told.citations === 0 ? inPapers : ''}`);
    if (told.notes > 0) parts.push(countedInFrench(told.notes, 'note'));
    return parts.length > 0 ? parts.join(' ; ') : 'pas encore discuté';
  },
  'coverage.totals': (told: {
    passages: number;
    discussed: number;
    cited: number;
    quoted: number;
    noted: number;
  }) => {
    const of = `${String(told.discussed)} sur ${countedInFrench(told.passages, 'paragraphe')} ${told.discussed > 1 ? 'discutés' : 'discuté'}`;
    return told.discussed === 0
      ? of
      : `${of} : ${countedInFrench(told.cited, 'cité')}, ${String(told.quoted)} mot à mot, ${String(told.noted)} avec des notes`;
  },
  'coverage.heading': (told: { citations: number; quotations: number; notes: number }) =>
    [
      ...(told.citations > 0 ? [`citée ${fois(told.citations)} en entier`] : []),
      ...(told.quotations > 0 ? [`titre cité mot à mot ${fois(told.quotations)}`] : []),
      ...(told.notes > 0 ? [`${countedInFrench(told.notes, 'note')} sur son titre`] : []),
    ].join(' ; '),
  'coverage.nothingOwn': 'rien à elle',
  'coverage.group': '{$discussed} sur {$all} discutés',
  'coverage.noParagraphs': 'Ce texte n’a pas de paragraphes que l’on puisse citer.',
  'coverage.nothingPasses':
    'Rien de ce qui passe ce filtre ne parle de ce texte. Demandez plus de travaux, d’auteurs ou de jours.',
  'coverage.uncited': 'Personne n’a encore cité ce texte. Un travail le fait ainsi : [@{$key}, ¶ 1].',

  'files.refused': (told: {
    name: string;
    action: 'read' | 'written';
    reason: string;
    advice?: string | undefined;
  }) =>
    `${told.name} ne peut pas être ${told.action === 'read' ? 'lu' : 'écrit'} : ${told.reason}.${told.advice === undefined ? '' : ` ${told.advice}`}`,
  'files.noReason': 'le système n’a pas donné de raison',
  'files.code': '{$code}',
  'files.notReadable': 'vous n’avez pas le droit de le lire',
  'files.askOwner': 'Demandez à son propriétaire.',
  'files.notWritable': 'vous n’avez pas le droit d’y écrire',
  'files.askOwnerOfFolder': 'Demandez au propriétaire du dossier, ou travaillez sur une copie.',
  'files.readOnly': 'le disque ou le dossier est en lecture seule',
  'files.copyFolder': 'Copiez le dossier d’étude là où vous pouvez écrire, et travaillez-y.',
  'files.diskFull': 'le disque est plein',
  'files.quotaUsed': 'votre part du disque est épuisée',
  'files.makeRoom': 'Faites de la place, puis réessayez : rien n’a été modifié.',
  'files.notThere': 'il n’existe pas',
  'files.folderNotThere': 'son dossier n’existe pas',
  'files.lookForIt': 'Regardez s’il a été déplacé, renommé ou retiré.',
  'files.fileInTheWay': 'une partie de son chemin est un fichier et non un dossier',
  'files.moveThatFile': 'Renommez ou déplacez ce fichier.',
  'files.isFolder': 'c’est un dossier',
  'files.folderHasName': 'un dossier porte son nom',
  'files.giveFile': 'Donnez un fichier, ou renommez le dossier.',
  'files.longName': 'son nom est trop long',
  'files.shorterName': 'Choisissez-en un plus court.',
  'files.nameNotUnicode': 'son nom n’est pas en UTF-8',
  'files.renameIt': 'Donnez-lui un autre nom.',
  'files.inUse': 'un autre programme l’utilise',
  'files.closeIt': 'Fermez-le là-bas, puis réessayez.',
  'files.manyOpen': 'trop de fichiers sont ouverts',
  'files.closePrograms': 'Fermez d’autres programmes, puis réessayez.',
  'files.linkLeadsOut': 'un lien mène hors du dossier d’étude',
  'files.replaceLink': 'Mettez un vrai fichier ou dossier à la place du lien.',
  'files.circle': 'ses liens tournent en rond',
  'files.removeLink': 'Retirez l’un des liens.',
  'files.diskFault': 'le disque a signalé une panne',
  'files.lookAfterDisk': 'Faites vérifier le disque, puis réessayez.',
  'files.noAnswer': 'le système de fichiers n’a pas répondu',
  'files.tryLater': 'Réessayez quand il répondra.',
  'files.halfWritten': 'le système de fichiers a échoué à mi-chemin',
  'files.copyBeside':
    'Ce qu’il contenait se trouve à côté, dans un fichier dont le nom commence par « .pilcrow-before- ».',
  'files.noFile': '{$name} n’est pas un fichier.',
  'files.large': '{$name} est trop grand pour être lu : {$megabytes} Mo.',
  'files.noText': '{$name} n’est pas du texte en UTF-8. Enregistrez-le en UTF-8, ou importez-le.',
  'files.gone': '{$name} a disparu.',
  'files.outside': '{$name} est hors du dossier d’étude et n’est pas écrit.',
  'files.locked': '{$name} est en train d’être écrit par quelqu’un d’autre.',
  'files.restless': '{$name} change sans cesse, de sorte que rien ne peut être écrit.',

  'frontMatter.deep': 'Il est imbriqué trop profondément, ou a trop d’alias (*nom).',
  'frontMatter.noMapping': 'Il faut une liste de lignes « nom: valeur ».',
  'frontMatter.yamlError': '{$error}',
  'edition.noJson': 'Ce n’est pas du JSON : {$error}',
  'edition.noEdition': ({ place, error }: { place: string; error: string }) =>
    `Ce n’est pas une édition : ${place} ${error}`.trim(),

  'help.pilcrow': 'Contrôle des travaux qui citent un texte paragraphe par paragraphe.',
  'help.version': 'afficher la version',
  'help.help': 'afficher cette aide',
  'help.command': 'expliquer une commande',
  'help.afterError': '« pilcrow --help » énumère les commandes, « pilcrow COMMANDE --help » en explique une.',
  'help.exitCodes':
    '\nCodes de sortie : 0 rien à partir du niveau d’échec, 1 des constats, 2 la demande n’a pas pu être exécutée.\nLes résultats vont à la sortie standard, tout le reste à la sortie d’erreur.',
  'help.paths': 'fichiers et dossiers ; sans eux, le dossier d’étude du dossier courant',
  'help.folder': 'un dossier d’étude (par défaut : celui du dossier courant)',
  'help.noColor': 'sans couleurs',
  'help.lang': 'langue de ce qui est dit : {$tags} (par défaut : celle de l’environnement)',
  'help.usage': 'Usage :',
  'help.arguments': 'Arguments :',
  'help.options': 'Options :',
  'help.globalOptions': 'Options générales :',
  'help.commands': 'Commandes :',
  'help.commandName': '[commande]',
  'help.examples': 'Exemples :',
  'help.choices': 'choix : {$choices}',
  'help.default': 'par défaut : {$value}',
  'usage.unknownOption': 'erreur : option inconnue « {$option} »',
  'usage.unknownCommand': 'erreur : commande inconnue « {$command} »',
  'usage.missingArgument': 'erreur : il manque l’argument « {$argument} »',
  'usage.missingValue': 'erreur : l’option « {$option} » demande une valeur',
  'usage.badValue':
    'erreur : l’option « {$option} » ne prend pas « {$value} ». Choix possibles : {$choices}.',
  'usage.badArgument':
    'erreur : l’argument « {$argument} » ne prend pas « {$value} ». Choix possibles : {$choices}.',
  'usage.tooMany': ({ command, expected, given }: { command: string; expected: number; given: number }) =>
    `erreur : trop d’arguments pour « ${command} » : ${countedInFrench(expected, 'attendu')}, ${countedInFrench(given, 'donné')}.`,
  'usage.didYouMean': '(Vouliez-vous dire {$names} ?)',
  'checkHelp.summary': 'dire ce qui ne va pas dans les travaux, sources et glossaires',
  'checkHelp.description':
    'Dit ce qui ne va pas dans les travaux, les sources et les glossaires. Un fichier nommé est contrôlé comme un travail, quel que soit son nom.',
  'checkHelp.paths':
    'fichiers et dossiers ; - pour l’entrée standard ; sans eux, le dossier d’étude du dossier courant',
  'checkHelp.stdinFilename':
    'le fichier que - représente : il dit le dossier d’étude, et n’a pas besoin d’exister',
  'checkHelp.shard':
    'ne contrôler qu’une partie des dossiers d’étude, comme 2/5 pour la deuxième de cinq ; chacun est dans une seule partie',
  'checkHelp.report': 'écrire aussi les constats dans un fichier, pour « pilcrow report merge »',
  'checkHelp.format': 'forme des constats',
  'checkHelp.failOn':
    'finir par 1 à partir de ce niveau (par défaut : « failOn » de pilcrow.json, sinon warning)',
  'checkHelp.fix': 'appliquer les corrections dont le sens est certain ; les sources restent telles quelles',
  'checkHelp.watch': 'contrôler de nouveau à chaque changement d’un fichier',
  'checkHelp.quiet': 'sans résumé, seulement les constats',
  'checkHelp.noCache': 'ne rien reprendre de la dernière fois, et ne rien garder pour la prochaine',
  'checkHelp.cacheDir':
    'où les résultats sont gardés (par défaut : PILCROW_CACHE, sinon le dossier de cache du système)',
  'checkHelp.after':
    '\n« pilcrow checks » énumère tous les contrôles, « pilcrow checks ID » en explique un.\n{$exitCodes}',
  'reportHelp.summary': 'réunir les parties d’un contrôle fait sur plusieurs machines',
  'reportHelp.merge':
    'Affiche les constats de plusieurs contrôles avec --shard et --report comme un seul contrôle du tout les affiche, et finit comme lui. L’ordre des fichiers est sans importance ; une partie qui manque est dite, et finit par 2.',
  'reportHelp.files': 'fichiers écrits par « pilcrow check --report FILE », un par partie',
  'reportHelp.failOn': 'finir par 1 à partir de ce niveau (par défaut : ce qui a été dit à chaque contrôle)',

  'listHelp.summary': 'énumérer citations, passages cités mot à mot, termes, sources ou notes',
  'listHelp.description':
    'Énumère ce que contiennent les travaux et où cela mène. La forme JSON est un contrat : voir les schémas livrés avec Pilcrow.',
  'listHelp.what': 'ce qu’il faut énumérer',
  'listHelp.format': 'forme de la liste',
  'listHelp.term': 'terms : celui-ci seulement, par son nom ou un alias',
  'listHelp.sort': 'terms : par lieu, ou par les mots qui suivent',
  'listHelp.frequency': 'terms : combien de fois, par section de la source et par travail',
  'glossaryHelp.summary': 'faire du glossaire un document à distribuer',
  'glossaryHelp.description':
    'Écrit le glossaire comme document à distribuer en Markdown de Pandoc, par nom, avec les passages qui définissent chaque terme. Les entrées intégrées que personne n’emploie sont laissées de côté.',
  'glossaryHelp.out': 'où l’écrire (par défaut : sortie standard)',
  'migrateHelp.summary': 'faire passer les citations à un autre tirage d’un texte',
  'migrateHelp.description':
    'Montre ce que devient chaque citation d’un tirage dans un autre : gardée, déplacée, partagée, réunie, disparue ou douteuse. Avec --write, la clé et le numéro changent ensemble partout où c’est certain ; une citation dont une partie est douteuse reste telle quelle.',
  'migrateHelp.old': 'fichier ou clé du tirage qui est cité',
  'migrateHelp.now': 'fichier ou clé du tirage à citer',
  'migrateHelp.write': 'modifier travaux, glossaires et notes ; sans cela rien n’est écrit',
  'migrateHelp.format': 'forme du tableau',
  'coverageHelp.summary': 'montrer ce qui a été cité, cité mot à mot et annoté d’un texte',
  'coverageHelp.description':
    'Montre combien de fois chaque paragraphe d’un texte est cité, cité mot à mot et annoté, et ce qui a été négligé. La forme JSON est un contrat : voir les schémas livrés avec Pilcrow.',
  'coverageHelp.source':
    'fichier ou clé d’une source (par défaut : tous les textes du dossier d’étude courant)',
  'coverageHelp.format': 'forme des chiffres',
  'coverageHelp.uncited': 'n’énumérer que ce que personne n’a discuté',
  'coverageHelp.paper': 'ne compter que ce travail ; peut être donné plusieurs fois',
  'coverageHelp.author': 'ne compter que ce que cette personne a écrit ; peut être donné plusieurs fois',
  'coverageHelp.since': 'ne compter que ce qui a été écrit ce jour-là ou après : 2026-11-23, 2026-11 ou 2026',
  'coverageHelp.until': 'ne compter que ce qui a été écrit ce jour-là ou avant',
  'guideHelp.summary': 'rassembler les questions ouvertes pour une réunion',
  'guideHelp.description':
    'Écrit les questions ouvertes des travaux et des notes, chacune après les passages dont elle parle, dans l’ordre du texte. Le document est lui-même un travail, en Markdown de Pandoc.',
  'guideHelp.out': 'où l’écrire (par défaut : sortie standard) ; un fichier qui existe reste tel quel',
  'guideHelp.source': 'seulement les questions sur cette source',
  'guideHelp.date': 'jour de la réunion (par défaut : aujourd’hui)',
  'bibliographyHelp.summary': 'écrire les ouvrages cités pour Pandoc, Quarto, Zettlr ou Zotero',
  'bibliographyHelp.description':
    'Écrit chaque ouvrage et chaque source que citent les travaux, où que le dossier d’étude les garde : sources, éditions, bibliographies, en-têtes. Avec cela, d’autres programmes mettent un travail en forme.',
  'bibliographyHelp.to': 'forme de la bibliographie',
  'bibliographyHelp.out': 'où l’écrire (par défaut : sortie standard)',
  'bibliographyHelp.force': 'remplacer un fichier qui existe et dit autre chose',
  'bibliographyHelp.after':
    '\nExemple : un travail comme fichier Word, par Pandoc\n\n  pilcrow bibliography --force -o works.json && pandoc --citeproc --bibliography works.json papers/first-reading.analysis.md -o first-reading.docx',
  'siteHelp.summary': 'faire des pages web de l’étude',
  'siteHelp.description':
    'Écrit l’étude comme pages web dans un dossier : les textes avec leurs numéros et ce qui est dit de chaque paragraphe, les travaux, le glossaire, la couverture, les questions ouvertes, les ouvrages, et une recherche. Les pages n’ont pas besoin de serveur et ne chargent rien d’ailleurs.',
  'siteHelp.out': 'dossier à écrire (par défaut : « site » dans le dossier d’étude)',
  'siteHelp.force': 'y remplacer des fichiers que Pilcrow n’a pas écrits',
  'siteHelp.after':
    '\nCe que montrent les pages :\n  Les mots d’un texte seulement si son en-tête a « share: words » ; « share: gist » (par défaut) donne une ligne sur\n  chaque paragraphe, « share: numbers » son numéro. Les noms des auteurs et les notes des lecteurs seulement si\n  pilcrow.json le dit :\n\n  "site": { "title": "Notre étude", "lang": "fr", "authors": true, "notes": true }\n\nPilcrow n’efface rien dans le dossier qu’il n’ait écrit.',
  'notesHelp.summary': 'échanger des notes avec d’autres programmes, en réunir deux versions',
  'notesHelp.description':
    'Écrit les notes en d’autres formats, les relit, et réunit deux versions d’un fichier de notes. « pilcrow list notes » les énumère.',
  'notesHelp.format': 'forme des notes',
  'notesExportHelp.description':
    'Écrit les notes comme Hypothesis les énumère (JSON), en Markdown à lire et à imprimer, ou en tableau (CSV).',
  'notesExportHelp.source': 'clés de sources (par défaut : toutes)',
  'notesExportHelp.answersInNotes':
    'écrire les réponses sous la note à laquelle elles répondent, pour les programmes qui les perdent',
  'notesExportHelp.out': 'où les écrire (par défaut : sortie standard)',
  'notesImportHelp.description':
    'Reprend des notes d’autres programmes et celles que Pilcrow a exportées : Hypothesis (JSON et CSV), tableaux de citations et de commentaires (Readwise, Zotero, Kindle), My Clippings.txt, annotations du W3C et recueils de liseuses (.ann). Les notes déjà présentes, d’après leur id, restent telles quelles.',
  'notesImportHelp.file': 'les notes ; - pour l’entrée standard',
  'notesImportHelp.format':
    'forme des notes (par défaut : d’après le contenu du fichier et la fin de son nom)',
  'notesImportHelp.source': 'la source des notes dont aucune source ici n’a l’adresse ni le titre',
  'notesImportHelp.private': 'reprendre aussi les notes que leurs auteurs seuls pouvaient lire',
  'notesImportHelp.author': 'l’auteur des notes qui n’en nomment pas',
  'notesPlaceHelp.description':
    'Énumère les notes qui ont perdu leur place et, pour chacune, la seule place qui est nettement le premier choix : la moitié de ce qui entourait les mots y est, et aucune autre place n’en a presque autant. Les notes sans une telle place restent à quelqu’un.',
  'notesPlaceHelp.write': 'y mettre les notes ; sans cela rien n’est écrit',
  'notesPlaceHelp.except': 'laisser la note de cet id telle quelle ; peut être donné plusieurs fois',
  'notesPlaceHelp.format': 'forme de la liste',
  'notesMergeHelp.description':
    'Réunit deux versions d’un fichier de notes, note par note, et écrit la seconde ; là où les deux ont modifié une note, les deux versions restent. Pour git : merge.pilcrow.driver = "pilcrow notes merge %O %A %B".',
  'notesMergeHelp.base': 'la version dont viennent les deux ; un fichier vide s’il n’y en a pas',
  'notesMergeHelp.ours': 'notre version, qui est écrite',
  'notesMergeHelp.theirs': 'l’autre version',
  'importHelp.summary': 'faire une source d’un texte',
  'importHelp.description':
    'Fait une source d’un texte, quel que soit le programme qui l’a écrit. Affiche le chemin de la source écrite.',
  'importHelp.after': '\nCe qui peut être importé : {$endings}',
  'importHelp.file': 'le texte ; - pour l’entrée standard',
  'importHelp.key': 'clé sous laquelle les travaux le citent',
  'importHelp.title': 'son titre, à la place de celui qui est trouvé',
  'importHelp.author': 'son auteur, ou plusieurs séparés par « ; »',
  'importHelp.out': 'où l’écrire (par défaut : sources/CLÉ.md) ; - pour la sortie standard',
  'importHelp.passwordStdin': 'lire sur l’entrée standard le mot de passe d’un fichier chiffré',
  'importHelp.comments': 'reprendre les commentaires d’un traitement de texte comme notes sur leurs passages',
  'importHelp.force': 'remplacer une source qui existe ; son en-tête est gardé',
  'importHelp.yes': 'ne rien demander et prendre ce qui est proposé',
  'initHelp.summary': 'créer un dossier d’étude',
  'initHelp.description':
    'Fait d’un dossier un dossier d’étude. Les fichiers qui existent restent tels quels.',
  'initHelp.dir': 'le dossier (par défaut : le dossier courant)',
  'initHelp.title': 'comment le groupe s’appelle, ou ce qu’il lit',
  'initHelp.formatters':
    'ajouter seulement ce qui tient les formateurs à l’écart des sources et laisse git fusionner les notes, à un dossier d’étude qui existe',
  'editionHelp.summary': 'figer la structure des sources, la vérifier plus tard',
  'editionHelp.description':
    'Fige la structure des sources, pour que les changements ultérieurs se remarquent, et la vérifie.',
  'editionFreezeHelp.description':
    'Écrit numérotation, sections et empreintes des sources dans editions/CLÉ/edition.json ; les résumés d’une édition antérieure sont gardés.',
  'editionFreezeHelp.source':
    'fichiers ou clés de sources ; sans eux, toutes celles du dossier d’étude courant',
  'editionFreezeHelp.shingles':
    'ajouter des suites de cinq mots hachées, par lesquelles les passages cités mot à mot sont vérifiés là où le texte n’est pas (lisez d’abord docs/verification-without-the-text.md)',
  'editionVerifyHelp.description':
    'Dit où les sources diffèrent de leurs éditions ; finit par 1 si l’une diffère.',
  'editionVerifyHelp.source': 'fichiers ou clés de sources ; sans eux, toutes celles qui ont une édition',
  'checksHelp.summary': 'énumérer tous les contrôles, ou en expliquer un',
  'checksHelp.description': 'Énumère tous les contrôles avec leurs niveaux, ou en explique un.',
  'checksHelp.id': 'un contrôle, comme citation/unknown-key',
  'checksHelp.after': '\nContrôles :\n{$checks}',
  'completionHelp.summary': 'compléter les lignes de commande dans un shell',
  'completionHelp.description':
    'Affiche un script qui complète les lignes de commande de Pilcrow. Ses premières lignes disent où le mettre.',
  'completionHelp.shell': 'le shell',
  'lspHelp.summary': 'lancer le serveur de langage',
  'lspHelp.description':
    'Lance le serveur de langage, pour les éditeurs qui parlent le Language Server Protocol sur l’entrée et la sortie standard.',

  'importing.empty': 'Le fichier est vide.',
  'importing.large': 'Le fichier dépasse 100 Mo.',
  'importing.noText': 'Le fichier est {$what}, et non du texte.',
  'importing.saveAs':
    'Le fichier est {$what}. Ouvrez-le dans {$program}, enregistrez-le en {$format}, et importez cela.',
  'importing.wordOrLibreOffice': 'Word ou LibreOffice',
  'importing.libreOffice': 'LibreOffice',
  'importing.calibre': 'calibre',
  'importing.pagesProgram': 'Pages',
  'importing.zip':
    'Le fichier est une archive ZIP. Décompressez-la, et importez un par un les textes qu’elle contient.',
  'importing.oldWord': 'un fichier Word d’avant 2007',
  'importing.oldOffice': 'un fichier Office d’avant 2007',
  'importing.wordXml': 'un fichier Word d’une forme à part',
  'importing.oldWriter': 'un fichier OpenOffice d’avant 2005',
  'importing.pages': 'un document Pages',
  'importing.kindle': 'un livre Kindle',
  'importing.rtf': 'un fichier RTF',
  'importing.fictionBook': 'un livre FictionBook (FB2)',
  'importing.latex': 'un document LaTeX',
  'importing.pandoc': 'Pandoc',
  'importing.xml': 'un document XML',
  'importing.spreadsheet': 'une feuille de calcul',
  'importing.presentation': 'une présentation',
  'importing.picture': 'une image',
  'importing.compressed': 'un fichier compressé',
  'importing.program': 'un programme',
  'importing.encrypted':
    'Le fichier est protégé par un mot de passe. Ouvrez-le dans le programme dont il vient, enregistrez-le sans mot de passe, et importez cela.',
  'importing.damaged':
    'Le fichier est abîmé, ou n’a pas été copié en entier. Procurez-vous-le de nouveau, ou ouvrez-le dans le programme dont il vient et enregistrez-le de nouveau.',
  'importing.noOfficeText':
    'Le fichier est un fichier OpenDocument, mais ne contient pas de texte : c’est peut-être une feuille de calcul ou une présentation.',
  'importing.badXml':
    'Le fichier est abîmé : « {$part} » y est mal formé. Ouvrez-le dans le programme dont il vient, et enregistrez-le de nouveau.',
  'importing.packing':
    'Le fichier est compressé d’une manière que Pilcrow ne connaît pas. Ouvrez-le dans le programme dont il vient, et enregistrez-le de nouveau.',
  'importing.inflates':
    'Décompressé, le fichier est trop grand : on lit 100 Mo d’une de ses parties, 400 Mo du tout.',
  'importing.leadsOut':
    'Le fichier nomme une partie, « {$name} », qui serait gardée hors de lui. Les programmes n’écrivent pas de tels fichiers.',
  'importing.noPackage':
    'Le fichier est abîmé : il ne dit pas de quels textes le livre est fait. Procurez-vous-le de nouveau, ou ouvrez-le dans calibre et enregistrez-le de nouveau.',
  'importing.copyProtected':
    'Le livre est protégé contre la copie (DRM) : seuls les programmes de son vendeur peuvent le lire. Demandez à l’éditeur ou à une bibliothèque un exemplaire sans protection, ou importez le texte d’un autre fichier.',
  'importing.longBook': 'Le texte du livre dépasse 100 Mo.',
  'importing.cutPart': 'Une partie du livre, « {$part} », n’a pas de fin. Il manque peut-être des mots ici.',
  'importing.missingPart':
    'Une partie du livre, « {$part} », n’est pas dans le fichier. Il peut manquer des mots ici.',
  'importing.binary': 'Le fichier contient des données binaires, et non du texte.',
  'importing.pdfDamaged':
    'Le fichier PDF est abîmé ou incomplet : procurez-vous-le de nouveau, ou ouvrez-le dans un lecteur et imprimez-le dans un nouveau fichier.',
  'importing.pdfNeedsPassword': 'Le fichier PDF est chiffré : il se lit avec son mot de passe.',
  'importing.pdfWrongPassword': 'Ce mot de passe n’ouvre pas le fichier PDF.',
  'importing.pdfScan':
    'Le fichier PDF contient des images de pages et pas de texte. Faites reconnaître son texte (OCR) par un autre programme, comme OCRmyPDF, et importez ce qu’il en fait.',
  'importing.noWords': 'Le fichier ne contient pas de texte.',
  'importing.deep': 'Le fichier est imbriqué trop profondément, ou trop grand, pour être lu.',
  'importing.onlyFrame': 'Le fichier ne contient pas de texte, ou rien que le cadre d’une page.',
  'importing.badKey':
    '« {$key} » ne peut pas être une clé : aucune citation ne peut la nommer. Prenez des lettres, des chiffres et des traits d’union, comme dans [@clé, ¶ 12].',
  'importing.takenKey':
    '@{$key} est la clé de « {$title} », et ceci est un autre texte : les travaux qui citent celui-là seraient contrôlés sur celui-ci. Donnez-lui une clé à lui.',
  'importing.noFolder': 'Ouvrez d’abord un dossier : la source a besoin d’un endroit où être gardée.',
  'importing.isAbstract':
    'Ce paragraphe est-il une introduction au texte, gardée dans l’en-tête sans numéro ?',
  'importing.abstractByMarkup': 'Le balisage de la page l’appelle une introduction.',
  'importing.abstractInItalics': 'Il est avant le texte et entièrement en italique.',
  'importing.abstractByGap': 'Il est entre la tête du texte et un blanc plus grand qu’ailleurs.',
  'importing.abstractByHeading': 'Il est sous un titre qui l’appelle un résumé.',
  'importing.isEnd':
    'Le texte finit-il avant cette ligne ? Les lignes {$first} à {$last} seraient laissées de côté.',
  'importing.endByComments':
    'Des lignes avec ces mots annoncent les commentaires des lecteurs ; le texte d’une page continue rarement après elles.',
  'importing.endByFrame': 'La ligne appartient au cadre d’une page web, et presque aucune prose ne la suit.',
  'importing.isHeading': 'Cette ligne est-elle un titre ?',
  'importing.headingInBold': 'C’est un paragraphe entièrement en gras.',
  'importing.headingInCapitals': 'Elle est en capitales et ne ferme aucune phrase.',
  'importing.headingByPlace': 'Elle ne ferme aucune phrase et précède un paragraphe, mais n’a pas de numéro.',
  'importing.headingByLabel': 'Elle s’ouvre par un numéro, mais aucune autre ligne ne le continue.',
  'importing.headingOrItem':
    'Elle s’ouvre par un numéro, comme un titre, et finit comme une phrase, comme un point d’une liste.',
  'importing.isQuotation': 'Est-ce une citation détachée, ou un paragraphe du texte ?',
  'importing.quotationByColonAndLine':
    'Un deux-points la précède, et une ligne derrière elle dit d’où elle vient.',
  'importing.quotationByLine': 'La ligne derrière elle dit d’où elle vient.',
  'importing.quotationAnnounced':
    'Le paragraphe précédent annonce les paroles de quelqu’un et finit par un deux-points.',
  'importing.quotationByColon':
    'Le paragraphe précédent finit par un deux-points ; rien d’autre ne dit que ce sont les paroles de quelqu’un.',
  'importing.quotationIndented': 'Elle est en retrait, au contraire de ses voisins.',
  'importing.isNumbered': 'Sont-ce des paragraphes que l’auteur a numérotés, ou les éléments d’une liste ?',
  'importing.numberedBySentences':
    'Ils sont numérotés l’un après l’autre, et la plupart sont des phrases entières.',
  'importing.listByItems': 'Ils sont numérotés l’un après l’autre, et sont serrés ou courts.',
  'importing.isAttribution': 'Cette ligne dit-elle d’où vient la citation qui la précède ?',
  'importing.attributionByWords': 'Elle nomme un titre, une date ou une page et n’est pas une phrase.',
  'importing.isRight': 'Sont-ce les mots de l’original ?',
  'importing.whichSpelling': 'Comment ce mot s’écrit-il ?',
  'importing.isOfText': 'L’édition n’a pas ces mots. Appartiennent-ils au texte ?',
  'importing.differsFromEdition':
    'Ce ne sont pas ceux du ¶ {$number} de l’édition, ou ils n’ont pas été bien assemblés.',
  'importing.betweenParagraphs':
    'Ils sont entre des paragraphes de l’édition. S’ils appartiennent au texte, les numéros qui suivent se décalent.',
  'importing.pdfHyphen':
    'Une ligne y finit par un trait d’union, et aucun autre mot du texte ne dit si c’est l’auteur ou l’imprimeur qui l’a mis.',
  'importing.pdfJoint':
    'Une page ou une colonne y finit. Rien ne dit avec certitude si un paragraphe finit avec elle.',
  'importing.pdfLetters': 'Le fichier dit faussement quelles sont certaines de ses lettres.',
  'importing.pdfRaised':
    'Un nombre y est en exposant comme s’il appelait une note, et cette note n’existe pas.',
  'importing.beforeTitle': 'Précède le titre.',
  'importing.licence': 'Texte de l’archive, et non de l’auteur.',
  'importing.credits': 'Dit qui a préparé le fichier.',
  'importing.contents': 'Une table des matières.',
  'importing.links': 'Une ligne de liens.',
  'importing.pdfHeads': 'Titres courants et numéros de page.',
  'importing.runningHead': 'Le titre courant d’une page.',
  'importing.frameLine': 'Une ligne du cadre de la page.',
  'importing.endsHere': 'Le texte finit avant cette ligne.',
  'importing.behindEnd': 'Suit la fin du texte.',
  'importing.notesHeading': 'Le titre des notes.',
  'importing.beforeText': 'Précède le texte.',
  'importing.behindText': 'Suit le texte.',
  'importing.notInEdition': 'Absent de l’édition.',
  'importing.byDecision': 'Laissé de côté par décision.',
  'importing.cutAs': 'Retranché comme {$what}.',
  'importing.navigation': 'navigation',
  'importing.aside': 'un à-côté de la page',
  'importing.form': 'un formulaire',
  'importing.foot': 'le pied de la page',
  'importing.head': 'la tête de la page',
  'importing.menu': 'un menu',
  'importing.dialogue': 'une boîte de dialogue',
  'importing.pageMessage': 'un message de la page',
  'importing.comments': 'commentaires de lecteurs',
  'importing.shareBox': 'des boutons de partage',
  'importing.advertising': 'publicité',
  'importing.frame': 'le cadre de la page',
  'importing.notShown': 'non montré sur la page',
  'importing.bookCover': 'la couverture',
  'importing.titlePage': 'la page de titre',
  'importing.copyrightPage': 'la page qui dit à qui appartient le livre',
  'importing.contentsPage': 'une table des matières',
  'importing.picturesStay': 'La description d’une image. Les images ne sont pas reprises des livres.',
  'importing.outsideOrder': 'Hors de l’ordre dans lequel le livre se lit.',
  'importing.recognised': (told: { key: string; matched: number; of: number; differing: number }) =>
    `Reconnu comme @${told.key} : ${String(told.matched)} paragraphes sur ${String(told.of)} sont les mêmes mot pour mot${told.differing === 0 ? '' : ` ; ${String(told.differing)} ${told.differing > 1 ? 'diffèrent' : 'diffère'}`}.`,
  'importing.imported': 'Importé comme @{$key}.',
  'importing.importedWithDoubts': 'Importé comme @{$key}, avec {$doubts endroit} à trancher.',

  'guide.title': 'Guide de discussion',
  'guide.opening': ({ questions, papers, notes }: { questions: number; papers: number; notes: number }) => {
    const from = papers > 0 ? ` de ${countedInFrench(papers, 'travail', 'travaux')}` : '';
    const asked = notes > 0 ? `, dont ${String(notes)} ${notes > 1 ? 'posées' : 'posée'} dans des notes` : '';
    return `${countedInFrench(questions, 'question ouverte')}${from}${asked}, dans l’ordre du texte.`;
  },
  'guide.disputed': 'Des mots qui font débat',
  'guide.homeless': 'Sur aucun passage',
  'guide.whatIsMeant': 'Qu’entendons-nous par ce mot ?',
  'handout.also': '*Aussi :* {$aliases}',
  'handout.seeAlso': '*Voir aussi :* {$terms}',
  'handout.in': '*Dans* {$title} *:*',
  'handout.definedAt': 'Défini en {$citation}.',
  'handout.definedAs': 'Défini en {$citation} : *{$gist}*',

  'noteKinds.question': 'Question',
  'noteKinds.remark': 'Remarque',
  'noteKinds.disagreement': 'Désaccord',
  'noteKinds.example': 'Exemple',
  'noteKinds.definition': 'Définition',
  'noteKinds.todo': 'À faire',
  'notes.resolved': 'résolue',
  'notes.noNote': 'Ceci n’est pas une note : une note est un objet de type « Annotation ».',
  'notes.noId': 'Cette note n’a pas d’« id » : rien ne pourrait y mener.',
  'notes.openCell':
    'Un guillemet est ouvert et jamais refermé. Fermez-le, ou écrivez-le deux fois s’il fait partie du texte.',
  'notes.noTarget': 'Cette note n’a pas de « target » : elle ne dit pas sur quoi elle porte.',
  'notes.noSource': 'La cible de cette note ne nomme aucune source.',
  'notes.noWords': 'Les mots de cette note (« exact ») manquent ou sont vides.',
  'notes.sameId': 'L’id {$id} est deux fois dans ce fichier ; la première vaut.',
  'notes.deepNote': 'Cette note est imbriquée trop profondément pour être lue.',
  'notes.notClosed': 'La note n’est pas fermée.',
  'notes.unreadableNote': 'Cette note est illisible. {$reason}',
  'notes.noList': 'Ce fichier n’a pas de liste de notes (« items ») et n’est pas lui-même une note.',
  'notes.deepFile': 'Ce fichier est imbriqué trop profondément pour être lu.',
  'notes.conflict':
    'Ce fichier contient un conflit de git. « pilcrow notes merge » peut en réunir les deux côtés.',
  'notes.noJson': 'Ce fichier n’est pas du JSON ici. {$reason}',
  'notes.gone': 'La note n’existe plus.',
  'notes.notWritable':
    'Le fichier de notes n’est pas lisible en entier, de sorte que rien ne peut y être écrit.',
  'notes.fileNotWritable': '{$file} n’est pas lisible en entier, de sorte que rien ne peut y être écrit.',
  'notes.versionUnreadable': 'L’une des versions n’est pas lisible en entier.',
  'notes.note': 'Note',
  'notes.answer': 'Réponse',
  'notes.noneFound': 'Aucune note n’a ce que vous cherchez.',
  'notes.found': '{$found} sur {$all note}',
  'notes.ofSource': '@{$key} · {$count note}',
  'notes.withoutPlace': 'Sans place',
  'notes.notAllReadable': 'une partie de ses notes est illisible',
  'notes.placeThem':
    'Les mots de ces notes ont changé ou se trouvent à plusieurs endroits. Placez-les, ou supprimez-les.',
  'notes.elsewhere': 'Ailleurs',
  'notes.withoutName': 'Sans nom',
  'notes.withoutTag': 'Sans étiquette',
  'notes.hasSeveralPlaces': 'ses mots se trouvent à plusieurs endroits',
  'notes.hasNoPlace': 'ses mots ont perdu leur place',
  'notes.hasNoSource': 'sa source n’est pas dans le dossier d’étude',
  'notes.hasNoNote': 'la note à laquelle elle répond a disparu',
  'notes.noTable':
    'Ceci n’est pas un tableau de notes : aucune ligne ne nomme ses colonnes, comme « quote » et « comment », ou « id » et « text ».',
  'notes.noHypothesis':
    'Ceci n’est pas un fichier de notes d’Hypothesis ou d’un autre programme : il n’a ni « annotations », ni « rows », ni « items ».',
  'notes.noComments': 'Ce fichier ne contient aucun commentaire de lecteur.',
  'notes.noClippings': 'Il n’y a pas ici d’extraits d’un Kindle.',
  'notes.unreadableItems': ({ count, first, reason }: { count: number; first: number; reason: string }) =>
    `${countedInFrench(count, 'note illisible')}${count === 1 ? '' : ', la première'}, numéro ${String(first)} : ${reason}`,
  'notes.unreadableRows': ({ count, first, reason }: { count: number; first: number; reason: string }) =>
    `${countedInFrench(count, 'ligne illisible')}${count === 1 ? '' : ', la première'}, numéro ${String(first)} : ${reason}`,
  'notes.unreadEntries': '{$count entrée illisible}.',
  'notes.morePages': 'Cette collection a d’autres pages ailleurs, qui n’ont pas été lues.',
  'notes.answersToNothing':
    '{$count réponse} : le tableau ne dit pas à quoi. Elles sont des notes sur toute la source.',
  'notes.badLine': 'La note de la ligne {$line} est illisible.',
  'notes.noExport': 'Il n’y a pas ici de notes que Pilcrow ait exportées.',

  'quotations.altered': (told: {
    cited: readonly Lieu[];
    found: readonly Lieu[];
    source: string;
    differences: readonly string[];
    more: number;
  }) => {
    const isElsewhere = told.cited.length > 0 && told.found.some((place) => !told.cited.includes(place));
    const place = isElsewhere
      ? `${lieux(told.found)} (cité comme ${lieux(told.cited)}) : `
      : avecLieux(told.found.length === 0 ? told.cited : told.found);
    if (told.differences.length === 0)
      return `${place}${told.source} a ces mots avec d’autres espaces ou signes.`;
    return `${place}${told.differences.join(' ; ')}${told.more > 0 ? ` ; et ${countedInFrench(told.more, 'autre')}` : ''}.`;
  },
  'quotations.unmarked': ({ words, place, key }: { words: number; place: string; key: string }) =>
    `${String(words)} mots de @${key}, ${place}, mot pour mot : marquez-les comme citation.`,
  'quotations.markWords': 'Mettre les mots entre guillemets',
  'quotations.markAndCite': 'Marquer comme citation et citer {$citation}',
  'quotations.noWords': '{$source} n’a pas « {$quoted} »',
  'quotations.leftOut': '« {$words} » est omis',
  'quotations.otherWords': '{$source} a « {$words} », et non « {$quoted} »',
  'quotations.somethingElse': '{$source} a autre chose pour « {$quoted} »',
  'quotations.somethingLeftOut': 'quelque chose est omis',
  'quotations.somethingLeftOutAfter': 'quelque chose est omis après « {$word} »',
  'quotations.it': 'elle',
  'quotations.theSource': 'la source',
  'quotations.elsewhere': (told: {
    cited: readonly Lieu[];
    words: string;
    found: readonly Lieu[];
    source: string;
  }) => `${avecLieux(told.cited)}« ${told.words} » se trouve${auxLieux(told.found)} de ${told.source}.`,
  'quotations.notFound': ({ cited, words, source }: MotsCites) =>
    `${avecLieux(cited)}rien de semblable à « ${words} » ne se trouve dans ${source}.`,
  'quotations.notStanding': ({ cited, words, source }: MotsCites) =>
    `${avecLieux(cited)}« ${words} » ne se trouve nulle part dans ${source}.`,
  'quotations.scattered': ({
    cited,
    source,
    parts,
  }: {
    cited: readonly Lieu[];
    source: string;
    parts: readonly string[];
  }) =>
    `${avecLieux(cited)}${source} a les parties de cette citation, mais pas l’une après l’autre comme elles sont citées : ${parts.join(' ; ')}.`,
  'quotations.scatteredPart': ({ words, places }: { words: string; places: readonly Lieu[] }) =>
    `« ${words} »${auxLieux(places)}`,
  'quotations.notFoundByFingerprints': ({ cited, words, source }: MotsCites) =>
    `${avecLieux(cited)}« ${words} » ne se trouve nulle part dans ${source}, d’après ses empreintes. Importez votre exemplaire du texte pour voir ce qu’il a à la place.`,
  'quotations.ambiguous': (told: {
    cited: readonly Lieu[];
    words: string;
    source: string;
    places: readonly (readonly Lieu[])[];
  }) =>
    `${avecLieux(told.cited)}« ${told.words} » se trouve à plusieurs${told.cited.length > 0 ? ' autres' : ''} endroits de ${told.source} : ${told.places.map(lieux).join(' ; ')}.`,
  'quotations.unsureMarks': ({ cited, words }: MotsCites) =>
    `${avecLieux(cited)}les guillemets ne disent pas où commence et finit la citation « ${words} », et tous les mots entre eux ne sont pas de la source. Mettez une paire de guillemets autour de ce qui est cité.`,
  'quotations.halfMarked': ({ cited, words }: MotsCites) =>
    `${avecLieux(cited)}l’un des deux guillemets de la citation « ${words} » manque, de sorte que personne ne peut dire ce qui est cité. Écrivez-le.`,
  'quotations.uncited': ({ words, places }: { words: string; places: readonly string[] }) =>
    `« ${words} » se trouve ${places.join(' et ')}. Citez-le.`,
  'quotations.otherLanguage': ({
    words,
    source,
    places,
  }: {
    words: string;
    source: string;
    places: readonly string[];
  }) => `« ${words} » se trouve ${places.join(' et ')} ; ${source} le dit en d’autres mots.`,
  'quotations.sayTranslated': 'Ajouter « {$words} »',
  'quotations.placeIn': ({ places, key }: { places: readonly Lieu[]; key: string }) =>
    `${auxLieux(places).trim()} de @${key}`,
  'quotations.noSource': ({ cited, source }: { cited: readonly Lieu[]; source: string }) =>
    `${avecLieux(cited)}non vérifié, car il n’y a pas de source ${source}.`,
  'quotations.tooShort': ({ cited, words, source }: MotsCites) =>
    `${avecLieux(cited)}« ${words} » est trop court pour être vérifié sans le texte de ${source}. Importez votre exemplaire pour le faire contrôler.`,
  'quotations.atSeam': ({ cited, words, source }: MotsCites) =>
    `${avecLieux(cited)}« ${words} » s’étend sur plusieurs paragraphes, et ce qui est à leurs bords n’est pas vérifié sans le texte de ${source}. Importez votre exemplaire pour le faire contrôler.`,
  'quotations.translated': ({ cited, words }: MotsCites) =>
    `${avecLieux(cited)}« ${words} » n’est pas vérifié : sa référence dit que c’est une traduction.`,
  'quotations.noText': ({ cited, words, source }: MotsCites) =>
    `${avecLieux(cited)}« ${words} » n’est pas vérifié : le texte de ${source} n’est pas dans ce dossier d’étude. Importez votre exemplaire pour le faire contrôler.`,
  'quotations.senseOmitted': ({ places, words }: { places: readonly Lieu[]; words: string }) =>
    `${avecLieux(places)}« ${words} » est omis, ce qui renverse le sens. Citez-le, ou dites-le dans vos propres mots.`,
  'quotations.senseReplaced': ({ places, words }: { places: readonly Lieu[]; words: string }) =>
    `${avecLieux(places)}un crochet remplace « ${words} », ce qui renverse le sens. Citez-le, ou dites-le dans vos propres mots.`,
  'quotations.senseAdded': ({ places, words }: { places: readonly Lieu[]; words: string }) =>
    `${avecLieux(places)}le crochet ajoute « ${words} », ce qui renverse le sens. Dites-le dans vos propres mots.`,
  'quotations.outOfContext': (told: { places: readonly Lieu[]; words: string; isBefore: boolean }) =>
    `${avecLieux(told.places)}dans la source, « ${told.words} » vient juste ${told.isBefore ? 'avant' : 'après'} ces mots, et peut les nier.`,
  'quotations.status': 'Citation : {$status}',
  'quotations.isVerbatim': 'mot pour mot',
  'quotations.isAltered': 'altérée',
  'quotations.isElsewhere': 'se trouve ailleurs',
  'quotations.isNotFound': 'introuvable dans la source',
  'quotations.isAmbiguous': 'se trouve à plusieurs autres endroits',
  'quotations.isUnsure': 'commence ou finit de plusieurs façons',
  'quotations.isNotVerified': 'non vérifiée',
  'quotations.isTranslated': 'd’une autre langue',
  'quotations.isUncited': 'sans référence',
  'quotations.hoverTooShort': 'Trop courte pour être vérifiée sans le texte.',
  'quotations.hoverTranslated': 'La référence dit que les mots sont une traduction.',
  'quotations.hoverAtSeam':
    'Elle s’étend sur des paragraphes dont les bords ne peuvent pas être vérifiés sans le texte.',
  'quotations.hoverNoSource': 'Il n’y a pas de telle source.',
  'quotations.hoverNoText': 'Le texte n’est pas dans ce dossier d’étude.',
  'quotations.hoverByFingerprints':
    'Contrôlée par les empreintes de l’édition, sans le texte : les mots et leur ordre, non la ponctuation.',
  'quotations.hoverInPaper': 'Dans le travail',
  'quotations.wordsOfSource': ({ places }: { places: readonly Lieu[] }) =>
    `Les mots de la source${auxLieux(places)}`,
  'quotations.sourceWords': 'Les mots de la source',
  'quotations.restore': 'Rétablir les mots de la source',
  'quotations.restoreAndCite': 'Rétablir les mots de la source et citer {$place}',
  'quotations.markChange': 'Marquer le changement par des crochets',
  'quotations.markChanges': 'Marquer les changements par des crochets',
  'quotations.cite': 'Citer {$place}',

  'server.noFolder': 'Il n’y a pas de dossier d’étude.',
  'server.notesOnSources': 'Les notes se font sur des sources.',
  'server.sameKey': 'Un autre fichier a la clé « {$key} » : donnez d’abord un id à elle à cette source.',
  'server.noWords': 'Il n’y a pas ici de mots sur lesquels une note puisse porter.',
  'server.glossaryUnchanged': 'Le glossaire ne peut pas être modifié : il est peut-être en lecture seule.',
  'server.fixAllOf': 'Corriger tous les {$check} de ce fichier',
  'server.fixAll': 'Corriger tout ce que Pilcrow peut corriger sans risque',
  'server.offerKeys': 'Proposer des clés',
  'server.importCopy': 'Importer votre exemplaire du texte',
  'server.ignoreHere': 'Ignorer ici…',
  'server.ignoreHereOf': 'Ignorer ici… ({$check})',
  'server.choosePassage': 'Choisir le passage…',
  'server.noTemplate': 'Le modèle {$id} n’existe pas, ou est illisible.',
  'server.plainUses': 'Emplois simples ou cités dans les travaux',
  'server.plainUsesOf': 'Emplois qui ne sont pas marqués comme termes, et mots d’une source',
  'server.notWatching': 'Les changements sur le disque ne sont pas remarqués : {$error}',
  'server.cancelled': 'La demande a été annulée.',
  'server.noMessage': 'Ce n’est pas un message de JSON-RPC.',
  'server.notInitialized': 'Le serveur n’est pas initialisé : « initialize » vient d’abord.',
  'server.initializedTwice': 'Le serveur est déjà initialisé.',
  'server.isShutDown': 'Le serveur est arrêté.',
  'server.wrongParameters':
    'Il manque à « {$method} » des paramètres nécessaires, ou d’autres tiennent leur place.',
  'server.howToReach': 'Dites comment joindre l’éditeur : --stdio, --node-ipc, --socket=PORT ou --pipe=NOM.',

  'settings.noJson':
    'pilcrow.json n’est pas du JSON ici : cherchez une virgule, un guillemet ou un crochet manquant.',
  'settings.deep':
    'pilcrow.json est imbriqué trop profondément pour être lu : cherchez des crochets que rien ne ferme.',
  'settings.noList': 'pilcrow.json est une liste de réglages entre accolades : { "checks": { } }.',
  'settings.unknown': 'pilcrow.json ne connaît pas de réglage « {$name} ».',
  'settings.repeated': '« {$name} » est ici deux fois : c’est le dernier qui vaut, celui-ci est sans effet.',
  'settings.failOn': ({ levels }: { levels: readonly string[] }) =>
    `« failOn » est l’un de ${levels.join(', ')}.`,
  'styles.notAStyle': 'Ce n’est pas un style du Citation Style Language, ou pas du XML bien formé.',
  'styles.missing': 'Il n’y a pas de style {$path} dans le dossier d’étude.',
  'styles.dependent': 'Ce style ne fait que renvoyer à un autre. Prenez celui-là : {$parent}',
  'styles.unsupported':
    'Ce style emploie {$what}, que Pilcrow ne connaît pas. Pandoc, là où il est installé, peut mettre en forme les citations avec lui.',

  'settings.csl': ({ names }: { names: readonly string[] }) =>
    `« csl » est un style de citation : ${names.join(', ')}, ou le chemin d’un fichier .csl.`,
  'settings.unmarkedWords': ({ least, most }: { least: number; most: number }) =>
    `« unmarkedWords » est un nombre de mots de ${String(least)} à ${String(most)}.`,
  'settings.checks': '« checks » donne un niveau à chaque contrôle : { "citation/no-locator": "off" }.',
  'settings.level': ({ levels }: { levels: readonly string[] }) =>
    `Le niveau d’un contrôle est l’un de ${levels.join(', ')}.`,
  'settings.didYouMean': '{$problem} Vouliez-vous dire « {$name} » ?',
  'settings.known': ({ problem, names }: { problem: string; names: readonly string[] }) =>
    `${problem} Connus : ${names.join(', ')}.`,
  'settings.globs': '« {$name} » est une liste de motifs de fichiers, comme ["{$name}/*.md"].',
  'settings.globText': 'Un motif de fichiers est un texte entre guillemets.',
  'settings.globEmpty': 'Un motif vide ne désigne aucun fichier.',
  'settings.globLong': 'Un motif a au plus {$characters} caractères : prenez-en plusieurs.',
  'settings.globNot':
    'Un motif dit quels fichiers sont voulus. Écrivez ceux qui ne le sont pas dans « exclude ».',
  'settings.globAbsolute': '« {$glob} » n’est pas dans le dossier d’étude : les motifs y commencent.',
  'settings.globBackslash': '« {$glob} » a « \\ » entre les dossiers : écrivez « / », même sous Windows.',
  'settings.globUp': '« {$glob} » mène hors du dossier d’étude : seuls les fichiers qu’il contient sont lus.',
  'settings.globFolder':
    '« {$glob} » est un dossier : écrivez « {$glob}**/*.md » pour les fichiers qu’il contient.',
  'settings.globOpen': '« {$glob} » ouvre un « {$bracket} » et ne le ferme pas.',
  'settings.globBrackets': '« {$glob} » n’est pas un motif de fichiers : regardez ce qui est entre crochets.',
  'settings.noteKinds':
    '« noteKinds » donne un libellé à chaque type : { "story": { "label": "Histoire" } }.',
  'settings.noteKind': 'Un type de notes est { "label": … }, ou false là où il n’est pas voulu.',
  'settings.noteColor': ({ colors }: { colors: readonly string[] }) =>
    `« color » est l’un de ${colors.join(', ')}.`,
  'settings.noteMotivation': ({ motivations }: { motivations: readonly string[] }) =>
    `« motivation » est l’un de ${motivations.join(', ')}.`,
  'settings.noteSymbol': '« symbol » est un ou deux caractères.',
  'settings.noteLabel': '« label » est le nom du type.',
  'settings.site': '« site » dit ce que montrent les pages web : { "notes": true }.',
  'settings.siteUnknown': '« site » ne connaît pas de réglage « {$name} ».',
  'settings.siteTitle': '« title » est le nom des pages web.',
  'settings.siteLang': '« lang » est le code d’une langue, comme "en" ou "fr".',
  'settings.siteFlag': '« {$name} » est true ou false.',
  'settings.noteProperty': 'Un type de notes n’a pas de « {$name} » : il a label, symbol, color, motivation.',

  'count.paragraphs': '{$count paragraphe}',
  'count.moreParagraphs': '… et {$count autre paragraphe}',
  'count.sections': '{$count section}',
  'count.notes': '{$count note}',
  'count.moreNotes': '… et {$count autre note}',
  'count.moreAnswers': '… et {$count autre réponse}',
  'count.moreSenses': '… et {$count autre sens}',
  'count.answers': '{$count réponse}',
  'count.uses': '{$count emploi}',
  'count.rows': '{$count ligne}',
  'count.problems': '{$count problème}',
  'count.builtInTerms': '{$count terme intégré}',
  'completion.source': '{$paragraphs paragraphe}, citée {$uses fois}.',
  'completion.passage': 'Cité {$uses fois}.',
  'completion.onlyEdition': 'Connue par son édition : le texte n’est pas dans ce dossier d’étude.',
  'hover.noParagraphs': 'aucun paragraphe',
  'hover.cited': 'Cité : {$words}',
  'outline.emptyHeading': '(titre vide)',
  'places.more': '{$listed} et {$more} autres',
  'actions.removeRepeatedCitations': 'Retirer les citations répétées',
  'actions.removeRepeated': 'Retirer {$citation}, répétée',
  'actions.createEntry': 'Créer une entrée de bibliographie pour @{$key} dans {$path}',
  'rename.builtInKey':
    '@{$key} est intégrée et garde sa clé. Importez votre exemplaire, et donnez-lui un autre id.',
  'rename.builtInTerm':
    '« {$name} » est défini par le glossaire intégré. Écrivez une entrée à vous pour le modifier.',
  'rename.empty': 'Le nouveau nom est vide.',
  'rename.badKey': 'Une clé n’a ni espaces ni accolades.',
  'rename.takenKey': 'La clé « {$key} » est prise.',
  'rename.takenName': '« {$name} » mène déjà à l’entrée « {$entry} ».',
  'rename.leftOut': ({ count, places }: { count: number; places: string }) =>
    count === 1
      ? `1 emploi n’a pas été renommé, car il peut ne pas désigner le terme ou est cité : ${places}.`
      : `${String(count)} emplois n’ont pas été renommés, car ils peuvent ne pas désigner le terme ou sont cités : ${places}.`,
  'cited.notYet': 'Pas encore cité',
  'cited.times': 'Cité {$times fois}',
  'cited.inPapers': ({ times, papers }: { times: number; papers: number }) =>
    `Cité ${fois(times)} dans ${countedInFrench(papers, 'travail', 'travaux')}`,
  'cited.here': ({ times, papers, here }: { times: number; papers: number; here: number }) =>
    `Cité ${fois(times)} dans ${countedInFrench(papers, 'travail', 'travaux')}${papers > 1 ? `, ${fois(here)} ici` : ''}`,
  'cited.afterKey': ({ times, papers }: { times: number; papers: number }) =>
    times === 0
      ? ', pas encore citée'
      : `, citée ${fois(times)} dans ${countedInFrench(papers, 'travail', 'travaux')}`,
  'cited.afterName': ({ times }: { times: number }) => (times === 0 ? ', non cité' : `, cité ${fois(times)}`),
  'cited.afterLabel': ' · cité {$times fois}',
  'cited.short': 'cité {$times}×',
  'sources.counting':
    'Les travaux sont en cours de lecture ; vous verrez ensuite ici combien de fois chaque paragraphe est cité.',
  'sources.notImported': 'texte non importé',
  'sources.onlyEdition':
    'Seule l’édition est ici : numéros, sections et résumés. Importez votre exemplaire pour lire les passages et faire contrôler les citations.',
  'sources.error': '{$name}, erreur : {$problem}',
  'sources.notes': 'Notes',
  'sources.empty': 'vide',
  'sources.section': 'Section {$label}, {$title}, {$numbers}',
  'sources.paragraph': (told: { number: number; preview: string; cited: string; notes: number }) =>
    `Paragraphe ${String(told.number)}, ${told.preview}${told.cited}${told.notes === 0 ? '' : `, ${countedInFrench(told.notes, 'note')}`}`,
  'sources.outline':
    'Voici l’édition : numéros, sections et une ligne sur chaque paragraphe, sans le texte lui-même. Importez votre exemplaire pour lire les passages ici et faire contrôler les citations.',
  'sources.outlineWords': '{$count} mots',
  'edition.anotherText':
    'Ceci est un autre texte : on y trouve moins de la moitié des {$paragraphs paragraphe} de l’édition.',
  'edition.otherWords': ({ paragraph, edition }: { paragraph: number; edition: number }) =>
    paragraph === edition
      ? `¶ ${String(paragraph)} a d’autres mots.`
      : `¶ ${String(paragraph)} a d’autres mots que ¶ ${String(edition)} de l’édition.`,
  'edition.added': ({ places, count }: { places: string; count: number }) =>
    `${places} ${count === 1 ? 'n’est pas' : 'ne sont pas'} dans l’édition.`,
  'edition.missing': ({ places, count }: { places: string; count: number }) =>
    `${places} de l’édition ${count === 1 ? 'manque' : 'manquent'}.`,
  'edition.moved': ({ count }: { count: number }) =>
    `${countedInFrench(count, 'paragraphe déplacé')} : ${count > 1 ? 'leurs numéros ne sont pas ceux' : 'son numéro n’est pas celui'} de l’édition.`,
  'edition.headings': ({ heading }: { heading: string | undefined }) =>
    `Les titres diffèrent, d’abord ${heading === undefined ? 'au dernier de l’édition' : `à « ${heading} »`}.`,
  'edition.noteDiffers': 'La note {$note} a d’autres mots.',
  'edition.noteMissing': 'La note {$note} de l’édition manque.',
  'edition.noteAdded': 'La note {$note} n’est pas dans l’édition.',
  'edition.abstractDiffers': 'Le résumé a d’autres mots.',
  'edition.abstractMissing': 'Le résumé de l’édition manque.',
  'summary.counts': (told: {
    papers: number;
    citations: number;
    errors: number;
    warnings: number;
    information: number;
    hints: number;
  }) => {
    const counts = [
      told.errors > 0 ? countedInFrench(told.errors, 'erreur') : '',
      told.warnings > 0 ? countedInFrench(told.warnings, 'avertissement') : '',
      told.information > 0 ? countedInFrench(told.information, 'information') : '',
      told.hints > 0 ? countedInFrench(told.hints, 'suggestion') : '',
    ].filter(Boolean);
    const found = counts.join(', ').replace(/, ([^,]*)$/, ' et $1') || 'aucun problème';
    return `${countedInFrench(told.papers, 'travail', 'travaux')} avec ${countedInFrench(told.citations, 'citation')} : ${found}`;
  },
  'said.quoted': '« {$words} »',
  'papers.uncited': 'Sans référence',
  'papers.shown': (told: { citations: number; quotations: number; isCut: boolean }) =>
    `Ce travail a ${countedInFrench(told.citations, 'citation')} et ${countedInFrench(told.quotations, 'passage cité', 'passages cités')} mot à mot. ${told.isCut ? 'Voici les premiers de ceux' : 'Voici ceux'} qui ont des problèmes.`,
  'papers.quotation': 'Citation, {$words}, {$state}',
  'papers.finding': (told: { level: keyof typeof niveaux; message: string }) =>
    `${niveaux[told.level]} : ${told.message}`,
  'papers.resolved': '{$label}, résolue, {$state}',
  'papers.workWithoutText': 'ouvrage sans texte',
  'papers.verified': (told: { status: string; places: readonly string[]; byFingerprints: boolean }) =>
    `${told.status}${told.places.length === 0 ? '' : ` à ${told.places.join(', ')}`}${told.byFingerprints ? ', par empreintes' : ''}`,
  'templates.blank': 'Vierge',
  'templates.aboutBlank': 'Titre, auteur et date, et rien dessous',
  'templates.aboutOwn': 'Le vôtre, templates/{$name}.md',
  'templates.summary': 'Résumé',
  'templates.aboutSummary':
    'Ce que dit le texte, partie par partie, avec une référence pour chaque affirmation',
  'templates.critique': 'Critique',
  'templates.aboutCritique':
    'D’abord une reformulation juste, puis où vous êtes d’accord et où vous objectez',
  'templates.questions': 'Questions pour la discussion',
  'templates.aboutQuestions': 'De quoi le groupe devrait parler, chaque question rattachée à son passage',
  'templates.inWords': '{$about} (en anglais)',
  'terms.glossary': 'Glossaire',
  'terms.addOwn': 'Ajouter au glossaire votre propre entrée pour « {$name} »',
  'terms.add': 'Ajouter « {$name} » au glossaire',
  'terms.selectWords':
    'Sélectionnez les mots d’un terme, {$words} au plus, ou mettez le curseur dans un mot. Le code, les citations et l’en-tête n’ont pas de termes.',
  'terms.noGlossary':
    'pilcrow.json ne nomme aucun fichier de glossaire qui puisse être créé. Créez-en un qu’il nomme, puis réessayez.',
  'terms.notUsedHere': 'Pas employé ici',
  'terms.notUsed': 'non employé',
  'terms.notUsedYet': 'Pas encore employé',
  'terms.also': ' · aussi {$names}',
  'terms.seeAlso': 'Voir aussi {$names}',
  'terms.definedAt': 'Défini en {$place} de {$title}',
  'terms.ofSource': '_Dans {$title} :_ ',
  'terms.inThisSource': 'dans cette source',
  'terms.inThisPaper': 'dans ce travail',
  'terms.in': 'dans {$title}',
  'terms.inOtherSources': 'dans d’autres sources',
  'terms.inSources': 'dans les sources',
  'terms.inOtherPapers': 'dans d’autres travaux',
  'terms.inPapers': 'dans les travaux',
  'terms.use': ({ words, file, passage }: { words: string; file: string; passage: string }) =>
    `${words}, dans ${file}${passage === '' ? '' : `, ${passage}`}`,
  'terms.frequencyHead': '| Sources {$sources}, travaux {$papers} | Emplois |',
  'terms.beforeSections': 'avant la première section',

  'importHelp.asPaper': 'faire d’un brouillon de Word ou de LibreOffice un travail, et non une source',
  'importHelp.changes':
    'avec --as-paper : prendre les modifications suivies comme faites, ou comme jamais faites',
  'importHelp.commentAuthors': 'avec --as-paper : dire qui a écrit chaque commentaire',
  'importing.paperMade': ({ citations, comments }: { citations: number; comments: number }) =>
    `Travail créé avec ${countedInFrench(citations, 'citation')} et ${countedInFrench(comments, 'commentaire')}.`,
  'importing.trackedTaken': ({ count }: { count: number }) =>
    `Le brouillon a ${countedInFrench(count, 'modification suivie', 'modifications suivies')}, ${count > 1 ? 'prises comme faites' : 'prise comme faite'}. Avec \`--changes reject\`, ${count > 1 ? 'elles sont prises comme jamais faites' : 'elle est prise comme jamais faite'}.`,
  'importing.trackedLeft': ({ count }: { count: number }) =>
    `Le brouillon a ${countedInFrench(count, 'modification suivie', 'modifications suivies')}, ${count > 1 ? 'prises comme jamais faites' : 'prise comme jamais faite'}. Avec \`--changes accept\`, ${count > 1 ? 'elles sont prises comme faites' : 'elle est prise comme faite'}.`,
  'importing.worksAdded':
    'Le dossier d’étude n’a pas {$count ouvrage} que cite le brouillon. Le travail les énumère lui-même, sous `references:` : {$keys}.',
  'importing.paperThere': '{$file} existe déjà. --force le remplace.',
  'importing.noDraft':
    'Ceci n’est pas le brouillon d’un travail : un fichier de Word (.docx) ou de LibreOffice (.odt) en est un.',
  'site.skip': 'Aller au texte',
  'site.pages': 'Pages',
  'site.sources': 'Textes',
  'site.papers': 'Travaux',
  'site.glossary': 'Glossaire',
  'site.coverage': 'Couverture',
  'site.guide': 'Questions ouvertes',
  'site.works': 'Ouvrages cités',
  'site.search': 'Recherche',
  'site.titleOfStudy': 'Étude de {$titles}',
  'site.untitledStudy': 'Notre étude',
  'site.untitledPaper': 'Travail {$number}',
  'site.otherStyle': '{$file} : {$message} Il est composé dans le style de l’étude.',
  'site.madeWith': 'Fait avec Pilcrow',
  'site.close': 'Fermer',

  'site.sections': 'Sections',
  'site.notesOfText': 'Notes du texte',
  'site.beforeSections': 'Avant la première section',
  'site.section': 'Section {$label}',
  'site.sharedGist':
    'Cette page dit en une ligne de quoi parle chaque paragraphe. Les mots sont dans votre exemplaire du texte.',
  'site.sharedNumbers':
    'Cette page donne les numéros des paragraphes. Les mots sont dans votre exemplaire du texte.',
  'site.wordCount': '{$count mot}',
  'site.onPlace': 'sur {$place}',
  'site.voicePapers': ({ count }) => countedInFrench(count, 'travail', 'travaux'),
  'site.voiceQuotations': '{$count citation}',
  'site.voiceQuestions': '{$count question}',
  'site.voiceNotes': '{$count note}',
  'site.quotedIn': 'Cité mot à mot',
  'site.askedIn': 'Demandé',
  'site.citedIn': 'Cité',
  'site.noted': 'Noté',
  'site.answers': 'Réponses',
  'site.resolved': 'réglé',

  'site.passagesCited': 'Passages cités',
  'site.footnotes': 'Notes',
  'site.abstract': 'Résumé',
  'site.backToText': 'Retour au texte, {$number}',

  'site.also': 'Aussi : {$names}',
  'site.seeAlso': 'Voir aussi',
  'site.inSource': 'Dans {$title}',
  'site.definedAt': 'Défini à',
  'site.usedIn': 'Employé dans',
  'site.toGlossary': 'Vers le glossaire',
  'site.toPassage': 'Vers le texte',
  'site.letters': 'Lettres',

  'site.coverageOf': 'Chaque case est un paragraphe : plus elle est pleine, plus les travaux le citent.',
  'site.legendNone': 'non discuté',
  'site.legendSection': 'cité avec toute sa section',
  'site.legendCited': 'cité une, deux, trois ou quatre fois, plus souvent',
  'site.legendQuoted': 'cité mot à mot',
  'site.legendNoted': 'porte une note',
  'site.asTable': 'En tableau',
  'site.paragraph': 'Paragraphe',
  'site.about': 'Sujet',
  'site.totals': ({ passages, discussed }: { passages: number; discussed: number }) =>
    `${String(discussed)} ${discussed > 1 ? 'discutés' : 'discuté'} sur ${countedInFrench(passages, 'paragraphe')}`,
  'site.group': '{$discussed} sur {$all}',
  'site.counts': ({
    citations,
    bySection,
    quotations,
    notes,
  }: {
    citations: number;
    bySection: number;
    quotations: number;
    notes: number;
  }) => {
    const own = citations - bySection;
    const parts = [
      ...(own > 0 ? [`cité ${foisEnLettres(own)}`] : []),
      ...(bySection > 0 ? [`cité ${foisEnLettres(bySection)} avec toute sa section`] : []),
      ...(quotations > 0 ? [`cité mot à mot ${foisEnLettres(quotations)}`] : []),
      ...(notes > 0 ? [countedInFrench(notes, 'note')] : []),
    ];
    return parts.length > 0 ? parts.join(' ; ') : 'non discuté';
  },

  'site.guideOpening': ({ questions, papers }: { questions: number; papers: number }) =>
    `${countedInFrench(questions, 'question ouverte', 'questions ouvertes')}${papers > 0 ? ` de ${countedInFrench(papers, 'travail', 'travaux')}` : ''}, dans l’ordre du texte.`,
  'site.noQuestions': 'Personne ne demande encore rien.',
  'site.disputed': 'Mots en débat',
  'site.homeless': 'Sur aucun passage',
  'site.askedBy': 'Demandé dans',
  'site.askedInNote': 'Demandé dans une note',

  'site.workCitedIn': 'Cité dans',
  'site.noWorks': 'Les travaux ne citent encore aucun ouvrage.',
  'site.noPapers': 'Il n’y a pas encore de travaux.',
  'site.noTerms': 'Le glossaire n’a pas encore de mots.',
  'site.noSources': 'Il n’y a pas encore de texte.',

  'site.searchFor': 'Mots à chercher',
  'site.searchNeedsScript': 'La recherche a besoin de JavaScript, que ce navigateur n’exécute pas ici.',
  'site.searchEmpty':
    'Tapez un mot. Ce qui contient tous les mots que vous tapez est donné, le meilleur d’abord.',
  'site.searchNothing': 'Rien ici ne contient ces mots.',
  'site.searchFound': 'Trouvé : {0}',
  'site.searchFirst': 'Trouvé : {0}, dont voici les {1} premiers',
  'site.kindPassage': 'Texte',
  'site.kindPaper': 'Travail',
  'site.kindTerm': 'Glossaire',
  'site.kindQuestion': 'Question',
  'site.kindWork': 'Ouvrage',

  'export.noteOnPassage': 'Note sur le passage : {$text}',
  'exportHelp.proof':
    'mettre en commentaires comment chaque citation se tient à sa source, et les notes sur les passages cités, sans noms (docx, odt)',
  'export.unknownKey':
    '{$citation} ne mène à aucune source ni aucun ouvrage : elle est exportée telle quelle, et marquée.',
  'export.unknownPlace': '{$citation} ne mène à aucun passage : elle est exportée sans lien.',
  'export.linkLeftOut':
    'Un lien qui n’est pas une adresse du web, et ne mène à aucun fichier du dossier d’étude, est laissé de côté ; ses mots restent.',
  'export.imageLeftOut':
    'Une image venue d’hors du dossier d’étude est laissée de côté ; les mots qui la décrivent restent.',
  'export.rawLeftOut': 'Du HTML et du TeX qui n’est pas du texte du travail est laissé de côté.',
  'export.noImage':
    'L’image « {$path} » n’existe pas, ou n’est pas un PNG, JPEG, GIF, WebP ou SVG : elle est laissée de côté.',
  'export.printedBy': 'Le PDF a été fait par {$program}.',
  'export.noPrinter':
    'Il n’y a pas ici de programme qui fasse un PDF (Chrome, Chromium, Edge, LibreOffice, ou Pandoc avec son moteur). Une page web a été écrite à la place : un navigateur l’imprime en PDF.',
  'export.noPrograms':
    'Un navigateur ne lance aucun programme qui puisse faire un PDF. Une page web a été écrite à la place : ouvrez-la et imprimez-la en PDF.',
  'export.untrusted':
    'Aucun programme n’est lancé pour un dossier qui n’a pas votre confiance. Une page web a été écrite à la place du PDF : un navigateur l’imprime.',
  'export.unresolved': ({ count }: { count: number }) =>
    `${countedInFrench(count, 'citation')} ${count > 1 ? 'n’ont pas pu être résolues' : 'n’a pas pu être résolue'}.`,
  'export.stays':
    '« {$file} » existe déjà et reste tel quel. Choisissez un autre nom avec --out, ou --force.',
  'export.making': 'Export de {$file} …',
  'export.noPaper': 'Il n’y a pas ici de travail que l’on puisse exporter.',
  'export.noSource': 'Il n’y a pas ici de texte que l’on puisse citer.',
  'export.noNotes': 'Il n’y a pas ici de notes que l’on puisse exporter.',
  'export.manyIntoOne':
    'Plusieurs travaux ne peuvent pas aller dans un seul fichier : --out doit être un dossier.',
  'export.noText': 'Seul le HTML ou le Markdown d’un seul travail peut être écrit sur la sortie standard.',
  'export.noStyles': 'Les styles de citation de Pilcrow sont introuvables.',
  'export.noFields': 'Seuls les fichiers Word et les textes OpenDocument portent des citations vivantes.',
  'exportHelp.summary':
    'faire de travaux une page web, un fichier Word, un texte OpenDocument, un PDF ou du Markdown simple',
  'exportHelp.description':
    'Fait de travaux des fichiers pour les gens sans Pilcrow : les citations comme un style de citation les imprime, chacune avec un lien vers son passage dans une liste à la fin, les ouvrages cités, les notes, les images du dossier d’étude. Les commentaires, les notes de lecteurs et ce que dit pilcrow-ignore restent ici.',
  'exportHelp.to':
    'forme du fichier ; un PDF est fait par un programme présent : Typst, Chrome, Chromium, Edge, LibreOffice, Pandoc',
  'exportHelp.out':
    'fichier ou dossier où écrire (par défaut : à côté du travail) ; « - » est la sortie standard',
  'exportHelp.documentTo':
    'écrit un fichier comme un travail est exporté : citations composées, des passages ce que leurs textes partagent',
  'exportHelp.documentOut':
    'fichier à écrire avec --to (par défaut : dans le dossier courant) ; « - » est la sortie standard',
  'exportHelp.csl':
    'style de citation : chicago-author-date (par défaut), chicago-notes, mla, apa, ou un fichier .csl ; sinon « csl » du travail vaut',
  'exportHelp.citations':
    'links mène à la liste des passages ; zotero fait des citations que Zotero peut changer (docx, odt). Les deux à la fois ne sont pas possibles',
  'exportHelp.noPassages': 'laisser de côté la liste des passages cités',
  'exportHelp.force': 'remplacer un fichier qui existe',
  'exportHelp.after':
    '\nCe qui est montré d’un passage, l’en-tête de sa source le dit : « share: words », « gist » (par défaut) ou « numbers ».',
  'settings.globGroup':
    '« {$glob} » répète ou nie un groupe : écrivez plusieurs motifs, et ceux qui ne sont pas voulus dans « exclude ».',
  'settings.globsLong': 'Les motifs d’une liste ont ensemble au plus {$characters} caractères.',
};

/** What the checks are, in French; their examples stand in the catalogue of checks. */
const frenchChecks: Readonly<Record<CheckId, CheckProse>> = {
  'citation/unknown-key': {
    summary: 'Une citation nomme une source que le dossier d’étude ne connaît pas.',
    explanation:
      'La clé derrière @ doit être l’id d’une source de sources/, d’une entrée de bibliographie ou d’une édition intégrée. Le message nomme les clés les plus proches.',
  },
  'citation/no-such-paragraph': {
    summary: 'Une citation nomme un paragraphe que la source n’a pas.',
    explanation:
      'Les paragraphes sont numérotés à partir de ¶ 1 dans l’ordre de lecture. Le message dit quels numéros existent.',
  },
  'citation/ambiguous-paragraph': {
    summary: 'Une citation nomme un numéro que la source imprime devant plus d’un paragraphe.',
    explanation:
      'La source dit « numbering: printed » : ¶ 41 est donc le paragraphe auquel son auteur a donné le numéro 41. Là où la numérotation reprend à chaque chapitre, citez une section, ou retirez cette ligne de la source : ses paragraphes sont alors numérotés à partir de ¶ 1 dans l’ordre de lecture.',
  },
  'citation/no-such-section': {
    summary: 'Une citation nomme une section que la source n’a pas.',
    explanation:
      'Les sections s’appellent comme leurs titres les impriment, les sous-sections entre parenthèses : sec. 1(iii).',
  },
  'citation/no-such-note': {
    summary: 'Une citation nomme une note que la source n’a pas.',
    explanation: 'Les notes se citent n. 1. Le message dit quelles notes existent.',
  },
  'citation/no-such-page': {
    summary: 'Une citation nomme une page que la source ne marque pas.',
    explanation:
      'Une page ne se trouve que dans une source qui a des marques de page (<!-- p. 12 -->). Un numéro sans terme désigne une page : écrivez ¶ devant le numéro d’un paragraphe.',
  },
  'citation/unparsed-locator': {
    summary: 'Un repère est imprimé par Pandoc, mais n’est pas compris.',
    explanation:
      'Des mots qui ressemblent à un endroit du texte, mais ne sont aucun des termes que connaissent les processeurs de citations, sont imprimés tels quels et ne mènent nulle part.',
  },
  'citation/compound-locator': {
    summary: 'Un repère nomme deux sortes de lieux, dont seul le premier est compris.',
    explanation: 'Une citation a un seul repère. Citez le lieu le plus étroit, ou citez deux fois.',
  },
  'citation/reversed-range': {
    summary: 'Une plage finit avant de commencer.',
    explanation: 'Écrivez d’abord le plus petit numéro.',
  },
  'citation/no-locator': {
    summary: 'Une citation d’un texte numéroté ne dit pas de quel passage.',
    explanation:
      'Les lecteurs ne trouvent un passage que par son numéro. Pour citer exprès un texte entier, laissez-la telle quelle.',
  },
  'citation/escaped': {
    summary: 'Des barres obliques inverses, un retrait ou un @ mal mis empêchent une citation d’être lue.',
    explanation:
      'Certains formateurs et convertisseurs ne connaissent pas les citations et échappent leurs crochets, ou le @. Pandoc imprime alors les crochets tels quels. La correction retire les barres. D’autres déplacent la ligne à laquelle appartient un bloc en retrait, et font du code d’une phrase avec sa citation. Entre crochets, une clé du dossier avec un lieu, mais sans @ juste devant, n’est pas une citation non plus, ni une clé quelconque avec un lieu et un @ mal placé.',
  },
  'citation/older-pandoc': {
    summary: 'Pandoc 2.17 imprime une citation autrement que les versions plus récentes.',
    explanation:
      'Pilcrow lit les citations comme Pandoc 3.10. Certains systèmes ont encore 2.17, dont les lecteurs verraient un autre texte. Écrivez ce que les deux lisent de même, ou désactivez ce contrôle là où tous ont une version plus récente.',
  },
  'citation/undefined-reference': {
    summary: 'Un renvoi nomme une étiquette que son travail n’a pas.',
    explanation:
      'Quarto et pandoc-crossref numérotent figures, tableaux, sections et autres par des étiquettes comme fig-oil ou fig:oil. Là où aucune source n’a une telle clé, c’est un renvoi et non une citation. Une étiquette peut aussi se trouver dans un autre chapitre d’un livre : on ne regarde donc que là où ce contrôle est activé.',
  },
  'citation/other-printing': {
    summary: 'Une citation a un numéro de l’édition, et son paragraphe en a un autre dans le texte actuel.',
    explanation:
      'Le texte a changé depuis que son édition a été figée, de sorte que des numéros mènent à d’autres paragraphes. Le message dit quel numéro est visé, là où c’est certain, et rien là où des mots cités le disent. La correction donne au texte actuel une clé à lui, avec « printing-of », et y ramène les citations du travail ; « pilcrow migrate » déplace celles de tous les travaux. Là où elles suivent déjà le texte actuel, figez de nouveau son édition.',
  },
  'citation/locator-language': {
    summary: 'Le terme d’un renvoi nomme un autre genre de lieu dans une autre langue du texte cité.',
    explanation:
      '« § 17 » est un paragraphe dans un travail en français ou en espagnol et une section dans un travail en anglais ou en allemand. Là où un texte existe en plusieurs langues, comme « translation-of » le dit, une citation copiée dans un travail de l’autre langue mène ailleurs. C’est signalé là où le texte a les deux lieux et où leurs mots ne sont pas les mêmes. La correction écrit un terme qu’aucune autre langue du texte ne lit autrement. Collées dans VS Code, les citations prennent d’elles-mêmes les termes du travail.',
  },
  'source/duplicate-key': {
    summary: 'Deux sources ou ouvrages ont la même clé.',
    explanation: 'Une clé doit désigner une seule source. Changez l’id de l’une d’elles.',
  },
  'source/changed': {
    summary: 'Une source n’est plus comme son édition la donne.',
    explanation:
      'L’édition fige les mots et les numéros sur lesquels le groupe s’est entendu ; un import en crée une. Rétablissez le passage, ou reprenez un changement voulu par pilcrow edition freeze, ou en important de nouveau.',
  },
  'source/renumbered': {
    summary: 'Des travaux citent une source par des numéros que ses passages n’ont plus.',
    explanation:
      'Des versions antérieures de Pilcrow comptaient autrement les paragraphes, sections ou notes de cette source : elles ne connaissaient pas les divs, légendes, figures, blocs de lignes et autres blocs de Pandoc, et prenaient pour des titres des lignes de tableaux et de métadonnées. Aucune édition ne garde ses numéros, de sorte que des citations peuvent mener ailleurs que voulu. La correction déplace celles de tous les travaux et écrit « numbering: blocks » dans la source ; là où les citations suivent déjà les numéros actuels, écrivez cette ligne seule, ou figez une édition.',
  },
  'source/relation': {
    summary:
      'Une source dit de quel texte elle est la traduction ou un autre tirage, et cela ne mène à rien.',
    explanation:
      '« translation-of » nomme un texte dans une autre langue, « printing-of » un texte de mêmes mots ; le texte de base est celui qui n’en nomme pas d’autre. Nommez une source ou un ouvrage qui soit là, retirez le lien qui ferme le cercle, et dites la langue d’une traduction.',
  },
  'alignment/unreadable': {
    summary:
      'Un fichier qui dit quels paragraphes de deux textes se correspondent est illisible, ou une de ses lignes.',
    explanation:
      'Un tel fichier est écrit par `pilcrow align` ou par une personne qui confirme un endroit. Une ligne illisible est laissée de côté et les autres comptent. Corrigez-la, reprenez-la dans l’historique du dossier, ou récrivez le fichier.',
  },
  'alignment/conflict': {
    summary: 'Deux personnes ont confirmé des correspondances différentes d’un même paragraphe.',
    explanation:
      'Les deux lignes restent jusqu’à ce que quelqu’un tranche, et aucune ne passe pour certaine. Regardez-y les deux textes, et effacez la ligne fausse.',
  },
  'alignment/stale': {
    summary: 'Les mots d’un paragraphe ont changé depuis que quelqu’un en a confirmé la correspondance.',
    explanation:
      'Ce qui a été confirmé est gardé, mais ne passe plus pour certain, puisque les mots ne sont plus les mêmes. Regardez l’endroit et confirmez-le de nouveau ; si les mots reviennent, la ligne compte de nouveau d’elle-même.',
  },
  'alignment/open': {
    summary: 'Il n’est pas certain quels paragraphes de deux textes se correspondent.',
    explanation:
      'Une correspondance est certaine quand deux méthodes s’accordent, ou que quelqu’un la confirme. Tout le reste est ouvert : montré avec ses candidats, et compté pour rien. La correction confirme un endroit, aussi que rien ne correspond.',
  },
  'source/front-matter': {
    summary: 'Une source est illisible, ou son en-tête.',
    explanation:
      'Une source s’ouvre par du YAML entre des lignes --- qui donne au moins son id et son titre.',
  },
  'quotation/altered': {
    summary: 'Des mots entre guillemets diffèrent des mots de la source.',
    explanation:
      'Une citation, ce sont les mots mêmes de la source. Rétablissez-les, marquez ce que vous avez changé par des [crochets] et ce que vous avez omis par …, ou retirez les guillemets.',
  },
  'quotation/elsewhere': {
    summary: 'Les mots cités sont dans la source, mais pas là où le dit la référence.',
    explanation: 'Les mots sont justes et le lieu est faux. La correction écrit le lieu où ils se trouvent.',
  },
  'quotation/not-found': {
    summary: 'Les mots cités ne se trouvent nulle part dans la source.',
    explanation:
      'Cherchez de quel texte ils viennent, ou retirez les guillemets. Jusqu’à trois mots que personne n’est dit avoir dits ou écrits, comme dans l’ironie, sont une suggestion.',
  },
  'quotation/translated': {
    summary: 'Les mots cités sont ceux d’une traduction du texte cité, ou du texte qu’il traduit.',
    explanation:
      'Une référence mène le lecteur à un texte qui a d’autres mots. Renvoyez au texte qui est cité ; ou dites après la référence que la traduction est la vôtre. Trouvé là où `translation-of` dans l’en-tête dit quels textes vont ensemble.',
  },
  'quotation/ambiguous': {
    summary:
      'Les mots cités se trouvent à plusieurs endroits, dont aucun n’est celui de la référence, ou l’on ne peut dire où ils finissent.',
    explanation:
      'Pilcrow ne devine pas. Choisissez l’endroit voulu ; ou, là où un guillemet manque ou est de trop, mettez une paire de guillemets autour de ce qui est cité.',
  },
  'quotation/uncited': {
    summary: 'Une longue citation sans référence se trouve bien dans une source.',
    explanation:
      'Les mots ont été trouvés : la correction ajoute la référence. Les tournures courtes entre guillemets sont laissées en paix.',
  },
  'quotation/unmarked': {
    summary: 'Des mots d’une source sont dans un travail sans guillemets.',
    explanation:
      'Au moins douze mots de suite (unmarkedWords de pilcrow.json) sont ceux d’une source, à la lettre. La correction les marque comme citation et cite le passage. Les titres et les noms, ce que le travail cite ailleurs et ce que dit un glossaire sont laissés de côté.',
  },
  'quotation/not-verified': {
    summary: 'Une citation n’a pas pu être comparée à sa source.',
    explanation:
      'Le texte de la source n’est pas dans le dossier d’étude, ou la citation est trop courte pour être reconnue par des empreintes : importez votre exemplaire du texte. Ou bien sa référence dit que ses mots sont une traduction.',
  },
  'quotation/sense-reversed': {
    summary: 'Ce qui a été omis de mots exacts en renverse le sens.',
    explanation:
      'Des points de suspension, ou un crochet, prennent la place d’un « ne … pas », d’un « jamais », d’un « il est faux que ». Chaque mot est dans la source, et la source dit le contraire. Citez les mots omis, ou dites-le dans vos propres mots.',
  },
  'quotation/out-of-context': {
    summary: 'Des mots exacts sont peut-être cités contre leur sens.',
    explanation: 'Ce qui les entoure dans la source les nie. Lisez la phrase entière avant de citer.',
  },
  'bibliography/unreadable': {
    summary: 'Une bibliographie, ou l’une de ses entrées, est illisible.',
    explanation:
      'Le message dit ce qui ne va pas et où. Les autres entrées sont lues quand même. Les fichiers hors du dossier d’étude ne sont jamais lus.',
  },
  'bibliography/duplicate-entry': {
    summary: 'Deux entrées de bibliographie ont la même clé.',
    explanation: 'Les citations mènent à la première. Retirez-en une, ou donnez-lui une autre clé.',
  },
  'bibliography/unused-entry': {
    summary: 'Aucun travail ne cite une entrée de bibliographie.',
    explanation:
      'Rien n’est faux : l’entrée est montrée estompée pour qu’une bibliographie puisse rester en ordre.',
  },
  'paper/front-matter': {
    summary: 'Un travail est illisible, ou son en-tête.',
    explanation: 'L’en-tête est du YAML entre des lignes --- en haut du travail.',
  },
  'document/conflict': {
    summary: 'Git n’a pas pu fusionner deux versions d’un fichier, et y a laissé les deux.',
    explanation:
      'Entre les marques <<<<<<<, ======= et >>>>>>> se trouvent les lignes d’un côté et de l’autre. Gardez ce qui est juste et supprimez les marques. Jusque-là, rien entre elles n’est contrôlé, et aucune correction n’y touche.',
  },
  'footnote/undefined': {
    summary: 'Un appel renvoie à une note qui n’est pas définie.',
    explanation:
      'Pandoc imprime [^étiquette] tel quel là où rien ne commence par [^étiquette]: et là où il est dans une autre note. Les étiquettes se comparent lettre par lettre, et une définition demande une ligne vide avant elle.',
  },
  'footnote/unused': {
    summary: 'Une note est définie à laquelle rien ne renvoie.',
    explanation:
      'Pandoc laisse une telle note de côté. De deux définitions de même étiquette, la dernière vaut. Renvoyez à la note, ou retirez-la.',
  },
  'link/broken': {
    summary: 'Un lien ou une image ne mène à rien dans le dossier d’étude.',
    explanation:
      'Les fichiers se cherchent à côté du fichier où se trouve le lien, et les majuscules comptent. Les titres portent les identifiants que Pandoc leur donne, qui ne sont pas toujours ceux de GitHub et de l’aperçu de VS Code : tout ce qui précède la première lettre est omis. Des travaux, sources et glossaires on cherche titres et ids, des autres fichiers seulement qu’ils existent ; rien n’est dit des adresses du web, des chemins absolus et de ce qui est hors du dossier d’étude.',
  },
  'term/undefined': {
    summary: 'Un terme marqué n’a pas d’entrée dans le glossaire.',
    explanation: 'Ajoutez une entrée au glossaire, ou marquez le terme par un nom ou un alias qui en a une.',
  },
  'term/duplicate': {
    summary: 'Deux entrées du glossaire revendiquent le même nom ou alias.',
    explanation: 'Un nom doit mener à une seule entrée. Retirez-le de l’une des deux.',
  },
  'term/conflict': {
    summary: 'Un travail définit un terme autrement que le glossaire.',
    explanation:
      'On regarde les définitions explicites : une entrée de liste de définitions, « By X we mean … », « We define X as … », « [X]{.term}: … ». Une définition qui cite une source est en conflit là où le glossaire dit que cette source définit le terme ailleurs ; une qui ne cite rien, là où ses mots ne sont pas ceux du glossaire. Citez le paragraphe qui définit, ou entendez-vous sur l’entrée.',
  },
  'term/unclear-field': {
    summary: 'Un champ d’une entrée du glossaire ne se distingue pas de la définition.',
    explanation:
      'Les formateurs qui coupent les lignes joignent « Also: … » à ce qui suit. Les champs joints en une ligne sont lus quand même ; là où des noms continuent dans la définition, personne ne peut dire où ils finissent. Laissez une ligne vide entre les champs et la définition.',
  },
  'term/unused': {
    summary: 'Aucun travail et aucune source n’emploie un terme du glossaire.',
    explanation:
      'Rien n’est faux : l’entrée est montrée estompée pour qu’un glossaire puisse rester en ordre. Les entrées livrées avec Pilcrow ne sont pas regardées.',
  },
  'note/orphan': {
    summary: 'Une note a perdu sa place dans le texte.',
    explanation:
      'Les mots sur lesquels porte la note, ou ce qui les entourait, ont tellement changé qu’aucune place n’est certaine, ou que plusieurs conviennent aussi bien. Pilcrow ne devine jamais : replacez la note depuis la vue Notes, ou supprimez-la.',
  },
  'note/unreadable': {
    summary: 'Un fichier de notes, ou une note dedans, est illisible.',
    explanation:
      'Le message dit ce qui ne va pas et où. Les autres notes sont lues quand même. Rien n’est écrit dans un fichier qui n’est pas du JSON, de sorte que rien ne s’y perd.',
  },
  'settings/invalid': {
    summary: 'Quelque chose dans pilcrow.json est inutilisable.',
    explanation:
      'Le message dit quoi, où, et ce qui pourrait être voulu. Le reste du fichier vaut, et la valeur par défaut remplace ce qui est inutilisable.',
  },
  'suppression/unused': {
    summary: 'Un commentaire pilcrow-ignore ne tait rien.',
    explanation:
      'Le commentaire tait un contrôle sur le bloc suivant. Retirez-le quand le constat a disparu.',
  },
};

/** French, as a whole. */
export const french: SpokenLanguage = {
  tag: 'fr',
  say: speaker(frenchMessages, countedInFrench),
  checks: frenchChecks,
};
