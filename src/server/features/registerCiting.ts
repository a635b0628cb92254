import {
  type CitableItem,
  citableItems,
  citationOfSelection,
  citeAt,
  citingLanguage,
  inLanguage,
  searchCitable,
  textInLanguage,
} from '../../core/present/citing.ts';
import type { Analysis, Study } from '../../core/study.ts';
import { locatorFor } from '../../core/citations.ts';
import { LineIndex } from '../../core/text.ts';
import { answering, type ServerContext, studyFor } from '../context.ts';
import type { Params } from '../protocol.ts';
import { rangeFromWire, toOffset, wireRange } from '../wire.ts';
import { viewTarget } from './registerRequests.ts';

/** What can be cited, and what citing it makes of a paper. */
export function registerCiting(server: ServerContext): void {
  const answer = answering(server);
  answer('pilcrow/citationOf', async ({ uri, range, paper }) => {
    const located = await server.studies.locate(uri);
    if (!located) return null;
    const lang = citingLanguage(await analysisOf(server, paper));
    return citationOfSelection(located.analysis, rangeFromWire(located.analysis, range), located.study, lang);
  });
  answer('pilcrow/citationFor', async ({ uri, citation }) =>
    inLanguage(citation, citingLanguage(await analysisOf(server, uri))),
  );
  answer('pilcrow/pastedText', async ({ uri, file, text }) =>
    textInLanguage(
      text,
      citingLanguage(await analysisOf(server, file)),
      citingLanguage(await analysisOf(server, uri)),
    ),
  );
  answer('pilcrow/cite', async ({ uri, position, citation }) => {
    const analysis = await analysisOf(server, uri);
    if (analysis?.role !== 'paper' && analysis?.role !== 'glossary') return null;
    const { document } = analysis;
    const edit = citeAt(document, toOffset(analysis, position), citation);
    if (!edit) return null;
    const { range, newText } = edit;
    const after = document.text.slice(0, range.start) + newText + document.text.slice(range.end);
    const { line, column } = new LineIndex(after).positionAt(edit.caret);
    return { range: wireRange(analysis, range), newText, caret: { line, character: column } };
  });
  answer('pilcrow/citable', async (params) => {
    const study = await studyFor(server, params.uri);
    const analysis = await analysisOf(server, params.uri);
    const lang = citingLanguage(analysis);
    return wantedItems(study, analysis, params).map((item) => {
      const { citation, label, description, detail, names, place } = item;
      const target = viewTarget(place, study);
      const locator = locatorFor(names.label, names.numbers, lang);
      return { citation, locator, label, description, detail, ...(target ? { target } : {}) };
    });
  });
}

async function analysisOf(server: ServerContext, uri: string | undefined): Promise<Analysis | undefined> {
  return uri === undefined ? undefined : (await server.studies.locate(uri))?.analysis;
}

function wantedItems(
  study: Study,
  analysis: Analysis | undefined,
  { typed, key, position }: Params<'pilcrow/citable'>,
): readonly CitableItem[] {
  const isOwn = (item: CitableItem): boolean => key === undefined || item.key === key;
  if (typed === undefined)
    return [...study.sources.values()].flatMap((source) => citableItems(source)).filter(isOwn);
  const place =
    analysis?.role === 'paper'
      ? { document: analysis.document, offset: position && toOffset(analysis, position) }
      : undefined;
  return searchCitable(study, typed, { key, place, lang: citingLanguage(analysis) });
}
