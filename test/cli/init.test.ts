import assert from 'node:assert/strict';
import { useDesks } from '../support/commandLine.ts';

const files = [
  '.prettierignore',
  '.prettierrc.yaml',
  '.markdownlint-cli2.jsonc',
  '.editorconfig',
  '.gitattributes',
];

describe('pilcrow init and formatters', () => {
  const deskWith = useDesks();

  it('writes what keeps formatters away into a new study folder', async () => {
    const desk = await deskWith();
    const { out, err } = await desk.run(['init']);
    for (const file of files) assert.ok(out.split('\n').includes(file), file);
    assert.doesNotMatch(err, /--formatters/);
    assert.match(
      await desk.read('.gitattributes'),
      /^#.*\n#.*merge\.pilcrow\.driver.*\nnotes\/\*\*\/\*\.jsonld merge=pilcrow\n$/,
    );
  });

  it('adds it to an old one only when asked, and overwrites nothing', async () => {
    const desk = await deskWith('=== pilcrow.json\n{}\n\n=== .editorconfig\nours\n');
    const before = await desk.run(['init']);
    assert.doesNotMatch(before.out, /prettierignore/);
    assert.match(before.err, /“pilcrow init --formatters” adds/);
    const asked = await desk.run(['init', '--formatters']);
    assert.equal(asked.out, '.prettierignore\n.prettierrc.yaml\n.markdownlint-cli2.jsonc\n.gitattributes\n');
    assert.match(asked.err, /\.editorconfig is there already/);
    assert.match(await desk.read('.editorconfig'), /^ours/);
    assert.doesNotMatch((await desk.run(['init'])).err, /--formatters/);
  });

  for (const [answer, isWritten] of [
    ['y', true],
    ['', false],
  ] as const)
    it(`asks on a terminal: “${answer}”`, async () => {
      const desk = await deskWith('=== pilcrow.json\n{}\n');
      const { out, err } = await desk.run(['init'], { answers: [answer] });
      assert.match(err, /keeps formatters away from sources/);
      assert.equal(out.includes('.prettierignore'), isWritten);
    });
});
