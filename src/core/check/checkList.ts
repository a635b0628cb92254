import type { CheckId } from '../catalogue.ts';
import type { Analysis } from '../study.ts';
import {
  conflictingAlignments,
  openAlignments,
  staleAlignments,
  unreadableAlignments,
} from './alignmentChecks.ts';
import {
  duplicateEntries,
  missingBibliographies,
  unreadableEntries,
  unusedEntries,
} from './bibliographyChecks.ts';
import type { Check } from './defineCheck.ts';
import { undefinedReferences, unresolvedCitations } from './citationChecks.ts';
import { mergeConflicts } from './conflictChecks.ts';
import {
  unreadableFrontMatter,
  unusableSettings,
  unreadableEditions,
  unreadableFiles,
} from './fileChecks.ts';
import { brokenLinks, faultyFootnotes } from './linkChecks.ts';
import { locatorLanguages } from './locatorLanguageChecks.ts';
import { orphanedNotes, unreadableNotes } from './noteChecks.ts';
import { faultyQuotations } from './quotationChecks.ts';
import { unmarkedQuotations } from './unmarkedChecks.ts';
import { otherPrintings } from './otherPrintingChecks.ts';
import { renumberedSources } from './renumberedChecks.ts';
import { sourceRelations } from './relationChecks.ts';
import { changedSources, sourceIds, sourceKeys } from './sourceChecks.ts';
import {
  conflictingTerms,
  duplicateTerms,
  unclearFields,
  undefinedTerms,
  unusedTerms,
} from './termChecks.ts';
import { unsignedCitations } from './unsignedCitations.ts';

/** Every check. A new one is added here. */
const allChecks = [
  unreadableFiles,
  unreadableEditions,
  unreadableFrontMatter,
  sourceIds,
  sourceKeys,
  sourceRelations,
  changedSources,
  renumberedSources,
  mergeConflicts,
  unusableSettings,
  unresolvedCitations,
  unsignedCitations,
  undefinedReferences,
  otherPrintings,
  locatorLanguages,
  faultyQuotations,
  unmarkedQuotations,
  missingBibliographies,
  unreadableEntries,
  duplicateEntries,
  unusedEntries,
  faultyFootnotes,
  brokenLinks,
  undefinedTerms,
  conflictingTerms,
  duplicateTerms,
  unusedTerms,
  unclearFields,
  unreadableNotes,
  orphanedNotes,
  unreadableAlignments,
  conflictingAlignments,
  staleAlignments,
  openAlignments,
] as const;

/** Reported by `findings.ts`, of comments that silence none of the others. */
type OfComments = 'suppression/unused';
type MissingId = Exclude<CheckId, (typeof allChecks)[number]['ids'][number] | OfComments>;

/** Does not compile where the list lacks a check of the catalogue, and says which. */
const completeChecks: [MissingId] extends [never] ? readonly Check[] : MissingId = allChecks;

const checksOf = (role: Analysis['role']): readonly Check[] =>
  completeChecks.filter(({ roles }) => roles.includes(role));

/** The checks that look at files of a role. */
export const checksByRole: Readonly<Record<Analysis['role'], readonly Check[]>> = {
  paper: checksOf('paper'),
  source: checksOf('source'),
  glossary: checksOf('glossary'),
  bibliography: checksOf('bibliography'),
  edition: checksOf('edition'),
  configuration: checksOf('configuration'),
  notes: checksOf('notes'),
  alignment: checksOf('alignment'),
  unreadable: checksOf('unreadable'),
};
