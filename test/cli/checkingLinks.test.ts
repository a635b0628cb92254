import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Checks } from '../support/checks.ts';
import { tale } from '../support/sample.ts';

describe('what a check keeps of links for the next time', () => {
  it('is taken anew of papers whose links may lead elsewhere now, and of no others', async () => {
    const links = `${tale}
=== glossary.md
# Glossary

=== papers/other.analysis.md
No links [@tale, ¶ 1].[^1]

[^1]: None.

=== papers/links.analysis.md
[b](linked.analysis.md#on-oil) and ![lamp](../images/lamp.png).

=== papers/linked.analysis.md
# On oil
`;
    const checks = await Checks.with(links);
    const broken = async (): Promise<string[]> =>
      [...(await checks.run('none')).rows].flatMap(([, rows]) =>
        rows.filter(({ check }) => check === 'link/broken').map(({ message }) => message.id),
      );
    try {
      assert.equal(await checks.agree(), 5);
      assert.deepEqual(await broken(), ['links.noFile']);
      await checks.desk.write('images/lamp.png', '');
      // The paper with links, and the two files that rest on all papers.
      assert.equal(await checks.agree(), 3);
      assert.deepEqual(await broken(), []);
      await checks.desk.write('papers/linked.analysis.md', '# On wicks\n');
      assert.equal(await checks.agree(), 4);
      assert.deepEqual(await broken(), ['links.noId']);
      await rm(join(checks.desk.root, 'papers/linked.analysis.md'));
      assert.equal(await checks.agree(), 3);
      assert.deepEqual(await broken(), ['links.noFile']);
      assert.equal(await checks.agree(), 0);
    } finally {
      await checks.remove();
    }
  });
});
