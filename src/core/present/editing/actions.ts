import { inWords } from '../../messages.ts';
import type { Finding } from '../../check.ts';
import { type Analysis, RoleFinder, type Study } from '../../study.ts';
import { type Citation, citationsNear } from '../../citations.ts';
import { overlaps, type Range } from '../../text.ts';

/** A change that can be made at a place, other than the fixes of findings. */
export interface Action {
  /** An imperative sentence. */
  readonly title: string;
  readonly edits: readonly ActionEdit[];
}

export interface ActionEdit {
  /** Relative to the study folder, with `/`. */
  readonly path: string;
  /** Offsets in the file, in UTF-16 code units. `new` creates the file with `newText`. */
  readonly range: Range | 'new';
  readonly newText: string;
}

/** “Remove the repeated …” for each citation at the selection that its bracket has twice. */
export function duplicateCitations(analysis: Analysis, selection: Range): Action[] {
  if (analysis.role !== 'paper' && analysis.role !== 'glossary') return [];
  const wanted = { start: selection.start, end: selection.end + 1 };
  const groups = new Map<number, Citation[]>();
  for (const citation of citationsNear(analysis.document, selection.start, wanted.end))
    if (overlaps(citation.group, wanted) || citation.group.end === selection.start)
      groups.set(citation.group.start, [...(groups.get(citation.group.start) ?? []), citation]);
  return [...groups.values()].flatMap((group) => {
    const repeated = group.filter((citation, at) =>
      group.slice(0, at).some((other) => addsNothing(citation, other)),
    );
    const edits = repeated.flatMap((citation) => {
      const before = group[group.indexOf(citation) - 1];
      return before ? [{ start: endOfCitation(before), end: endOfCitation(citation) }] : [];
    });
    const [first] = repeated;
    if (!first || edits.length === 0) return [];
    const title =
      repeated.length > 1
        ? inWords('actions.removeRepeatedCitations')
        : inWords('actions.removeRepeated', { citation: citationName(first) });
    const { path } = analysis.file;
    return [{ title, edits: edits.map((range) => ({ path, range, newText: '' })) }];
  });
}

/** Whether the later citation adds nothing to the earlier one. */
function addsNothing(citation: Citation, other: Citation): boolean {
  return (
    citation.key === other.key &&
    citation.mode === other.mode &&
    citation.prefix === '' &&
    (citation.suffix === other.suffix ||
      (citation.rest === other.rest &&
        citation.locator !== undefined &&
        citation.locator.label === other.locator?.label &&
        citation.locator.value === other.locator.value))
  );
}

function endOfCitation(citation: Citation): number {
  return Math.max(citation.range.end, citation.suffixRange.end);
}

function citationName({ key, locator }: Citation): string {
  return `@${key}${locator ? `, ${`${locator.term} ${locator.value}`.trim()}` : ''}`;
}

const newBibliography = 'sources/works.bib';

/**
 * “Create a bibliography entry …” for an unknown key: an empty entry at the end of the study's first BibLaTeX file,
 * or in a new file. Undefined if BibLaTeX does not allow the key, or if the study folder would not read the file.
 * @param canCreate whether the client can create files
 */
export function bibliographyEntry(finding: Finding, study: Study, canCreate: boolean): Action | undefined {
  const analysis = study.byUri.get(finding.uri);
  if (
    finding.check !== 'citation/unknown-key' ||
    (analysis?.role !== 'paper' && analysis?.role !== 'glossary')
  )
    return undefined;
  const { start } = finding.range;
  const citation = citationsNear(analysis.document, start).find(({ range }) => range.start === start);
  if (!citation || !/^[^\s,{}()"#%'=~\\]+$/u.test(citation.key)) return undefined;
  const entry = `@misc{${citation.key},\n  author = {},\n  title = {},\n  date = {},\n}\n`;
  const file = study.files.find((each) => each.role === 'bibliography' && /\.bib$/i.test(each.file.path));
  const titleIn = (path: string): string => inWords('actions.createEntry', { key: citation.key, path });
  if (file?.role === 'bibliography') {
    const { path } = file.file;
    const end = file.text.length;
    const gap = file.text === '' ? '' : /\n\s*$/.test(file.text) ? '\n' : '\n\n';
    const newText = gap + entry;
    return { title: titleIn(path), edits: [{ path, range: { start: end, end }, newText }] };
  }
  const taken = study.files.some((each) => each.file.path === newBibliography);
  const read = new RoleFinder(study.configuration).roleOf(newBibliography) === 'bibliography';
  if (taken || !read || !canCreate) return undefined;
  const edits = [{ path: newBibliography, range: 'new' as const, newText: entry }];
  return { title: titleIn(newBibliography), edits };
}
