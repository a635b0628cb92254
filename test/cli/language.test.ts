import assert from 'node:assert/strict';
import { useDesks, type Desk, type Ran, type RunOptions } from '../support/commandLine.ts';

/** A study folder in which nothing is written in English. */
const study = `=== sources/conte.md
---
id: conte
title: Le conte
---

# Un

La lampe reste allumée toute la nuit.

Le moulin tourne sans bruit au bord du canal.[^1]

[^1]: Une note.
=== glossary.md
## Moulin

Ce qui tourne. [@conte, ¶ 2]
=== papers/a.analysis.md
---
title: Lecture
author: Zoé
---

Ils disent “la lampe reste éteinte” [@conte, ¶ 1], puis [@conte, ¶ 9], [@conta], [@conte, sec. 4], [@conte, n. 8].

“Le moulin tourne sans bruit” [@conte, ¶ 1]. Un [lien](perdu.md) et une note[^9]. [@conte, ¶¶ 2-1] [@conte, par. 2] [@conte]

[^2]: Personne n’y renvoie.

## Questions

- Pourquoi ? [@conte, ¶ 1]
`;

/** Words that no French sentence has. */
const englishWords =
  /\b(?:the|of|and|is|are|was|this|that|which|with|not|for|has|have|there|here|it|its|where|from|by|cited|quoted|paper|papers|notes? is|reads?|write|file|folder)\b/i;

describe('the language of the command line', () => {
  const deskWith = useDesks();
  // Commands that are loaded late are the same for all tests.
  afterEach(async () => (await import('../../src/core/messages.ts')).speakIn());
  // What a test imports is loaded twice, and the language set once, where commands are loaded late. In one way it is not.
  let program: RunOptions['program'];
  before(async () => {
    program = (await import('../../src/cli/program.ts')).run;
  });
  const run = (desk: Desk, args: readonly string[], env: Record<string, string> = {}): Promise<Ran> =>
    desk.run(args, { env, ...(program && { program }) });

  it('is that of the environment, as POSIX and GNU have it', async () => {
    const desk = await deskWith(study);
    const says = async (env: Record<string, string>): Promise<boolean> =>
      (await run(desk, ['check', 'papers'], env)).err.includes('erreurs');
    assert.equal(await says({ LANG: 'fr_FR.UTF-8' }), true);
    assert.equal(await says({ LANG: 'en_GB.UTF-8', LC_MESSAGES: 'fr_CA' }), true);
    assert.equal(await says({ LANG: 'fr_FR', LC_ALL: 'C.UTF-8' }), false);
    assert.equal(await says({ LANG: 'de_DE', LANGUAGE: 'de:fr' }), true);
    assert.equal(await says({ LANG: 'C', LANGUAGE: 'fr' }), false);
    assert.equal(await says({ LANG: 'de_DE' }), false);
    assert.equal(await says({}), false);
  });

  it('is the one that is asked for, wherever the option stands', async () => {
    const desk = await deskWith(study);
    const env = { LANG: 'en_US.UTF-8' };
    for (const args of [
      ['--lang', 'fr', 'check', 'papers'],
      ['check', '--lang=fr', 'papers'],
      ['check', 'papers', '--lang', 'fr-BE'],
    ])
      assert.match((await run(desk, args, env)).err, /1 travail avec \d+ citations/);
    assert.match((await run(desk, ['check', '--lang', 'en'], { LANG: 'fr_FR' })).err, /1 paper with/);
    const { code, err } = await run(desk, ['check', '--lang', 'tlh'], env);
    assert.equal(code, 2);
    assert.equal(err, 'pilcrow: Pilcrow does not speak “tlh”. --lang takes one of en, fr.\n');
    const french = await run(desk, ['check', '--lang', 'tlh'], { LANG: 'fr_FR.UTF-8' });
    assert.match(french.err, /^pilcrow\u00a0: Pilcrow ne parle pas/u);
  });

  it('is English in what programs read, unless it is asked for', async () => {
    const desk = await deskWith(study);
    const env = { LANG: 'fr_FR.UTF-8' };
    for (const format of ['json', 'sarif', 'github', 'junit']) {
      const own = await run(desk, ['check', '-f', format], env);
      assert.doesNotMatch(own.out, /aucun ouvrage/, format);
      assert.match(own.out, /no source or work has this key/, format);
      const asked = await run(desk, ['check', `--format=${format}`, '--lang', 'fr'], env);
      assert.match(asked.out, /aucun ouvrage/, format);
      // Rules are explained in the same language as findings.
      if (format === 'sarif') assert.doesNotMatch(asked.out, /A citation names a source/);
    }
  });

  it('is that of a guide, where its papers have none', async () => {
    const desk = await deskWith(study);
    const guide = async (): Promise<string> => (await run(desk, ['guide', '--lang', 'fr'])).out;
    assert.match(await guide(), /^---\ntitle: Guide de discussion\n.*\nlang: fr\n---\n\n1 question ouverte/s);
    await desk.write('papers/a.analysis.md', '---\nlang: en\n---\n\n## Questions\n\n- Why? [@conte, ¶ 1]\n');
    assert.match(await guide(), /^---\ntitle: Discussion guide\n.*\nlang: en\n---\n\n1 open question/s);
  });

  it('leaves no sentence behind in English', async () => {
    const desk = await deskWith(study);
    const faults: string[] = [];
    for (const args of commandLines) {
      const { out, err } = await run(desk, [...args, '--lang', 'fr']);
      for (const line of withoutNames(`${out}\n${err}`, desk).split('\n'))
        if (englishWords.test(line)) faults.push(`${args.join(' ')}: ${line}`);
    }
    assert.deepEqual(faults, []);
  });
});

const commandLines: readonly (readonly string[])[] = [
  ['--help'],
  ...[
    'check',
    'list',
    'glossary',
    'coverage',
    'guide',
    'bibliography',
    'import',
    'init',
    'checks',
    'lsp',
  ].map((name) => [name, '--help']),
  ...['export', 'import', 'merge'].map((name) => ['notes', name, '--help']),
  ...['freeze', 'verify'].map((name) => ['edition', name, '--help']),
  ['check'],
  ['check', 'nulle-part'],
  ['check', '-f', 'xml'],
  ['check', '--shard', '3/2'],
  ['report', 'merge', '--help'],
  ['report', 'merge', 'rien.report'],
  ['report', 'merge', 'pilcrow.json'],
  ['checks', 'citation/inconnue'],
  ['checks', 'quotation/altered'],
  ['list', 'citations'],
  ['list', 'quotations'],
  ['list', 'terms'],
  ['list', 'sources'],
  ['list', 'notes'],
  ['coverage'],
  ['coverage', 'rien'],
  ['guide'],
  ['glossary'],
  ['bibliography', '--to', 'csl-json'],
  ['edition', 'verify'],
  ['edition', 'freeze', 'conte'],
  ['import', 'rien.docx'],
  ['import'],
  ['notes', 'import', 'rien.csv'],
  ['init'],
  ['frobnicate'],
];

/** What was printed without what is no sentence: options, names of files, fields, formats and examples. */
function withoutNames(text: string, desk: Desk): string {
  return text
    .replaceAll(desk.root, '')
    .replace(/"[^"]*"|“[^”]*”|`[^`]*`|<!--.*?-->/g, '')
    .replace(/--?[a-z][a-z-]*|\b[\w.-]+\.(?:md|json|docx|analysis)\b|[a-z]+\/[a-z-]+/g, '')
    .replace(/« [^»]* »/g, '')
    .replace(/\bFILE\b|papers\/|Mass Work and Proletarian Revolutionaries/g, '');
}
