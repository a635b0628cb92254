import { hasDenyingWord } from '../match.ts';

/**
 * Verbs and phrases that introduce the words of somebody else, in the languages of the texts seen so far. Forms that writers
 * use of people in general (`some call`, `on dit`) are left out, or excluded below.
 */
const saying = [
  // English
  String.raw`says?|said|writes?|wrote|written|stat(?:es|ed)|not(?:es|ed)|remark(?:s|ed)|declar(?:es|ed)|claim(?:s|ed)|argu(?:es|ed)|asks|asked|answer(?:s|ed)|repl(?:ies|ied)|adds|added|conclud(?:es|ed)|insist(?:s|ed)|observ(?:es|ed)|maintain(?:s|ed)|explain(?:s|ed)|announc(?:es|ed)|assert(?:s|ed)|affirm(?:s|ed)|warn(?:s|ed)|tells?|told|sp(?:eaks?|oke) of|talk(?:s|ed)? of|mention(?:s|ed)|reads|quot(?:es|ed)|cit(?:es|ed)|calls|called|names|named|terms|termed|labels|labelled|dubs|dubbed|describ(?:es|ed)|defin(?:es|ed)|uses|used|employ(?:s|ed)|puts it|according to|in the words? of|words?(?: are| were)`,
  // German and Dutch
  String.raw`sagte?|schreibt|schrieb|heißt es|heisst es|spricht von|sprach von|redet von|nennt|nannte|bezeichnete?|erklärte?|behauptete?|fragte?|betonte?|formulierte?|erwähnte?|zitierte?|lautete?|verwendete?|gebrauchte?|benutzte?|zufolge`,
  String.raw`zegt|zei|schrijft|schreef|noemt|noemde|spreekt van|sprak van|stelt|stelde|beweert|beweerde|vraagt|gebruikt|citeert|luidt|volgens`,
  // French
  String.raw`(?<!on |soi-)dit|disait|écri(?:t|vait|vit)|affirm(?:e|ait)|déclar(?:e|ait)|parl(?:e|ait) d[eu]|(?<!on |s['’])appel(?:le|ait)|nomm(?:e|ait)|remarqu(?:e|ait)|ajout(?:e|ait)|demand(?:e|ait)|répond(?:ait)?|soutient|évoqu(?:e|ait)|emploi(?:e|yait)|utilis(?:e|ait)|selon|d['’]après`,
  // Spanish, Italian, Portuguese
  String.raw`(?<!se )dice|dijo|escrib(?:e|ió)|afirm(?:a|ó|ou)|habl(?:a|ó) de|(?<!se )llam(?:a|ó)|denomin(?:a|ó|ou)|señal(?:a|ó)|añad(?:e|ió)|pregunt(?:a|ó|ou)|respond(?:e|ió|eu)|conclu(?:ye|yó|i|iu)|sostiene|mencion(?:a|ó|ou)|emple(?:a|ó)|utiliz(?:a|ó|ou)|según`,
  String.raw`(?<!si )disse|scri(?:ve|sse)|parl(?:a|ò) di|(?<!si )chiam(?:a|ò)|defini(?:sce|sse|sceva)|osserv(?:a|ò)|aggiun(?:ge|se)|chied(?:e|eva)|rispond(?:e|eva)|conclud(?:e|eva)|secondo`,
  String.raw`diz|escrev(?:e|eu)|fal(?:a|ou) d[eoa]|(?<!se )cham(?:a|ou)|acrescent(?:a|ou)|sustent(?:a|ou)|empreg(?:a|ou)|segundo`,
].join('|');
/** What is said by nobody in particular, or by the writer. */
const general =
  /(?<![\p{L}])(?:(?:is|are|was|were|be|been|being|so|often|commonly|usually|sometimes|now|also|then|what is|might|may|could|would|should|can|let us|shall|i|we|one|some|many|people|they) (?:\p{L}+ )?$)|(?:(?:every|some|any|no)(?:body| ?one)|who|which) $/iu;
const before = new RegExp(
  String.raw`(?<![\p{L}\p{M}-])(?:${saying})(?![\p{L}\p{M}])[:,]?(?: [\p{L}\p{M}'’-]+[,:]?){0,3}\s*[:,–—-]?\s*$`,
  'iu',
);
const behind = new RegExp(
  String.raw`^[*_]*(?:\s*,\s*(?:(?:as|so|thus|wie) )?|\s+\(?(?:as|so|thus|wie|comme|como|come|zo) )(?:(?!(?:which|that|who|where|die|der|das|qui|que|che)(?![\p{L}]))@?[\p{L}\p{N}_:.-]+ ){0,3}(?:${saying})(?![\p{L}\p{M}])`,
  'iu',
);
/** How far before a quotation the words that introduce it begin. */
const maxIntroduction = 120;

/**
 * Whether a quotation is introduced as said or written by somebody, so that its words are meant to be the source's.
 * @param lead the words of the sentence before it
 * @param after the text of the paper after its closing mark, with a comma before that
 */
export function isIntroduced(lead: string, after: string): boolean {
  const words = lead.slice(-maxIntroduction);
  if (hasDenyingWord(words)) return false;
  if (/:\s*$/u.test(words)) return true;
  const found = before.exec(words);
  if (found && !general.test(words.slice(0, found.index))) return true;
  return behind.test(after.slice(0, maxIntroduction));
}
