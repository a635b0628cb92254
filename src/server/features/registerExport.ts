import type { CancellationToken } from 'vscode-languageserver';
import { inWords } from '../../core/messages.ts';
import { base64Of } from '../../core/text.ts';
import type { ExportJob } from '../../files/exportPaper.ts';
import { programPath } from '../../files/machine.ts';
import { dirname } from '../../files/pathNames.ts';
import { pathOf } from '../../files/paths.ts';
import { answering, type ServerContext, studyFor } from '../context.ts';
import type { Params } from '../protocol.ts';
import type { ExportReply } from '../paperFileTypes.ts';
import { wireRange } from '../wire.ts';

/** Papers and documents that go out. The client writes what it gets, as it knows how to ask before it replaces a file. */
export function registerExport(server: ServerContext): void {
  const { studies, packageRoot } = server;
  const answer = answering(server);
  answer('pilcrow/export', async ({ uri, ...order }, token) => {
    const located = await studies.locateInAll(uri);
    const path = pathOf(uri);
    if (located?.analysis.role !== 'paper' || path === undefined)
      return { problem: inWords('export.noPaper') };
    const { analysis: paper, study } = located;
    const root = studies.rootFor(uri) ?? dirname(path);
    const made = await madeFile({ paper, study, root, packageRoot }, order, token);
    if ('problem' in made) return made;
    const { problems, ...reply } = made;
    const placed = problems.map(({ range, message }) => ({ range: wireRange(paper, range), message }));
    return { ...reply, problems: placed };
  });
  answer('pilcrow/exportDocument', async ({ uri, document, key, date, ...order }, token) => {
    const study = await studyFor(server, uri);
    const { documentTexts } = await import('./documentTexts.ts');
    const text = await documentTexts[document](study, { key, date }, token);
    if (typeof text !== 'string') return { problem: inWords(text) };
    const { paperOfDocument } = await import('../../files/exportPaper.ts');
    const root = studies.rootFor(uri) ?? dirname(pathOf(order.file) ?? '');
    const paper = paperOfDocument(text, document);
    const made = await madeFile({ paper, study, root, packageRoot }, order, token);
    if ('problem' in made) return made;
    return { ...made, problems: made.problems.map(({ message }) => ({ range: null, message })) };
  });
}

type Order = Pick<Params<'pilcrow/export'>, 'to' | 'file' | 'isTrusted'>;
type Subject = Pick<ExportJob, 'paper' | 'study' | 'root'> & Pick<ServerContext, 'packageRoot'>;
type MadeFile = Omit<Extract<ExportReply, { format: unknown }>, 'problems'> & {
  readonly problems: readonly { readonly range: { start: number; end: number }; readonly message: string }[];
};

async function madeFile(
  { packageRoot, ...subject }: Subject,
  { to, file, isTrusted }: Order,
  token: CancellationToken,
): Promise<MadeFile | { readonly problem: string }> {
  const target = pathOf(file);
  if (target === undefined) return { problem: inWords('export.noPaper') };
  if (packageRoot === undefined) return { problem: inWords('export.noStyles') };
  const stop = new AbortController();
  token.onCancellationRequested(() => stop.abort());
  const { exportPaper } = await import('../../files/exportPaper.ts');
  const made = await exportPaper({
    ...subject,
    to,
    target,
    packageRoot,
    programPath: isTrusted ? programPath() : undefined,
    signal: stop.signal,
  });
  if ('problem' in made) return { problem: inWords(made.problem) };
  const { content, format, problems, notes } = made;
  return {
    base64: base64Of(typeof content === 'string' ? new TextEncoder().encode(content) : content),
    format,
    unresolved: problems.filter(({ kind }) => kind === 'unresolved').length,
    problems: problems.map(({ range, message }) => ({ range, message: inWords(message) })),
    notes: notes.map((note) => inWords(note)),
  };
}
