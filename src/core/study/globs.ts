import picomatch from 'picomatch/posix';
import { type Message, messageOf } from '../messages.ts';

/** Longer patterns are rejected: nobody writes them, and some take very long. Characters. */
const maxGlobLength = 1000;

/**
 * Returns why a file pattern of `pilcrow.json` cannot be used, with a correction; undefined where it
 * can be used. Patterns are relative to the study folder, with `/`.
 */
export function globProblem(glob: string): Message | undefined {
  if (glob.trim() === '') return messageOf('settings.globEmpty');
  if (glob.length > maxGlobLength) return messageOf('settings.globLong', { characters: maxGlobLength });
  if (glob.startsWith('!')) return messageOf('settings.globNot');
  if (/^(?:\/|~|[a-z]:)/i.test(glob)) return messageOf('settings.globAbsolute', { glob });
  if (/\\(?![[\]{}()!?+@*\\])|\\\*[.*]/.test(glob)) return messageOf('settings.globBackslash', { glob });
  if (glob.split('/').includes('..')) return messageOf('settings.globUp', { glob });
  if (glob.endsWith('/')) return messageOf('settings.globFolder', { glob });
  const open = unclosedBracket(glob);
  if (open !== undefined) return messageOf('settings.globOpen', { glob, bracket: open });
  return matchesNothing(glob) ? messageOf('settings.globBrackets', { glob }) : undefined;
}

const closing: Readonly<Record<string, string>> = { '[': ']', '{': '}', '(': ')' };

/**
 * Returns the first bracket that is never closed; undefined where there is none. Characters after a backslash or inside
 * `[…]` do not count.
 */
function unclosedBracket(glob: string): string | undefined {
  const open: string[] = [];
  for (let at = 0; at < glob.length; at++) {
    const character = glob[at] ?? '';
    if (character === '\\') at++;
    else if (open.at(-1) === '[') {
      if (character === ']') open.pop();
    } else if (character in closing) {
      open.push(character);
      // In `[]…]` and `[!]…]` the first closing bracket is one of the characters.
      if (character === '[') at += /^[!^]?\]/.exec(glob.slice(at + 1))?.[0].length ?? 0;
    } else if (character === closing[open.at(-1) ?? '']) open.pop();
  }
  return open[0];
}

/** Whether the pattern library failed to compile a pattern, in which case the result matches nothing. */
function matchesNothing(glob: string): boolean {
  try {
    return picomatch.makeRe(glob).source === '$^';
  } catch {
    return true;
  }
}
