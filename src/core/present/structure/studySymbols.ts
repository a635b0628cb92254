import { inWords } from '../../messages.ts';
import { citationRange, nodesNear } from '../../citations.ts';
import type { Analysis, Study } from '../../study.ts';
import type { Range } from '../../text.ts';
import { citationAt, type Place, sectionName } from '../passages.ts';

/** A symbol of the study folder and its place. */
export interface SymbolView {
  readonly name: string;
  readonly container: string;
  readonly kind: 'section' | 'paper' | 'term';
  readonly place: Place;
}

/** The symbols for “go to symbol in workspace”: sections of sources, papers by title, and terms. */
export function studySymbols(study: Study): readonly SymbolView[] {
  const sections = [...study.sources.values()].flatMap(({ sections: own, file, title }) =>
    own.flatMap((section): SymbolView[] =>
      file && section.range
        ? [
            {
              name: sectionName(section),
              container: title,
              kind: 'section',
              place: { analysis: file, range: section.range },
            },
          ]
        : [],
    ),
  );
  const papers = study.papers.map((paper): SymbolView => {
    const name = paper.title || paper.file.path;
    return {
      name,
      container: paper.file.path,
      kind: 'paper',
      place: { analysis: paper, range: { start: 0, end: 0 } },
    };
  });
  const terms = study.terms.glossary.terms.flatMap((term): SymbolView[] => {
    const [first] = term.places;
    const analysis = first && study.byUri.get(first.uri);
    return first && analysis
      ? [
          {
            name: term.name,
            container: inWords('terms.glossary'),
            kind: 'term',
            place: { analysis, range: first.entry.nameRange },
          },
        ]
      : [];
  });
  return [...sections, ...papers, ...terms];
}

/** The ranges around an offset, innermost first: citation, word or passage, then each block up to the whole file. */
export function enclosingRanges(analysis: Analysis, offset: number): readonly Range[] {
  if (!('document' in analysis)) return [];
  const ranges: Range[] = [{ start: 0, end: analysis.text.length }];
  const add = (range: Range): void => {
    const last = ranges.at(-1);
    if (
      last &&
      range.start >= last.start &&
      range.end <= last.end &&
      (range.start !== last.start || range.end !== last.end)
    )
      ranges.push(range);
  };
  interface Nodelike {
    type: string;
    position?: { start: { offset?: number | undefined }; end: { offset?: number | undefined } } | undefined;
    children?: readonly Nodelike[];
  }
  const visit = (node: Nodelike): void => {
    for (const child of node.children ?? []) {
      const start = child.position?.start.offset ?? 0;
      const end = child.position?.end.offset ?? 0;
      if (offset < start || offset > end || child.type === 'text' || child.type === 'citationKey') continue;
      add({ start, end });
      visit(child);
      return;
    }
  };
  visit({ type: 'root', children: nodesNear(analysis.document, offset) });
  const citation = citationAt(analysis, offset);
  if (citation)
    for (const range of [
      citation.group,
      citationRange(citation),
      offset <= citation.range.end ? citation.range : (citation.locator?.range ?? citation.range),
    ])
      add(range);
  return ranges.reverse();
}
