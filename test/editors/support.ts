import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { inRoot } from '../../scripts/support/paths.ts';

/** A source and a glossary. */
const files = {
  'sources/bread.md':
    '---\nid: bread\ntitle: On Bread\n---\n\nFlour comes first.\n\nYeast is next, and dough rests.\n',
  'glossary.md': '## dough\n\nDefined at: [@bread, ¶ 2]\n\nFlour and water.\n',
} as const;

/**
 * A paper with two findings.
 * @param x a character outside the basic plane, which shows whether a client counts UTF-16 code units
 */
export function paperOn(x: string): string {
  return `${x} is for [@bread, ¶ 2], for [@bread, ¶ 12] and for [@weil].\n\n[Dough]{.term} rests.\n`;
}

/** The results that a script in an editor writes down. */
export interface Seen {
  /** What went wrong. Undefined if nothing did. */
  readonly problem?: string;
  readonly findings: readonly string[];
  readonly hover: string;
  /** The text of the hover on the screen, if the editor can tell it. */
  readonly shown?: string;
  readonly definition: { readonly file: string; readonly line: number };
  readonly sourceHover: string;
  readonly glossaryHover: string;
  /** The paper after renaming a key to `loaf`. */
  readonly renamed: string;
  /** The source's line with its key, after renaming. */
  readonly source: string;
}

/** A study folder, and an empty home folder with the recipe's configuration, for one editor. */
export class Desk {
  private constructor(
    readonly study: string,
    readonly home: string,
    readonly paper: string,
    private readonly root: string,
  ) {}

  static async lay(paper: string): Promise<Desk> {
    const root = await realpath(await mkdtemp(join(tmpdir(), 'pilcrow-editors-')));
    const desk = new Desk(join(root, 'a study'), join(root, 'home'), paper, root);
    for (const [path, text] of Object.entries(desk.files)) await desk.put(join(desk.study, path), text);
    const command = `#!/bin/sh\nexec '${process.execPath}' '${inRoot('dist', 'cli.cjs')}' "$@"\n`;
    await desk.put(desk.pilcrow, command);
    await chmod(desk.pilcrow, 0o755);
    return desk;
  }

  /** The contents of the study folder, by path. */
  get files(): Readonly<Record<string, string>> {
    return { ...files, 'papers/first.analysis.md': this.paper };
  }

  /** The command that the recipes run. */
  get pilcrow(): string {
    return join(this.root, 'bin', 'pilcrow');
  }

  private async put(path: string, text: string): Promise<void> {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, text);
  }

  /** Writes a file of the editor's configuration. */
  configure(path: string, text: string): Promise<void> {
    return this.put(join(this.home, path), text);
  }

  /** Runs an editor in the study folder until it ends. Returns what its script wrote down. */
  async run(command: string, ...args: string[]): Promise<Seen> {
    const file = join(this.root, 'seen.json');
    const env = {
      PATH: [dirname(this.pilcrow), process.env['PATH']].join(delimiter),
      HOME: this.home,
      XDG_CONFIG_HOME: join(this.home, '.config'),
      LANG: 'C.UTF-8',
      PILCROW_SEEN: file,
    };
    const output = await outputOf(command, args, this.study, env);
    const text = await readFile(file, 'utf8').catch(() => {
      throw new Error(`${command} wrote down nothing:\n${output}`);
    });
    const seen = JSON.parse(text) as Seen;
    if (seen.problem !== undefined) throw new Error(`${seen.problem}\n${text}\n${output}`);
    return seen;
  }

  clear(): Promise<void> {
    return rm(this.root, { recursive: true, force: true });
  }
}

/** Longer than any wait in the scripts. Milliseconds. */
const patience = 100_000;

function outputOf(
  command: string,
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'], timeout: patience });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString();
      });
    child.once('error', reject);
    child.once('close', () => resolve(output));
  });
}

/** The recipe below a heading of docs/editors.md, so that the tests run what the page says. */
export async function recipe(heading: string, language: string): Promise<string> {
  const text = await readFile(inRoot('docs', 'editors.md'), 'utf8');
  const section = text.split(/^#{2,3} /mu).find((each) => each.startsWith(`${heading}\n`));
  const code = section?.split(`\`\`\`${language}\n`)[1]?.split('\n```')[0];
  if (code === undefined) throw new Error(`docs/editors.md has no ${language} below “${heading}”.`);
  return code;
}
