import { orderOfTexts } from '../../alignment.ts';
import { inWords } from '../../messages.ts';
import { alignmentFileOf, type AnchoredAlignment, anchoredAlignment, relationsOf } from '../../resolve.ts';
import type { AlignmentFile, Source, Study } from '../../study.ts';
import { paragraphLabel, passagePreview, passageWords } from '../passages.ts';

/** Two texts that may be put side by side, and how far that is. */
export interface TextPair {
  readonly base: PairedText;
  readonly text: PairedText;
  /** Places of which nobody knows yet; undefined where the texts have not been aligned. */
  readonly open: number | undefined;
}

export interface PairedText {
  readonly key: string;
  readonly title: string;
  /** As its front matter has it; empty where it has none. */
  readonly language: string;
}

/** What is known of paragraphs. `stale`: a person confirmed them, and their words have changed. `disputed`: two people differ. */
export type ReviewState = 'certain' | 'confirmed' | 'open' | 'stale' | 'disputed';

/** Paragraphs side by side, by their numbers of today; one side may be empty. */
export interface ReviewGroup {
  readonly base: readonly number[];
  readonly text: readonly number[];
  readonly state: ReviewState;
  /** What is known of them, in words: with who confirmed it. */
  readonly said: string;
}

/** A paragraph, with its words or, where these are not there, what stands for them. */
export interface ReviewPassage {
  readonly label: string;
  readonly words: string;
}

/** Two texts side by side: every paragraph of both is in one group. */
export interface AlignmentReview {
  readonly base: PairedText & { readonly passages: readonly ReviewPassage[] };
  readonly text: PairedText & { readonly passages: readonly ReviewPassage[] };
  readonly groups: readonly ReviewGroup[];
}

/** The most of a paragraph that is shown. UTF-16 code units. */
const maxWords = 2000;

/** Texts that name a base which is there, by title; printings and translations of bases alike. */
export function textPairs(study: Study): readonly TextPair[] {
  const pairs = [...relationsOf(study)].flatMap(([key, { base }]): TextPair[] => {
    const [own, other] = [study.sources.get(key), base === undefined ? undefined : study.sources.get(base)];
    if (!own || !other || own.passages.length === 0 || other.passages.length === 0) return [];
    const file = alignmentFileOf(other.key, own.key, study);
    const review = file && reviewGroups(file, study);
    const open = review?.filter(({ state }) => isForReview(state)).length;
    return [{ base: pairedText(other), text: pairedText(own), open }];
  });
  return pairs.sort((a, b) => (a.text.title < b.text.title ? -1 : 1));
}

function isForReview(state: ReviewState): boolean {
  return state !== 'certain' && state !== 'confirmed';
}

/** Two texts side by side; undefined where they have not been aligned, or one of them is not there. */
export function alignmentReview(base: string, text: string, study: Study): AlignmentReview | undefined {
  const file = alignmentFileOf(base, text, study);
  const anchored = file && anchoredAlignment(file, study);
  if (!anchored) return undefined;
  return {
    base: { ...pairedText(anchored.base), passages: anchored.base.passages.map(reviewPassage) },
    text: { ...pairedText(anchored.text), passages: anchored.text.passages.map(reviewPassage) },
    groups: groupsInReview(anchored),
  };
}

function reviewGroups(file: AlignmentFile, study: Study): readonly ReviewGroup[] | undefined {
  const anchored = anchoredAlignment(file, study);
  return anchored && groupsInReview(anchored);
}

function pairedText({ key, title, csl }: Source): PairedText {
  const language = csl['language'];
  return { key, title, language: typeof language === 'string' ? language : '' };
}

function reviewPassage(passage: Source['passages'][number]): ReviewPassage {
  const words = passageWords(passage) ?? passagePreview(passage);
  return {
    label: paragraphLabel(passage),
    words: words.length > maxWords ? `${words.slice(0, maxWords).trimEnd()} …` : words,
  };
}

/** Every paragraph once: one that several lines name is in the first of them, and one that none names is open by itself. */
function groupsInReview({ base, text, lines }: AnchoredAlignment): readonly ReviewGroup[] {
  const known = { base: new Set<number>(), text: new Set<number>() };
  const take = (side: 'base' | 'text', numbers: readonly number[]): readonly number[] => {
    const own = numbers.filter((number) => !known[side].has(number));
    for (const number of own) known[side].add(number);
    return own;
  };
  const groups = lines.flatMap(({ anchored, isDisputed }): ReviewGroup[] => {
    const [ofBase, ofText] = [take('base', anchored.base), take('text', anchored.text)];
    if (ofBase.length + ofText.length === 0) return [];
    const state = isDisputed ? 'disputed' : reviewStateOf(anchored);
    const { by = '', on = '' } = anchored.line;
    return [{ base: ofBase, text: ofText, state, said: reviewStateInWords(state, by, on) }];
  });
  const open = (ofBase: readonly number[], ofText: readonly number[]): ReviewGroup => ({
    base: ofBase,
    text: ofText,
    state: 'open',
    said: reviewStateInWords('open', '', ''),
  });
  const rest = [
    ...base.passages.flatMap(({ number }) => (known.base.has(number) ? [] : [open([number], [])])),
    ...text.passages.flatMap(({ number }) => (known.text.has(number) ? [] : [open([], [number])])),
  ];
  return orderOfTexts([...groups, ...rest], (group) => group);
}

function reviewStateOf({ isCertain, line }: AnchoredAlignment['lines'][number]['anchored']): ReviewState {
  if (line.state === 'confirmed') return isCertain ? 'confirmed' : 'stale';
  return isCertain ? 'certain' : 'open';
}

const saidOfStates = {
  certain: 'alignments.computed',
  confirmed: 'alignments.confirmed',
  open: 'alignments.openState',
  stale: 'alignments.staleState',
  disputed: 'alignments.disputedState',
} as const;

function reviewStateInWords(state: ReviewState, by: string, on: string): string {
  // A line of the narrow column never begins with the dot.
  return [inWords(saidOfStates[state]), by, on].filter(Boolean).join('\u00A0· ');
}
