import picomatch from 'picomatch/posix';

/** Longer patterns are rejected: nobody writes them, and some take very long. Characters. */
const maxGlobLength = 1000;

/**
 * Returns why a file pattern of `pilcrow.json` cannot be used, as a sentence that suggests a correction; undefined where it
 * can be used. Patterns are relative to the study folder, with `/`.
 */
export function globProblem(glob: string): string | undefined {
  if (glob.trim() === '') return 'An empty pattern names no file.';
  if (glob.length > maxGlobLength)
    return `A pattern has at most ${String(maxGlobLength)} characters: use several.`;
  if (glob.startsWith('!'))
    return `A pattern says which files are meant. Write those that are not into “exclude”.`;
  if (/^(?:\/|~|[a-z]:)/i.test(glob))
    return `“${glob}” is not within the study folder: patterns begin there.`;
  if (/\\(?![[\]{}()!?+@*\\])|\\\*[.*]/.test(glob))
    return `“${glob}” has “\\” between folders: write “/”, also on Windows.`;
  if (glob.split('/').includes('..'))
    return `“${glob}” leads out of the study folder: only files within it are read.`;
  if (glob.endsWith('/')) return `“${glob}” is a folder: write “${glob}**/*.md” for the files in it.`;
  const open = unclosedBracket(glob);
  if (open !== undefined) return `“${glob}” opens a “${open}” and does not close it.`;
  return matchesNothing(glob) ? `“${glob}” is no file pattern: look at what stands in brackets.` : undefined;
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
