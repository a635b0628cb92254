import { inWords } from '../../messages.ts';
import type { TextEdit } from '../../check.ts';
import type { Analysis, Study } from '../../study.ts';
import { type Citation, readCitations } from '../../citations.ts';
import { bracedKey } from '../../syntax.ts';
import { type Range, touches } from '../../text.ts';
import { isProse, termUseAt, usesOfTerm } from '../../resolve.ts';
import type { Term } from '../../glossary.ts';
import { quotationPlaces } from '../../quotations.ts';
import { citationAt, entryAt, listedPlaces } from '../passages.ts';

/** A key or term that can be renamed, and where it is. */
export interface RenameSubject {
  readonly range: Range;
  readonly placeholder: string;
  readonly subject: { readonly key: string } | { readonly term: Term };
}

/** An edit in a file of the study folder. A `doubtful` edit needs the person's agreement. */
export interface RenameEdit extends TextEdit {
  readonly uri: string;
  readonly doubtful: boolean;
}

/** The key or term at an offset. A `problem` sentence if it cannot be renamed; undefined if there is none. */
export function renameSubjectAt(
  analysis: Analysis,
  offset: number,
  study: Study,
): RenameSubject | { readonly problem: string } | undefined {
  const key = keyAt(analysis, offset);
  if (key) {
    const source = study.sources.get(key.key);
    if (source && !source.file) return { problem: inWords('rename.builtInKey', { key: key.key }) };
    return { range: key.range, placeholder: key.key, subject: { key: key.key } };
  }
  const term = termUseAt(analysis, offset, study) ?? entryAt(analysis, offset, study);
  if (!term) return undefined;
  if (term.term.builtIn) return { problem: inWords('rename.builtInTerm', { name: term.term.name }) };
  return { range: term.range, placeholder: term.term.name, subject: { term: term.term } };
}

function keyAt(analysis: Analysis, offset: number): { key: string; range: Range } | undefined {
  const citation = citationAt(analysis, offset);
  if (citation)
    return touches(citation.range, offset) ? { key: citation.key, range: citation.keyRange } : undefined;
  if (analysis.role === 'source' && analysis.keyRange && touches(analysis.keyRange, offset))
    return { key: analysis.key, range: analysis.keyRange };
  if (analysis.role === 'bibliography') {
    const work = analysis.bibliography.works.find((candidate) => touches(candidate.keyRange, offset));
    return work && { key: work.key, range: work.keyRange };
  }
  return undefined;
}

/** The place where the person asked to rename. That use is certain unless it is quoted, even if others are doubtful. */
export interface RenamedAt {
  readonly uri: string;
  readonly range: Range;
}

/** All edits of a rename, or a sentence that says why it is not possible. */
export function renameEdits(
  subject: RenameSubject['subject'],
  newName: string,
  study: Study,
  at?: RenamedAt,
): readonly RenameEdit[] | { readonly problem: string } {
  const name = newName.trim().replace(/\s+/gu, ' ');
  if (name === '') return { problem: inWords('rename.empty') };
  return 'key' in subject
    ? renameKey(subject.key, name.replace(/^@/, ''), study)
    : renameTerm(subject.term, name, study, at);
}

function renameKey(
  key: string,
  newKey: string,
  study: Study,
): readonly RenameEdit[] | { readonly problem: string } {
  if (/[\s{}]/u.test(newKey)) return { problem: inWords('rename.badKey') };
  if (newKey !== key && (study.sources.has(newKey) || study.works.has(newKey)))
    return { problem: inWords('rename.takenKey', { key: newKey }) };
  const edits: RenameEdit[] = [];
  for (const analysis of study.files) {
    const { uri } = analysis.file;
    for (const citation of citationsIn(analysis))
      if (citation.key === key)
        edits.push({
          uri,
          range: citation.range,
          newText: `@${bracedKey(newKey)}`,
          doubtful: false,
        });
    if (analysis.role === 'source' && analysis.key === key && analysis.keyRange)
      edits.push({ uri, range: analysis.keyRange, newText: yamlScalar(newKey), doubtful: false });
    const works =
      analysis.role === 'bibliography'
        ? analysis.bibliography.works
        : analysis.role === 'paper'
          ? analysis.works
          : [];
    for (const work of works)
      if (work.key === key) edits.push({ uri, range: work.keyRange, newText: newKey, doubtful: false });
  }
  return edits;
}

function citationsIn(analysis: Analysis): readonly Citation[] {
  if (analysis.role === 'paper' || analysis.role === 'glossary') return analysis.citations;
  return analysis.role === 'source' ? readCitations(analysis.document) : [];
}

/** A key as YAML, quoted if YAML would read it as something else. */
function yamlScalar(key: string): string {
  return /^[\p{L}_][\p{L}\p{N}_./-]*$/u.test(key) && !/^(?:true|false|null|yes|no|on|off)$/i.test(key)
    ? key
    : JSON.stringify(key);
}

/** Entries and marked uses are renamed for certain, plain uses and words of a source only if the person agrees. */
function renameTerm(
  term: Term,
  name: string,
  study: Study,
  at: RenamedAt | undefined,
): readonly RenameEdit[] | { readonly problem: string } {
  const taken = study.terms.glossary.find(name);
  if (taken && taken !== term && !taken.builtIn)
    return { problem: inWords('rename.takenName', { name, entry: taken.name }) };
  const edits: RenameEdit[] = term.places
    .filter((place) => !place.builtIn)
    .map(({ uri, entry }) => ({ uri, range: entry.nameRange, newText: name, doubtful: false }));
  for (const analysis of study.files)
    if (analysis.role === 'glossary')
      for (const entry of analysis.glossary.entries)
        for (const related of entry.seeAlso)
          if (study.terms.glossary.find(related.name) === term)
            edits.push({ uri: analysis.file.uri, range: related.range, newText: name, doubtful: false });
  for (const { analysis, use } of usesOfTerm(term, study)) {
    if (!isProse(analysis) || analysis.role === 'source') continue;
    const { uri } = analysis.file;
    const isHere = at?.uri === uri && at.range.start === use.range.start && at.range.end === use.range.end;
    const ending = endingAfterName(use.text, term.name);
    // How the new name would form this ending is not known.
    if (ending === undefined || (ending !== '' && !isHere)) continue;
    edits.push({
      uri,
      range: use.range,
      newText: likeIn(use.text, name) + ending,
      doubtful: (use.span === undefined && !isHere) || isQuoted(analysis, use.range),
    });
  }
  return edits;
}

/** Whether the words at a range are those of a source, which a rename would make others. */
function isQuoted(analysis: Analysis, { start, end }: Range): boolean {
  if (analysis.role !== 'paper') return false;
  const places = quotationPlaces(analysis.document);
  return places.some(
    ({ draft, start: at }) => at + draft.range.start <= start && end <= at + draft.range.end,
  );
}

/** The ending of a use after the name, such as the `s` of a plural. Undefined if it does not begin with the name. */
function endingAfterName(written: string, name: string): string | undefined {
  const begins = written.toLowerCase().startsWith(name.toLowerCase());
  const ending = written.slice(name.length);
  return begins && /^(?:s|['’]s|s['’])?$/u.test(ending) ? ending : undefined;
}

/** The new name, with a capital if the use had one. */
function likeIn(written: string, name: string): string {
  const capital = /^\p{Lu}/u.test(written) && /^\p{Ll}/u.test(name);
  return capital ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}

/** A sentence about doubtful edits that were left out, for clients that cannot ask. Empty if there are none. */
export function leftOutWords(edits: readonly RenameEdit[], study: Study): string {
  const places = edits
    .filter(({ doubtful }) => doubtful)
    .flatMap(({ uri, range }) => {
      const analysis = study.byUri.get(uri);
      return analysis ? [{ analysis, range }] : [];
    });
  if (places.length === 0) return '';
  return inWords('rename.leftOut', { count: places.length, places: listedPlaces(places) });
}
