import { messageOf } from '../../core/messages.ts';
import { isProseItem, type Item } from '../blocks.ts';

/** Lines after which readers write, and the text is over. */
const endCues: readonly RegExp[] = [
  /^\d+ (?:thoughts?|responses?|comments?|replies|reactions?) (?:on|to)\b/i,
  /^(?:one|two|three|four|five) (?:thoughts?|responses?|comments?|replies) (?:on|to)\b/i,
  /^(?:leave|post|add|write|submit) (?:a|your) (?:reply|comment|response)\b/i,
  /^(?:\d+\. )?reblogged this on\b/i,
  /^(?:\d+ )?comments?(?: ?\(\d+\))?:?$/i,
  /^comments are closed/i,
  /^(?:join|start) the (?:discussion|conversation)\b/i,
  /^(?:be the first to comment|show comments|view (?:all )?comments)/i,
  /^(?:schreiben? (?:sie )?einen kommentar|laisser un commentaire|deja (?:un comentario|una respuesta)|lascia un commento)/i,
];
/** Lines of a web page's frame. If no text follows such a line, all that follows is frame as well. */
const frame: readonly RegExp[] = [
  /^share (?:this|on|via|article)\b/i,
  /^(?:like|rate) this:?$/i,
  /^related(?: posts?| articles?| stories| reading)?:?$/i,
  /^(?:posted|filed|published) (?:in|under)\b/i,
  /^(?:submitted|uploaded|added) by\b/i,
  /^(?:tagged|tags:|categories:)/i,
  /^(?:← ?|« ?|‹ ?)?(?:previous|next|older|newer)(?: post| article| entry| entries| page| story)?(?::.*)?(?: ?→| ?»| ?›)?$/i,
  /^(?:subscribe|sign up|newsletter|get (?:our|the) newsletter|enter your email)\b/i,
  /^follow (?:us|me|this)\b/i,
  /^advertisements?:?$/i,
  /^report this ad$/i,
  /^(?:copyright|©|\(c\) \d{4})|all rights reserved\.?$/i,
  /^(?:powered by|proudly powered|theme:|blog at|website by)/i,
  /^(?:you (?:may|might) also (?:like|enjoy)|more (?:from|like this|posts)|recommended(?: for you)?|recent posts|popular posts|trending)/i,
  /^(?:we use|this (?:web)?site uses|by using this (?:web)?site).*cookies/i,
  /^(?:accept|reject)(?: all)?(?: cookies)?$/i,
  /^(?:privacy policy|terms of (?:use|service)|cookie (?:policy|settings)|contact us|about us|imprint|impressum)\b/i,
  /^(?:back to top|skip to (?:main )?content|print this(?: page| article)?|download (?:pdf|as pdf)|listen to this article)/i,
  /^(?:you are commenting using|fill in your details|log in to (?:reply|comment)|notify me of|connecting to %s)/i,
  /^(?:loading(?:\.\.\.|…)?|menu|search|search for:|log ?in|log ?out|sign in|register|home|rss)$/i,
  /^(?:twitter|facebook|pinterest|reddit|linkedin|whatsapp|telegram|tumblr|instagram|mastodon|e-?mail|print|tweet|share|pocket|more)$/i,
  /^\d+ ?(?:min(?:ute)?s?)(?:\.)? read(?:ing time)?$/i,
  /^(?:page )?\d+(?: ?(?:\||·) ?\d+)+$/i,
  /^(?:\d+ ){2,}next/i,
];

const maxCueWords = 14;
const maxCookieWords = 80;

/** Whether the words of a line show that it belongs to a web page's frame. */
function isFrame(text: string, words: number): boolean {
  if (words > (/cookies/i.test(text) ? maxCookieWords : maxCueWords)) return false;
  return frame.some((cue) => cue.test(text.trim()));
}

function isEndCue(item: Item): boolean {
  return item.words <= 30 && endCues.some((cue) => cue.test(item.text.trim()));
}

/** Marks as furniture the lines of the frame, and everything after the end of the text. */
export function markBoilerplate(items: readonly Item[]): void {
  let before = 0;
  for (let index = 0; index < items.length; index++) {
    const item = items[index];
    if (!item || item.kind === 'note') continue;
    const end = isEndCue(item) && before >= 60;
    if (end || (isFrame(item.text, item.words) && before >= 60 && !proseFollows(items, index, before))) {
      cut(items, index, end);
      return;
    }
    if (isFrame(item.text, item.words)) {
      item.kind = 'furniture';
      item.why = messageOf('importing.frameLine');
    } else if (isProseItem(item)) before += item.words;
  }
}

/** Whether the text goes on after a line of the frame, as it does after a share box at its top. */
function proseFollows(items: readonly Item[], index: number, before: number): boolean {
  let words = 0;
  for (let i = index + 1; i < items.length; i++) {
    const item = items[i];
    if (!item) continue;
    if (item.kind === 'note') return true;
    if (isEndCue(item)) break;
    if (isProseItem(item)) words += item.words;
  }
  return words > Math.max(40, before * 0.15);
}

function cut(items: readonly Item[], from: number, sure: boolean): void {
  const first = items[from];
  if (!first) return;
  const last = items.at(-1) ?? first;
  for (const item of items.slice(from)) {
    if (item.kind === 'note') continue;
    item.kind = 'furniture';
    item.why = messageOf(item === first ? 'importing.endsHere' : 'importing.behindEnd');
    item.cutBy = first;
  }
  first.question = {
    question: messageOf('importing.isEnd', { first: first.block.line, last: last.block.endLine }),
    options: ['furniture', 'paragraph'],
    reason: messageOf(sure ? 'importing.endByComments' : 'importing.endByFrame'),
  };
}
