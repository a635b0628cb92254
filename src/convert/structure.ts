/** Decides which blocks are paragraphs, headings, notes or furniture, and which questions to ask a person. */
export type { Decision, Doubt } from './structure/doubt.ts';
export {
  decide,
  doubtId,
  findStructure,
  hasText,
  type Outline,
  type OwnMarkdown,
  ownOutline,
  type PageStructure,
  textOutline,
} from './structure/findStructure.ts';
export { withSpellings } from './structure/hyphenDoubts.ts';
