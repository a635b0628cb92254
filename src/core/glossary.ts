/** Terms, their forms, and their uses in a text. */
export {
  type GlossaryEntry,
  type GlossaryFile,
  readGlossary,
  type UnclearField,
} from './glossary/readGlossary.ts';
export { buildGlossary, type Glossary } from './glossary/buildGlossary.ts';
export { pluralsOf, singularsOf } from './glossary/forms.ts';
export { buildMatcher, matcherIn, matchTerms, type TermMatcher } from './glossary/matcher.ts';
export { proseOf } from './glossary/proseOf.ts';
export { sensesFor, type Term, type TermSense } from './glossary/term.ts';
export {
  type DocumentTerms,
  type DocumentTermUse,
  findChunkTerms,
  findMarkedTerms,
  findTerms,
  type UndefinedTerm,
} from './glossary/uses.ts';
