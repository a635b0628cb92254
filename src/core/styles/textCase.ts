import { tableOf } from '../text.ts';
import { isTextNode, enclosedIn, type MarkedNode, type RichNode, type RichText, richWords } from './richText.ts';

/** The values of `text-case` (CSL 1.0.2, “Text-case”). */
export type TextCase =
  | 'lowercase'
  | 'uppercase'
  | 'capitalizeFirst'
  | 'capitalizeAll'
  | 'sentence'
  | 'title'
  /** Protects a text from the case of what it stands in. */
  | 'asIs';

/** Where a word stands. */
type CasePlace = 'start' | 'sentenceStart' | 'afterWordEnd' | 'inWord' | 'afterSentenceEnd' | 'lastWord';

type ChangeWord = (word: string, place: CasePlace) => string;

/** Words that a title has in small letters, unless they are its first or last. */
const smallWords: ReadonlySet<string> = new Set(
  (
    'a an and as at but by down for from in into nor of on onto or over so the till to up via with yet ' +
    'about van von de d l'
  ).split(' '),
);

const wordChanges = tableOf<ChangeWord>({
  lowercase: (word) => word.toLowerCase(),
  uppercase: (word) => word.toUpperCase(),
  capitalizeFirst: (word, place) => (place === 'start' && isLower(word) ? capitalized(word) : word),
  capitalizeAll: (word, place) => (place !== 'inWord' && place !== 'afterSentenceEnd' && isLower(word) ? capitalized(word) : word),
  sentence: (word, place) => {
    const isFirst = place === 'start' || place === 'sentenceStart';
    if (isCapitalized(word)) return isFirst ? capitalized(word.toLowerCase()) : word.toLowerCase();
    return isFirst && isLower(word) ? capitalized(word) : word;
  },
  title: titleWord,
});

/** Changes the case of a text. What is raised, lowered, in small capitals or marked `asIs` stays as it is. */
export function withCase(text: RichText, textCase: TextCase): RichText {
  const change = wordChanges[textCase];
  return change === undefined ? enclosedIn('asIs', text) : new CaseChanger(change).whole(text);
}

function isLower(word: string): boolean {
  return /^\p{Ll}*$/u.test(word);
}

function isCapitalized(word: string): boolean {
  return /^\p{Lu}\p{Ll}*$/u.test(word);
}

function capitalized(word: string): string {
  const first = String.fromCodePoint(word.codePointAt(0) ?? 0);
  return first.toUpperCase() + word.slice(first.length);
}

function titleWord(word: string, place: CasePlace): string {
  const hasBoth = /\p{Lu}/u.test(word) && /\p{Ll}/u.test(word);
  const isCapitals = /^(?:\p{Lu}|\P{L})*$/u.test(word);
  if (hasBoth || isCapitals) return word;
  const isLong = [...word].length > 1;
  const isRaised =
    place === 'start' ||
    place === 'sentenceStart' ||
    (place === 'afterWordEnd' && isLong && !smallWords.has(word)) ||
    (place === 'lastWord' && isLong);
  return isRaised ? capitalized(word.toLowerCase()) : word;
}

/** Stretches of one kind: letters with digits, spaces, punctuation; each other sign alone. */
const caseStretches = /[\p{L}\p{N}]+|\s+|\p{P}+|./gsu;
const wordBreak = /[-/\u2013\u2014\s]/u;

class CaseChanger {
  private place: CasePlace = 'start';

  constructor(private readonly change: ChangeWord) {}

  /** Changes a text whose last word is known to be its last, if it stands by itself. */
  whole(text: RichText): RichText {
    const last = text.at(-1);
    const [, before = '', word = ''] = isTextNode(last) ? (/^(.* )?([^ ]+)$/s.exec(last.text) ?? []) : [];
    const isAlone = word === '' || wordBreak.test(word) || (before === '' && text.length === 1);
    if (isAlone || !isTextNode(last)) return text.map((node) => this.node(node));
    const nodes = text.slice(0, -1).map((node) => this.node(node));
    const start = before === '' ? '' : this.words(before);
    if (this.place === 'afterWordEnd' || this.place === 'sentenceStart' || this.place === 'start')
      this.place = 'lastWord';
    return [...nodes, { ...last, text: start + this.words(word) }];
  }

  private node(node: RichNode): RichNode {
    if (isTextNode(node)) return { ...node, text: this.words(node.text) };
    if (node.mark === 'asIs' && this.place === 'inWord') return this.untouched({ ...node, mark: 'apart' });
    if (['smallCaps', 'superscript', 'subscript', 'asIs'].includes(node.mark)) return this.untouched(node);
    return { ...node, content: node.content.map((child) => this.node(child)) };
  }

  private untouched(node: MarkedNode): RichNode {
    this.move(richWords(node.content));
    return node;
  }

  private words(text: string): string {
    return text.replace(caseStretches, (stretch) => {
      const changed = /^[\p{L}\p{N}]/u.test(stretch) ? this.change(stretch, this.place) : stretch;
      this.move(stretch);
      return changed;
    });
  }

  private move(stretch: string): void {
    const last = [...stretch.slice(-2)].at(-1);
    if (last === undefined) return;
    if (/[.?!:]/.test(last)) this.place = 'afterSentenceEnd';
    else if (/[\p{L}\p{N}]/u.test(last)) this.place = 'inWord';
    else if (/\s/u.test(last) && this.place === 'afterSentenceEnd') this.place = 'sentenceStart';
    else if (wordBreak.test(last)) this.place = 'afterWordEnd';
  }
}
