import type { CheckId } from '../catalogue.ts';
import type { Analysis } from '../study.ts';
import { duplicateEntries, namedBibliographies, unreadableEntries, unusedEntries } from './bibliographies.ts';
import type { Check } from './check.ts';
import { citations, escapedCitations } from './citations.ts';
import { conflicts } from './conflicts.ts';
import { frontMatter, settings, unreadableEditions, unreadableFiles } from './files.ts';
import { footnotes } from './footnotes.ts';
import { brokenLinks } from './links.ts';
import { orphanedNotes, unreadableNotes } from './notes.ts';
import { quotations } from './quotations.ts';
import { changedSources, sourceIds, sourceKeys } from './sources.ts';
import { conflictingTerms, duplicateTerms, unclearFields, undefinedTerms, unusedTerms } from './terms.ts';

/** Every check. A new one is added here. */
const checks = [
  unreadableFiles,
  unreadableEditions,
  frontMatter,
  sourceIds,
  sourceKeys,
  changedSources,
  conflicts,
  settings,
  citations,
  escapedCitations,
  quotations,
  namedBibliographies,
  unreadableEntries,
  duplicateEntries,
  unusedEntries,
  footnotes,
  brokenLinks,
  undefinedTerms,
  conflictingTerms,
  duplicateTerms,
  unusedTerms,
  unclearFields,
  unreadableNotes,
  orphanedNotes,
] as const;

/** Reported by `findings.ts`, of comments that silence none of the others. */
type OfComments = 'suppression/unused';
type Missing = Exclude<CheckId, (typeof checks)[number]['ids'][number] | OfComments>;

/** Does not compile where the list lacks a check of the catalogue, and says which. */
const complete: [Missing] extends [never] ? readonly Check[] : Missing = checks;

const checksOf = (role: Analysis['role']): readonly Check[] =>
  complete.filter(({ roles }) => roles.includes(role));

/** The checks that look at files of a role. */
export const checksByRole: Readonly<Record<Analysis['role'], readonly Check[]>> = {
  paper: checksOf('paper'),
  source: checksOf('source'),
  glossary: checksOf('glossary'),
  bibliography: checksOf('bibliography'),
  edition: checksOf('edition'),
  configuration: checksOf('configuration'),
  notes: checksOf('notes'),
  unreadable: checksOf('unreadable'),
};
