import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { useDesks } from '../support/commandLine.ts';

const study = (share: string): string => `=== sources/tale.md
---
id: tale
title: The Lamp
author: Nobody
${share}
---

A lamp stood in the window.

## The Road

Nobody lost the road.

=== glossary.md
## lamp

Defined at: [@tale, ¶ 1]

What gives light.

=== papers/secret-name.analysis.md
---
title: On light
---

Light [@tale, ¶ 1]. <!-- hidden -->

# Questions for discussion

- Who lost the road [@tale, ¶ 2]?
`;

const notes = JSON.stringify({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  id: 'urn:x:page',
  type: 'AnnotationPage',
  items: [
    {
      id: 'urn:x:1',
      type: 'Annotation',
      motivation: 'commenting',
      creator: { type: 'Person', name: 'Ada' },
      created: '2026-05-06T07:08:09Z',
      body: [{ type: 'TextualBody', purpose: 'commenting', value: 'Whose window [@tale, ¶ 1]?' }],
      target: {
        type: 'SpecificResource',
        source: 'urn:x-pilcrow:source:tale',
        selector: [{ type: 'TextQuoteSelector', exact: 'A lamp', prefix: '', suffix: ' stood' }],
      },
    },
  ],
});

/** Each document: its command, the name of its file, and words that stand in it. */
const documents = [
  { args: ['guide', '--date=2026-11-23'], name: 'discussion-guide', words: /Who lost the road/ },
  { args: ['glossary'], name: 'glossary-handout', words: /What gives light/ },
  { args: ['coverage'], name: 'coverage', words: /1 of 2 paragraphs discussed|2 of 2 paragraphs discussed/ },
  { args: ['notes', 'export'], name: 'notes', words: /· Nobody \(n\.d\., para\.\s1\)[^]*Whose window/u },
] as const;

describe('documents of a study as files', () => {
  const deskWith = useDesks();
  const env = { PATH: '' };
  const started = async (share = '') => {
    const desk = await deskWith(study(share));
    await desk.write('notes/tale.ada.jsonld', notes);
    return desk;
  };

  for (const { args, name, words } of documents) {
    it(`sets citations in a style and shares what sources share: ${args[0]}`, async () => {
      const desk = await started();
      const run = (...more: string[]) => desk.run([...args, '--to=md', '--out=-', ...more], { env });
      const { code, out, err } = await run();
      assert.deepEqual([code, err], [0, '']);
      assert.match(out, words);
      assert.doesNotMatch(out, /@tale|lamp stood|Nobody lost|hidden/);
      if (name !== 'coverage') assert.match(out, /\(?Nobody,? n\.d\.|Nobody/);
      const open = await (await started('share: words')).run([...args, '--to=md', '--out=-'], { env });
      if (name === 'discussion-guide') assert.match(open.out, /Nobody lost the road/);
      if (name === 'glossary-handout') assert.match(open.out, /A lamp stood in the window/);
    });

    it(`lets nothing out that nobody meant to give: ${args[0]}`, async () => {
      const desk = await started();
      for (const to of ['html', 'docx', 'odt', 'md']) {
        const { code, out } = await desk.run([...args, `--to=${to}`], { env });
        assert.deepEqual([code, out], [0, `${name}.${to}\n`]);
        const bytes = await readFile(join(desk.root, `${name}.${to}`));
        const parts = to === 'docx' || to === 'odt' ? Object.values(unzipSync(bytes)) : [bytes];
        for (const part of parts) {
          const text = Buffer.from(part).toString('utf8');
          for (const secret of [
            'hidden',
            'secret-name',
            desk.root,
            hostname(),
            'urn:x',
            'jsonld',
            'lamp stood',
          ])
            assert.ok(!text.includes(secret), `${to} has ${secret}`);
          assert.doesNotMatch(text, /20[23]\d-\d\d-\d\dT/u);
        }
      }
    });
  }

  it('replaces no file unless it is told to, and prints no Word file', async () => {
    const desk = await started();
    await desk.write('coverage.docx', 'mine');
    const refused = await desk.run(['coverage', '--to=docx'], { env });
    assert.equal(refused.code, 2);
    assert.match(refused.err, /is there already and stays as it is/u);
    assert.equal(await desk.read('coverage.docx'), 'mine');
    assert.equal((await desk.run(['coverage', '--to=docx', '--force'], { env })).code, 0);
    assert.match((await desk.run(['guide', '--to=docx', '--out=-'], { env })).err, /standard output/u);
  });

  for (const args of [
    ['glossary'],
    ['notes', 'export'],
    ['notes', 'export', '--format=csv'],
    ['bibliography'],
  ])
    it(`replaces no file that says something else with text unless it is told to: ${args.join(' ')}`, async () => {
      const desk = await started();
      const write = (...more: string[]) => desk.run([...args, '--out=glossary.md', ...more]);
      const before = await desk.read('glossary.md');
      const refused = await write();
      assert.equal(refused.code, 2);
      assert.match(refused.err, /“glossary\.md” is there already and says something else/u);
      assert.equal(await desk.read('glossary.md'), before);
      assert.equal((await write('--force')).code, 0);
      assert.notEqual(await desk.read('glossary.md'), before);
    });
});

describe('notes as a file in French', () => {
  const deskWith = useDesks();
  afterEach(async () => (await import('../../src/core/messages.ts')).speakIn());

  it('say where they stand as Pandoc reads it there, and leave what French notes say', async () => {
    // What a test imports is loaded twice, and the language set once, where commands are loaded late.
    const { run: program } = await import('../../src/cli/program.ts');
    const desk = await deskWith(study(''));
    const own = notes.replace('[@tale, ¶ 1]?', '[@tale, ¶ 1] or [@tale, § 2]?');
    await desk.write('notes/tale.ada.jsonld', own);
    const { out, err } = await desk.run(['notes', 'export', '--to=md', '--out=-', '--lang=fr'], { program });
    assert.equal(err, '');
    assert.match(out, /## Remarque · Ada · Nobody \(s\.\sd\., paragr\.\s1\)/u);
    assert.match(out, /Whose window \(Nobody, s\.\sd\., paragr\.\s1\) or \(Nobody, s\.\sd\., paragr\.\s2\)/u);
  });
});
