/** The languages in which Pilcrow writes for papers. Findings and views are in English: see `core/messages`. */
export { english } from './languages/english.ts';
export { languageFor, worksHeadings } from './languages/languageFor.ts';
export { denyingPhrasesIn, englishDenials, phrasesThatDeny } from './languages/denyingPhrases.ts';
export { primaryLanguage } from './languages/primaryLanguage.ts';
export {
  type HeadingKind,
  headingKinds,
  headingNumbers,
  touchingHeadingKinds,
} from './languages/headingWords.ts';
export type { MarkPair } from './languages/writtenLanguage.ts';
export { type PaperBodies, type PaperTemplate, paperTemplates } from './languages/paperBodies.ts';
export { inAnyLanguage, questionHeadings, smallNumbersIn } from './languages/understoodWords.ts';
