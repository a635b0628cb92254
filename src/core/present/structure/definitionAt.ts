import { citationRange, runsOf } from '../../citations.ts';
import type { Analysis, Source, Study } from '../../study.ts';
import {
  type Counterpart,
  counterpartsOf,
  type Resolution,
  resolveCitation,
  worksNamed,
} from '../../resolve.ts';
import { type CitationUse, citedIndex } from '../../citedBy.ts';

import {
  citationAt,
  type DefinitionTarget,
  type DefinitionView,
  passageAt,
  type Place,
  sourceOf,
} from '../passages.ts';
import { termDefinition, termReferences } from '../terms.ts';
import { appendAll, numbersFromTo } from '../../text.ts';

/** The definition of the citation or term at an offset. Undefined if there is none. */
export function definitionAt(analysis: Analysis, offset: number, study: Study): DefinitionView | undefined {
  const citation = citationAt(analysis, offset);
  if (citation) {
    const targets = definitionTargets(resolveCitation(citation, study), study);
    return targets.length > 0 ? { origin: citationRange(citation), targets } : undefined;
  }
  return termDefinition(analysis, offset, study);
}

/** Where a citation leads. Consecutive passages are one target. */
function definitionTargets(resolution: Resolution, study: Study): readonly DefinitionTarget[] {
  const { citation, source, target } = resolution;
  if (!source)
    return worksNamed(citation.key, study).map(({ work, analysis }) => ({
      analysis,
      range: work.keyRange,
    }));
  const first = target?.section?.first ?? target?.passages[0];
  if (!source.file) return [{ editionKey: source.key, passage: first, note: target?.note }];
  const { file } = source;
  if (!target) return [{ analysis: file, range: file.keyRange ?? { start: 0, end: 0 } }];
  if (target.section?.range) return [{ analysis: file, range: target.section.range }];
  const places = passagePlaces(source, target.passages);
  const note = source.notes.find((candidate) => candidate.number === target.note)?.words;
  if (note) places.push({ analysis: file, range: note.range });
  for (const other of certainCounterparts(source.key, target.passages, study))
    appendAll(places, passagePlaces(other.source, other.numbers));
  return places.length > 0 ? places : [{ analysis: file, range: file.keyRange ?? { start: 0, end: 0 } }];
}

/** Where passages stand in the file of their text. Those in a row are one place. */
function passagePlaces({ file, passages }: Source, numbers: readonly number[]): Place[] {
  if (!file) return [];
  return runsOf(numbers).map((run) => {
    const [from, to] = typeof run === 'number' ? [run, run] : run;
    const start = passages[from - 1]?.words?.range.start ?? 0;
    return { analysis: file, range: { start, end: passages[to - 1]?.words?.range.end ?? start } };
  });
}

/** What translations and printings certainly have for passages. */
function certainCounterparts(key: string, numbers: readonly number[], study: Study): readonly Counterpart[] {
  if (study.alignments.length === 0 || numbers.length === 0) return [];
  return counterpartsOf(key, numbers, study).filter(({ state }) => state === 'certain');
}

/** The citations of passages, and those of what other texts certainly have for them. */
export function usesInAllTexts(
  key: string,
  own: Iterable<CitationUse> | undefined,
  passages: readonly number[],
  study: Study,
): Iterable<CitationUse> {
  const others = certainCounterparts(key, passages, study);
  if (others.length === 0) return own ?? [];
  const { bySource } = citedIndex(study);
  const uses = others.flatMap(({ source, numbers }) => [
    ...(bySource.get(source.key)?.of(numbers, []) ?? []),
  ]);
  return new Set([...(own ?? []), ...uses]);
}

/**
 * All uses of what is at an offset: a citation's passages; a paragraph, heading or note of a source; or a term.
 * @param includeDeclaration whether to include the passage or entry itself
 */
export function referencesAt(
  analysis: Analysis,
  offset: number,
  study: Study,
  includeDeclaration: boolean,
): readonly Place[] {
  const uses = citationUsesOf(analysis, offset, study);
  if (!uses) return termReferences(analysis, offset, study, includeDeclaration);
  const places = [...uses].map(({ paper, range }) => ({ analysis: paper, range }));
  const declared = includeDeclaration ? definitionAt(analysis, offset, study)?.targets : undefined;
  return [...(declared ?? []).filter((target): target is Place => 'analysis' in target), ...places];
}

/** The citations of what is at an offset. Undefined if that cannot be cited. */
export function citationUsesOf(
  analysis: Analysis,
  offset: number,
  study: Study,
): Iterable<CitationUse> | undefined {
  if (analysis.role !== 'source') return usesOfCitation(analysis, offset, study);
  const source = sourceOf(analysis, study);
  if (!source) return undefined;
  const cited = citedIndex(study).bySource.get(source.key);
  const heading = source.sections.find(({ range }) => range && range.start <= offset && offset <= range.end);
  if (heading) return cited?.of(numbersFromTo(heading.first, heading.last)) ?? [];
  const found = passageAt(source, offset);
  if (!found) return cited?.uses;
  if (!('passage' in found)) return cited?.byNote.get(found.note.number) ?? [];
  const { number } = found.passage;
  return usesInAllTexts(source.key, cited?.byPassage.get(number), [number], study);
}

function usesOfCitation(analysis: Analysis, offset: number, study: Study): Iterable<CitationUse> | undefined {
  const citation = citationAt(analysis, offset);
  if (!citation) return undefined;
  const { target } = resolveCitation(citation, study);
  const cited = citedIndex(study).bySource.get(citation.key);
  const onKey = offset <= citation.range.end;
  if (onKey || !target || (target.passages.length === 0 && target.note === undefined))
    return cited?.uses ?? [];
  const own = cited?.of(target.passages, target.note === undefined ? [] : [target.note]);
  return usesInAllTexts(target.source.key, own, target.passages, study);
}
