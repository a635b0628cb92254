/** Views of terms: hovers, uses, frequencies, the handout and new entries. */
export { newEntry, termToAdd } from './terms/addTerm.ts';
export {
  type ConcordanceLine,
  concordanceLine,
  type ConcordanceOrder,
  sortedLines,
} from './terms/concordance.ts';
export { glossaryHandout, handoutPath } from './terms/handout.ts';
export {
  frequencies,
  type Frequency,
  frequencyLine,
  frequencyOf,
  type FrequencyRow,
} from './terms/termFrequency.ts';
export { termHover, termMarkdown } from './terms/termHover.ts';
export { termRanges } from './terms/termLook.ts';
export { termDefinition, termReferences } from './terms/termNavigation.ts';
export { termsView, termTooltip, termUses } from './terms/termsView.ts';
