import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createFromBuffer, type GlobalConfiguration } from '@dprint/formatter';
import { getPath } from '@dprint/markdown';
import { gfmFromMarkdown, gfmToMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import { format, getFileInfo, resolveConfig, type Options } from 'prettier';
import remarkFrontmatter from 'remark-frontmatter';
import remarkParse from 'remark-parse';
import remarkStringify from 'remark-stringify';
import { unified, type Processor } from 'unified';
import { inRoot } from '../../scripts/support/paths.ts';

/** A program that formats every Markdown file of a folder, as on save or from the command line. */
export interface Formatter {
  readonly name: string;
  /** Formats `folder`, with the configuration that the program reads there. */
  readonly run: (folder: string) => Promise<void>;
  /** Why it cannot run here. Undefined if it can. */
  readonly missing?: string | undefined;
  /** Whether it follows the configuration of a new study folder. */
  readonly isObedient?: boolean;
}

/** All Markdown files in `folder`, sorted, by path relative to it. */
export function markdownFiles(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .sort();
}

/** Writes the result of `change` for each Markdown file of a folder. */
async function each(
  folder: string,
  change: (text: string, path: string) => Promise<string> | string,
): Promise<void> {
  for (const path of markdownFiles(folder)) {
    const full = join(folder, path);
    await writeFile(full, await change(readFileSync(full, 'utf8'), full));
  }
}

/** Formats as Prettier's extension for VS Code does: settings of the folder override `options`, the person's own. */
function prettier(name: string, options: Options): Formatter {
  return {
    name: `Prettier, ${name}`,
    isObedient: true,
    run: (folder) =>
      each(folder, async (text, filepath) => {
        const { ignored } = await getFileInfo(filepath, { ignorePath: join(folder, '.prettierignore') });
        if (ignored) return text;
        const configured = await resolveConfig(filepath, { editorconfig: true });
        return await format(text, { ...options, ...configured, filepath });
      }),
  };
}

/** Runs a program in `folder`. Throws if its exit code is not in `codes`. */
function runIn(folder: string, command: string, args: readonly string[], codes = [0]): Promise<void> {
  const { error, status, stderr } = spawnSync(command, args, { cwd: folder, encoding: 'utf8' });
  if (error) return Promise.reject(error);
  return status !== null && codes.includes(status) ? Promise.resolve() : Promise.reject(new Error(stderr));
}

const linter = inRoot('node_modules', 'markdownlint-cli2', 'markdownlint-cli2-bin.mjs');
const markdownlint: Formatter = {
  name: 'markdownlint --fix',
  isObedient: true,
  // It ends with 1 where something is left that it cannot fix.
  run: (folder) => runIn(folder, process.execPath, [linter, '--fix', '**/*.md'], [0, 1]),
};

/** Does what the package remark-gfm does. */
function remarkGfm(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(gfm());
  (data.fromMarkdownExtensions ??= []).push(gfmFromMarkdown());
  (data.toMarkdownExtensions ??= []).push(gfmToMarkdown());
}

const remark: Formatter = {
  name: 'remark-stringify',
  run: (folder) =>
    each(folder, async (text) =>
      String(
        await unified()
          .use(remarkParse)
          .use(remarkFrontmatter)
          .use(remarkGfm)
          .use(remarkStringify)
          .process(text),
      ),
    ),
};

/** @param textWrap value of the setting; `maintain` is its default */
function dprint(textWrap: string): Formatter {
  return {
    name: `dprint, ${textWrap}`,
    run: (folder) => {
      const formatter = createFromBuffer(readFileSync(getPath()));
      const global: GlobalConfiguration = { lineWidth: 80 };
      formatter.setConfig(global, { textWrap });
      return each(folder, (fileText, filePath) => formatter.formatText({ filePath, fileText }));
    },
  };
}

const runs = (command: string): boolean => spawnSync(command, ['--version']).status === 0;

const pandoc: Formatter = {
  name: 'pandoc -t markdown',
  missing: runs('pandoc') ? undefined : 'there is no Pandoc here',
  run: async (folder) => {
    for (const path of markdownFiles(folder))
      await runIn(folder, 'pandoc', ['-f', 'markdown', '-t', 'markdown', '-s', '-o', path, path]);
  },
};

/** Each system has its own binary, so a person names the program to use. */
const panacheProgram = process.env['PILCROW_PANACHE'] ?? 'panache';
const panache: Formatter = {
  name: 'panache',
  missing: runs(panacheProgram) ? undefined : 'PILCROW_PANACHE names no panache',
  run: (folder) => runIn(folder, panacheProgram, ['format', '.']),
};

export const formatters: readonly Formatter[] = [
  prettier('preserve', { proseWrap: 'preserve' }),
  prettier('always', { proseWrap: 'always' }),
  prettier('never', { proseWrap: 'never' }),
  markdownlint,
  remark,
  dprint('maintain'),
  dprint('always'),
  pandoc,
  panache,
];
