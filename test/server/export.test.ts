import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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
