import type { Study } from '../../core/study.ts';
import { dirname } from '../../files/pathNames.ts';
import { pathOf } from '../../files/paths.ts';
import {
  glossaryHandout,
  handoutPath,
  termRanges,
  termsView,
  termTooltip,
  termUses,
} from '../../core/present/terms.ts';
import { countingMessage, outlinePage, sourcesView, sourceTooltip } from '../../core/present/sources.ts';
import { paperView, scaffoldStudyFolder } from '../../core/present/papers.ts';
import { folderNameOf } from '../../core/present/wording.ts';
import { checkSummaries, checkSummary } from '../../core/present/listings.ts';
import { citedIndex, cacheTargets } from '../../core/citedBy.ts';
import { cacheTerms } from '../../core/resolve.ts';
import type { Row } from '../../core/present/passages.ts';
import { editionAddress, keyOfEditionUri, wireLocation, wireRange } from '../wire.ts';
import type { View, ViewNode } from '../protocol.ts';
import { answering, type ServerContext, studyFor } from '../context.ts';
import { TimeSlicer } from '../timeSlicer.ts';
import { registerAlignments } from './registerAlignments.ts';
import { registerAddTerm } from './registerCodeActions.ts';
import { inFolder, namedStudies } from './registerFolders.ts';
import { importText } from './importing.ts';
import { registerExport } from './registerExport.ts';
import { registerPaperOffers } from './registerPapers.ts';
import { registerPrintings } from './registerPrintings.ts';

const emptyView: View = { nodes: [], badge: 0 };

/** The requests of Pilcrow's own: views, terms, citing, checking, importing, new folders and papers. */
export function registerRequests(server: ServerContext): void {
  const answer = answering(server);
  registerTerms(server, answer);
  registerAddTerm(server);
  registerPaperOffers(server);
  registerExport(server);
  registerPrintings(server);
  registerAlignments(server);
  registerViews(server, answer);
  answer('pilcrow/check', async ({ uri }) => {
    if (uri !== undefined) return checkSummary(await studyFor(server, uri));
    await server.studies.ready;
    const all = namedStudies(server);
    return checkSummaries(all.length > 0 ? all : [{ name: '', study: server.studies.folderFor(uri).study }]);
  });
  answer('pilcrow/import', (params) => importText(server, params));
  answer('pilcrow/importPaper', async (params) =>
    (await import('./draftImport.ts')).importDraftText(server, params),
  );
  answer('pilcrow/importEndings', async () => (await import('../../convert/formats.ts')).importEndings());
  answer('pilcrow/newStudyFolder', ({ title }) =>
    Promise.resolve({ name: folderNameOf(title), files: scaffoldStudyFolder(title) }),
  );
  answer('pilcrow/preview', async ({ uri }) => {
    const located = await server.studies.locate(uri);
    if (located?.analysis.role !== 'paper') return null;
    const { analysis: paper, study } = located;
    const { previewPaper } = await import('../../files/exportPaper.ts');
    const { packageRoot, studies } = server;
    const root = studies.rootFor(uri) ?? dirname(pathOf(uri) ?? '');
    return { text: paper.text, ...(await previewPaper({ paper, study, root, packageRoot })) };
  });
  answer('pilcrow/content', async ({ uri }) => {
    const key = keyOfEditionUri(uri);
    if (key === undefined) return null;
    await server.studies.ready;
    const studies = [
      ...server.studies.folders.map((folder) => folder.study),
      server.studies.folderFor(undefined).study,
    ];
    const source = studies.map((study) => study.sources.get(key)).find(Boolean);
    return source ? outlinePage(source).text : null;
  });
}

/** The Sources view and the Paper view. */
function registerViews(server: ServerContext, answer: ReturnType<typeof answering>): void {
  answer('pilcrow/sources', async ({ uri }, token) => {
    await server.studies.usable;
    if (server.studies.isReadingPapers) {
      const rows = sourcesView(server.studies.folderFor(uri).study, false);
      const view = viewOf(rows, server.studies.folderFor(uri).study);
      return inFolder(server, uri, { ...view, message: countingMessage() });
    }
    const study = await studyFor(server, uri);
    const slices = new TimeSlicer();
    await slices.each(study.papers, token, (paper) => cacheTargets(paper, study));
    await slices.each([...study.sources.keys()], token, (key) => void citedIndex(study).bySource.get(key));
    return inFolder(server, uri, viewOf(sourcesView(study), study));
  });
  answer('pilcrow/sourceTooltip', async ({ uri, row }) => {
    const study = await studyFor(server, uri);
    return sourceTooltip(row, study) ?? null;
  });
  answer('pilcrow/paper', async ({ uri, order }) => {
    const located = await server.studies.locate(uri);
    if (located?.analysis.role !== 'paper') return emptyView;
    const { rows, message, citations, problems } = paperView(located.analysis, located.study, order);
    const nodes = rows.map((row) => nodeOf(row, located.study));
    const view = { ...(message === '' ? {} : { message }), nodes, citations, badge: problems };
    return inFolder(server, uri, view);
  });
}

/** The Terms view, what an editor underlines, the handout. */
function registerTerms(server: ServerContext, answer: ReturnType<typeof answering>): void {
  answer('pilcrow/terms', async ({ uri }, token) => {
    const study = await studyFor(server, uri);
    await new TimeSlicer().each(study.files, token, (file) => cacheTerms(file, study));
    return inFolder(server, uri, viewOf(termsView(study), study));
  });
  answer('pilcrow/termUses', async ({ uri, row, order }) => {
    const study = await studyFor(server, uri);
    return termUses(row, study, order).map((each) => nodeOf(each, study));
  });
  answer(
    'pilcrow/termTooltip',
    async ({ uri, row }) => termTooltip(row, await studyFor(server, uri)) ?? null,
  );
  answer('pilcrow/termRanges', async ({ uri, look }) => {
    const located = await server.studies.locate(uri);
    if (!located) return [];
    const { analysis, study } = located;
    return termRanges(analysis, study, look).map((range) => wireRange(analysis, range));
  });
  answer('pilcrow/handout', async ({ uri }) => ({
    ...glossaryHandout(await studyFor(server, uri)),
    path: handoutPath,
  }));
}

function viewOf(rows: readonly Row[], study: Study): View {
  return { nodes: rows.map((row) => nodeOf(row, study)), badge: 0 };
}

/** A row of a view with its place as an address, without its empty fields. */
export function nodeOf({ place, children, ...fields }: Row, study: Study): ViewNode {
  const { id, label, accessibleLabel, kind } = fields;
  const target = viewTarget(place, study);
  const filled = Object.entries(fields).filter(([, value]) => value !== '' && value !== false);
  return {
    ...(Object.fromEntries(filled) as Partial<typeof fields>),
    id,
    label,
    accessibleLabel,
    kind,
    ...(target ? { target } : {}),
    ...(children.length > 0 ? { children: children.map((child) => nodeOf(child, study)) } : {}),
  };
}

export function viewTarget(place: Row['place'], study: Study): ViewNode['target'] {
  if (!place) return undefined;
  if ('analysis' in place) return wireLocation(place);
  const source = study.sources.get(place.editionKey);
  return source && editionAddress(source, place.passage, undefined);
}
