import type { Source, Study } from '../../core/study.ts';
import {
  coverageChoices,
  coverageFigures,
  coverageOf,
  coverageOutline,
  emptyWords,
  noFigures,
  paperFacts,
  sourceToShow,
  talliesOf,
  totalsWords,
} from '../../core/present/coverage.ts';
import { rowPlace, sourceLine } from '../../core/present/passages.ts';
import { uriOf } from '../../files/paths.ts';
import { answering, type ServerContext, studyFor } from '../context.ts';
import { TimeSlicer } from '../timeSlicer.ts';
import { editionAddress, keyOfEditionUri, wireLocation } from '../wire.ts';
import type { CoverageReply, Params } from '../protocol.ts';

/** Names of outlines, so that one that the client has is not sent again: 10,000 paragraphs are a megabyte of first words. */
class Outlines {
  private readonly names = new WeakMap<object, string>();
  private last = 0;

  nameOf(source: Source): string {
    // Without the text a source is made anew with every change, its edition is not.
    const lasting = source.file ? source : (source.edition ?? source);
    const name = this.names.get(lasting) ?? String(++this.last);
    this.names.set(lasting, name);
    return name;
  }
}

/** Coverage: the picture's figures, and where a cell leads; and the guide that gathers what is still open. */
export function registerCoverage(server: ServerContext): void {
  const outlines = new Outlines();
  const answer = answering(server);
  answer('pilcrow/coverage', async (params, token) => {
    const study = await studyFor(server, params.uri);
    const key = params.key ?? keyOfEditionUri(params.uri ?? '');
    const source = key === undefined ? sourceToShow(study, params.uri) : study.sources.get(key);
    if (source) await new TimeSlicer().each(study.papers, token, (paper) => void talliesOf(paper, study));
    return source ? replyFor(source, study, params, outlines.nameOf(source)) : null;
  });
  answer('pilcrow/coveragePlace', async ({ uri, key, cell }) => {
    const source = (await studyFor(server, uri)).sources.get(key);
    return source ? placeOfCell(source, cell) : null;
  });
  answer('pilcrow/guide', async ({ uri, ...options }) => {
    const study = await studyFor(server, uri);
    // Few ask for one, and everybody waits for what the server starts with.
    const { guidePath, makeGuide } = await import('../guides.ts');
    const guide = await makeGuide(study, options);
    const root = server.studies.rootFor(uri);
    return {
      ...(guide ?? { text: '', questions: 0 }),
      folder: root === undefined ? null : uriOf(root),
      path: guidePath(options),
    };
  });
}

function replyFor(
  source: Source,
  study: Study,
  { filter, knows }: Params<'pilcrow/coverage'>,
  outlineName: string,
): CoverageReply {
  const coverage = coverageOf(source, study, filter);
  const { papers, authors } = coverageChoices(study);
  const { figures, groups } = coverageFigures(coverage, papers);
  const isFiltered = filter !== undefined && Object.keys(filter).length > 0;
  return {
    key: source.key,
    title: source.title,
    line: sourceLine(source),
    outlineName,
    outline: knows === outlineName ? null : coverageOutline(coverage),
    figures,
    noFigures: noFigures(),
    groups,
    totals: totalsWords(coverage.totals),
    empty: emptyWords(coverage, isFiltered) ?? null,
    papers: papers.map((paper) => {
      const { title, authors: by, date } = paperFacts(paper);
      return { uri: paper.file.uri, title, by: by.join(', '), date: date ?? null };
    }),
    authors,
    sources: [...study.sources.values()].map(({ key, title }) => ({ key, title })),
  };
}

function placeOfCell(source: Source, { isNote, number }: Params<'pilcrow/coveragePlace'>['cell']) {
  const item = isNote
    ? source.notes.find((note) => note.number === number)
    : source.passages.find((passage) => passage.number === number);
  if (!item) return null;
  const place = rowPlace(source, item.words?.range, isNote ? undefined : number);
  if (!place) return null;
  if ('analysis' in place) return wireLocation(place);
  return editionAddress(source, isNote ? undefined : number, isNote ? number : undefined);
}
