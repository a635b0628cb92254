import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesOfBase64 } from '../../src/core/text.ts';
import type { Params } from '../../src/server/protocol.ts';
import { TestClient } from './client.ts';

describe('an export, over the protocol', () => {
  const path = process.env['PATH'];
  let programs = '';
  before(async function () {
    if (process.platform === 'win32') this.skip();
    programs = await mkdtemp(join(tmpdir(), 'pilcrow-programs-'));
    const script = `#!/bin/sh\n: > '${join(programs, 'started')}'\n`;
    await writeFile(join(programs, 'chromium'), script, { mode: 0o755 });
    process.env['PATH'] = programs;
  });
  after(async () => {
    process.env['PATH'] = path;
    if (programs !== '') await rm(programs, { recursive: true });
  });

  it('starts a program in a folder that is trusted alone', async () => {
    const client = await TestClient.start({ 'papers/a.analysis.md': 'Flour.\n' });
    try {
      const [uri, file] = [client.uri('papers/a.analysis.md'), client.uri('papers/a.pdf')];
      const order = { uri, file, to: 'pdf' as const };
      const refused = await client.ask('pilcrow/export', { ...order, isTrusted: false });
      assert.ok('format' in refused);
      assert.equal(refused.format, 'html');
      assert.match(refused.notes.join(), /not trusted/);
      assert.ok(!existsSync(join(programs, 'started')));
      await client.ask('pilcrow/export', { ...order, isTrusted: true });
      assert.ok(existsSync(join(programs, 'started')));
    } finally {
      await client.stop();
    }
  });
});

describe('documents of a study that go out, over the protocol', () => {
  let client: TestClient;
  before(async () => {
    client = await TestClient.start({
      'pilcrow.json': '{}',
      'sources/bread.md': '---\nid: bread\ntitle: Bread\n---\n\n# One\n\nFlour first.\n\nThen salt.\n',
      'sources/water.md': '---\nid: water\ntitle: Water\n---\n\n# One\n\nCold.\n',
      'glossary.md': '## crumb\n\nThe inside [@nobody, ¶ 1].\n',
      'papers/a.analysis.md': '# Questions\n\n- Why flour [@bread, ¶ 1]?\n\n\nCold [@water, ¶ 1].\n',
    });
  });
  after(() => client.stop());

  const exported = async (order: Omit<Params<'pilcrow/exportDocument'>, 'date' | 'file' | 'isTrusted'>) => {
    const file = client.uri(`out.${order.to}`);
    const rest = { uri: client.uri('papers/a.analysis.md'), date: '2026-11-23', file, isTrusted: false };
    const reply = await client.ask('pilcrow/exportDocument', { ...rest, ...order });
    if ('problem' in reply) return reply;
    return { ...reply, text: new TextDecoder().decode(bytesOfBase64(reply.base64)) };
  };

  it('writes the guide, the glossary and the coverage as papers go out', async () => {
    const guide = await exported({ document: 'guide', to: 'html' });
    assert.ok('text' in guide);
    assert.match(guide.text, /Why flour/);
    assert.match(guide.text, /<a href="#bread-p1">/);
    assert.doesNotMatch(guide.text, /Flour first/, 'of a passage goes out what its source shares');
    const glossary = await exported({ document: 'glossary', to: 'md' });
    assert.ok('text' in glossary);
    assert.match(glossary.text, /crumb/);
    assert.deepEqual([glossary.unresolved, glossary.problems.map(({ range }) => range)], [1, [null]]);
    const coverage = await exported({ document: 'coverage', to: 'html' });
    assert.ok('text' in coverage);
    assert.match(coverage.text, /Bread[^]*Water/);
  });

  it('writes what is about one source', async () => {
    const coverage = await exported({ document: 'coverage', key: 'water', to: 'html' });
    assert.ok('text' in coverage);
    assert.doesNotMatch(coverage.text, /Bread/);
    const guide = await exported({ document: 'guide', key: 'water', to: 'html' });
    assert.ok('problem' in guide);
  });

  it('says where there is nothing to write', async () => {
    const notes = await exported({ document: 'notes', to: 'docx' });
    assert.deepEqual(notes, { problem: 'There are no notes here that could be exported.' });
    const nobody = await exported({ document: 'coverage', key: 'nobody', to: 'docx' });
    assert.deepEqual(nobody, { problem: 'There is no text here that could be cited.' });
  });
});
