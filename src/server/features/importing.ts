import { inWords } from '../../core/messages.ts';
import { join } from '../../files/pathNames.ts';
import type { ImportRequest, ImportResult, Decision } from '../../convert/import.ts';
import type { Study } from '../../core/study.ts';
import { editionOfImport, editionsForImport, takenKey } from '../../core/present/sources.ts';
import { bytesOfBase64 } from '../../core/text.ts';
import { nameOfKey } from '../../core/present/wording.ts';
import { pathOf, relativeTo, uriOf } from '../../files/paths.ts';
import { readText } from '../../files/texts.ts';
import type { ImportParams, ImportReply } from '../protocol.ts';
import type { ServerContext } from '../context.ts';
import { nameAmongSeveral } from './registerFolders.ts';

/** Turns a text into a source and says what is to be decided. The importers load when they are first needed. */
export async function importText(server: ServerContext, params: ImportParams): Promise<ImportReply> {
  await server.studies.ready;
  const root = server.studies.rootFor(params.folder) ?? pathOf(params.folder);
  if (root === undefined) return { problem: inWords('importing.noFolder') };
  const { study } = server.studies.folderFor(params.folder);
  const { importSource } = await import('../../convert/import.ts');
  const request: ImportRequest = {
    bytes: bytesOfBase64(params.base64),
    fileName: params.fileName,
    editions: editionsForImport(study),
    decisions: (params.decisions ?? []) as readonly Decision[],
    ...(params.password === undefined ? {} : { password: params.password }),
    ...(params.key === undefined ? {} : { key: params.key }),
    ...(params.title === undefined ? {} : { title: params.title }),
    ...(params.author === undefined ? {} : { author: params.author }),
  };
  const first = await importSource(request);
  if ('problem' in first) return { ...first, problem: inWords(first.problem) };
  const taken = takenKey(first, study);
  if (taken) return { problem: inWords(taken) };
  const path = importPath(root, first.key, study);
  const existing = await readText(path, root);
  const result =
    existing && 'text' in existing ? await importSource({ ...request, existing: existing.text }) : first;
  if ('problem' in result) return { ...result, problem: inWords(result.problem) };
  const below = relativeTo(root, path) ?? '';
  const frozen = editionOfImport(below, result.markdown, study);
  const edition = frozen && { uri: uriOf(join(root, ...frozen.path.split('/'))), text: frozen.text };
  const made = reply(result, path, existing !== undefined);
  const comments = await commentFiles(result, root, study);
  const name = nameAmongSeveral(server, params.folder);
  return {
    ...made,
    ...(edition ? { edition } : {}),
    ...(comments ? { comments } : {}),
    ...(name === undefined ? {} : { studyFolder: name, summary: `${name}: ${made.summary}` }),
  };
}

/** The files of notes that the comments of a file would go into, as they would be then. */
async function commentFiles(
  { key, comments }: ImportResult,
  root: string,
  study: Study,
): Promise<ImportedSource['comments']> {
  if (comments.length === 0) return undefined;
  const { planNoteImport } = await import('../../convert/fileNotes.ts');
  const plan = planNoteImport(comments, study, { source: key });
  if (plan.added === 0) return undefined;
  const files: { uri: string; text: string }[] = [];
  for (const { path, change } of plan.steps) {
    const target = join(root, ...path.split('/'));
    const before = await readText(target, root);
    const changed = before && 'problem' in before ? before : change(before?.text ?? '');
    if ('text' in changed) files.push({ uri: uriOf(target), text: changed.text });
  }
  return { count: plan.added, files };
}

type ImportedSource = Extract<ImportReply, { readonly key: string }>;

/** Where the source with a key stands, or would stand. */
function importPath(root: string, key: string, study: Study): string {
  const known = study.sources.get(key)?.file?.file.uri;
  const path = known === undefined ? undefined : pathOf(known);
  return path ?? join(root, 'sources', `${nameOfKey(key)}.md`);
}

function reply(result: ImportResult, path: string, exists: boolean): ImportedSource {
  return {
    key: result.key,
    ...(result.about ? { about: result.about } : {}),
    uri: uriOf(path),
    exists,
    text: result.markdown,
    summary: summaryOf(result),
    doubts: result.doubts.map((doubt) => ({
      ...doubt,
      question: inWords(doubt.question),
      reason: inWords(doubt.reason),
    })),
    dropped: result.dropped.map(({ line, endLine, why }) => ({ line, endLine, why: inWords(why) })),
  };
}

function summaryOf({ recognised, doubts, key }: ImportResult): string {
  if (recognised) {
    const differing = recognised.differing.length + recognised.missing.length;
    const { key, matched, of } = recognised;
    return inWords('importing.recognised', { key, matched, of, differing });
  }
  return doubts.length === 0
    ? inWords('importing.imported', { key })
    : inWords('importing.importedWithDoubts', { key, doubts: doubts.length });
}
