import { messageOf } from '../messages.ts';
import type { Work } from '../bibliography.ts';
import type { CitedWork } from '../study.ts';
import { defineCheck, type Problem } from './defineCheck.ts';
import { rivalsOf } from './rivals.ts';

/** Bibliographies that papers name and that cannot be found. */
export const missingBibliographies = defineCheck({
  ids: ['bibliography/unreadable'],
  looksAt: 'namedBibliographies',
  check: ({ named, range = { start: 0, end: 0 } }) =>
    named.flatMap(({ written, candidates, isThere }) => {
      if (isThere) return [];
      const id = candidates.length === 0 ? 'bibliography.outside' : 'bibliography.notFound';
      const message = messageOf(id, { path: written });
      return [{ check: 'bibliography/unreadable', range, message }];
    }),
});

/** What of a bibliography cannot be read. */
export const unreadableEntries = defineCheck({
  ids: ['bibliography/unreadable'],
  looksAt: 'bibliography',
  check: ({ problems }) =>
    problems.map(({ message, range }) => ({
      check: 'bibliography/unreadable',
      range,
      message,
    })),
});

/** Entries with the same key. */
export const duplicateEntries = defineCheck({
  ids: ['bibliography/duplicate-entry'],
  looksAt: 'bibliography',
  check: ({ works }, study) =>
    works.flatMap((work) => {
      const placed = study.works.get(work.key) ?? [];
      return placed.length > 1 ? [duplicate(placed, work)] : [];
    }),
});

/** Entries that no paper cites. */
export const unusedEntries = defineCheck({
  ids: ['bibliography/unused-entry'],
  looksAt: 'bibliography',
  check: ({ works, citedKeys }) =>
    works
      .filter(({ key, aliases = [] }) => !['*', key, ...aliases].some((name) => citedKeys.has(name)))
      .map(({ key, keyRange }) => ({
        check: 'bibliography/unused-entry',
        range: keyRange,
        message: messageOf('bibliography.uncited', { key }),
        unnecessary: true,
      })),
});

function duplicate(placed: readonly CitedWork[], work: Work): Problem<'bibliography/duplicate-entry'> {
  const { key, keyRange: range } = work;
  const counts = placed[0]?.work === work;
  const others = rivalsOf(placed, (each) => each.work === work);
  const files = [...new Set(others.map((other) => other.analysis.file.path))];
  const isCut = placed.length - 1 > others.length;
  return {
    check: 'bibliography/duplicate-entry',
    range,
    message: messageOf('bibliography.sameKey', { key, entries: placed.length, files, isCut, counts }),
    related: others.map((other) => ({
      uri: other.analysis.file.uri,
      range: other.work.keyRange,
      message: messageOf('bibliography.alsoHere', { key }),
    })),
  };
}
