import { inWords, messageOf, type PlainMessageId } from '../core/messages.ts';
import type { ImportResult } from '../convert/import.ts';
import { CannotDo, type Io } from './io.ts';

/** What a person says of a source that is imported. */
export interface About {
  readonly key?: string;
  readonly title?: string;
  readonly author?: string;
}

/**
 * Asks a person for title, author and key, as far as no option says them; Enter takes what was found. Nothing is asked where
 * nobody can answer, or where front matter or an edition says it.
 */
export async function askAbout(
  found: ImportResult,
  options: About & { readonly yes?: boolean },
  io: Io,
): Promise<About> {
  if (!found.about || options.yes || !io.stdin.isTerminal || !io.stderr.isTerminal) return {};
  const title = options.title ?? (await askLine('ask.title', found.about.title, io));
  const author = options.author ?? (await askLine('ask.author', found.about.author, io));
  const key = options.key ?? (await askLine('ask.key', found.key, io));
  return { title, author, key: key.replace(/^@/, '') };
}

async function askLine(what: PlainMessageId, proposed: string, io: Io): Promise<string> {
  const answer = await io.stdin.ask(`${inWords(what)}${proposed === '' ? '' : ` [${proposed}]`}: `);
  if (answer === undefined) throw new CannotDo(messageOf('cli.notAnswered'));
  return answer.trim() || proposed;
}
