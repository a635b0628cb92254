import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { useDesks, type RunOptions } from '../support/commandLine.ts';
import { plainWords, speakWide, wideWords } from '../support/wideWords.ts';

/** A study folder without a Latin letter in what people wrote. */
const study = `=== pilcrow.json
{ "checks": { "source/front-matter": "warning" } }
=== sources/x.md
---
id: x
title: Лампа
lang: fr
---

# Одно

Лампа горит всю ночь.

Мельница стоит у канала.[^1]

[^1]: Заметка.
=== glossary.md
## Мельница

То, что вертится. [@x, ¶ 2]
=== papers/a.analysis.md
---
title: Чтение
author: Зоя
lang: fr
---

“Лампа погасла” [@x, ¶ 1], [@x, ¶ 9], [@y], [@x, sec. 4], [@x, n. 8], [@x, ¶¶ 2-1], [@x, par. 2], [@x].

“Мельница стоит” [@x, ¶ 1]. [ссылка](b.md)[^9]

[^2]: Никто.

## Вопросы

- Почему? [@x, ¶ 1]
`;

const commandLines: readonly (readonly string[])[] = [
  ['--help'],
  ['help', 'nothing'],
  ...['check', 'list', 'glossary', 'coverage', 'guide', 'export', 'bibliography', 'migrate', 'site'].map(
    help,
  ),
  ...['align', 'import', 'init', 'checks', 'completion', 'lsp', 'report', 'notes', 'edition'].map(help),
  ...['export', 'import', 'merge'].map((name) => ['notes', name, '--help']),
  ...['freeze', 'verify'].map((name) => ['edition', name, '--help']),
  ['report', 'merge', '--help'],
  ['check'],
  ['check', '0/0'],
  ['check', '--shard', '0/0'],
  ['check', '-f', 'xml'],
  ['check', '--what'],
  ['checks'],
  ['checks', 'quotation/altered'],
  ['checks', '0'],
  ...['citations', 'quotations', 'terms', 'sources', 'notes'].map((what) => ['list', what]),
  ['coverage'],
  ['coverage', '0'],
  ['bibliography'],
  ['edition', 'verify'],
  ['edition', 'freeze', 'x'],
  ['import', '0.docx'],
  ['import'],
  ['notes', 'import', '0.csv'],
  ['report', 'merge', 'pilcrow.json'],
  ['migrate', 'x', '0'],
  ['align', 'x', '0'],
  // Headings of an exported paper are words of its language, as templates are, and no sentences of Pilcrow.
  ['export', '0', '--to', 'html'],
  ['site', '--out', 'site'],
  ['init', '0'],
];

function help(name: string): readonly string[] {
  return [name, '--help'];
}

/** What people read of an output, without what is the same in every language: options, examples, names, markup and data of pages. */
function readIn(output: string): string {
  return output
    .replace(/<(script|style)[\s\S]*?<\/\1>|<[^<>]*>/g, ' ')
    .split('\n')
    .filter((line) => !/^ {2}pilcrow /.test(line))
    .join('\n')
    .replace(/pilcrow(?: [a-z]+)*|en, fr|(?:[a-z]+, )+junit|“[^”]*” \[@bread[^\]]*\]/g, '')
    .replace(/Mass Work and Proletarian Revolutionaries, .*/, '')
    .replace(/-{1,2}[a-z][a-z-]*|\b[\w-]+(?:\.[\w-]+)+\b|\b[a-z]+\/[a-z-]+/g, '')
    .replace(/"[^"]*"|\b[A-Z]{2,}\b/g, '');
}

describe('every sentence', () => {
  const deskWith = useDesks();
  // What a test imports is loaded twice, and the language set once, where commands are loaded late. In one way it is not.
  let program: RunOptions['program'];
  let speakAsBefore: () => void;

  beforeEach(async () => {
    program = (await import('../../src/cli/program.ts')).run;
    speakAsBefore = await speakWide();
  });
  afterEach(() => speakAsBefore());

  it('that the command line and its pages say is in the catalogue', async () => {
    const desk = await deskWith(study);
    const escaped: string[] = [];
    let seen = 0;
    const look = (what: string, output: string): void => {
      seen += output.match(wideWords)?.length ?? 0;
      for (const [words] of readIn(output).matchAll(plainWords)) escaped.push(`${what}: ${words}`);
    };
    for (const args of commandLines) {
      const { out, err } = await desk.run([...args, '--lang', 'fr'], { ...(program && { program }) });
      look(args.join(' '), `${out}\n${err}`.replaceAll(desk.root, ''));
    }
    const pages = readdirSync(join(desk.root, 'site')).filter((name) => name.endsWith('.html'));
    for (const name of pages) look(name, readFileSync(join(desk.root, 'site', name), 'utf8'));
    assert.deepEqual(escaped, []);
    assert.ok(seen > 1500, String(seen));
  });
});
