import { dirname } from '../../files/pathNames.ts';
import { inWords } from '../../core/messages.ts';
import { base64Of } from '../../core/text.ts';
import { programPath } from '../../files/machine.ts';
import { pathOf } from '../../files/paths.ts';
import { answering, type ServerContext } from '../context.ts';
import { wireRange } from '../wire.ts';

/** Papers that go out. The client writes what it gets, as it knows how to ask before it replaces a file. */
export function registerExport(server: ServerContext): void {
  const { studies, packageRoot } = server;
  const answer = answering(server);
  answer('pilcrow/export', async ({ uri, to, file, isTrusted }, token) => {
    const located = await studies.locateInAll(uri);
    const [path, target] = [pathOf(uri), pathOf(file)];
    if (located?.analysis.role !== 'paper' || path === undefined || target === undefined)
      return { problem: inWords('export.noPaper') };
    if (packageRoot === undefined) return { problem: inWords('export.noStyles') };
    const { analysis: paper, study } = located;
    const stop = new AbortController();
    token.onCancellationRequested(() => stop.abort());
    const { exportPaper } = await import('../../files/exportPaper.ts');
    const root = studies.rootFor(uri) ?? dirname(path);
    const made = await exportPaper({
      paper,
      study,
      root,
      to,
      target,
      packageRoot,
      programPath: isTrusted ? programPath() : undefined,
      signal: stop.signal,
    });
    if ('problem' in made) return { problem: inWords(made.problem) };
    return {
      base64: base64Of(
        typeof made.content === 'string' ? new TextEncoder().encode(made.content) : made.content,
      ),
      format: made.format,
      unresolved: made.problems.filter(({ kind }) => kind === 'unresolved').length,
      problems: made.problems.map(({ range, message }) => ({
        range: wireRange(paper, range),
        message: inWords(message),
      })),
      notes: made.notes.map((note) => inWords(note)),
    };
  });
}
