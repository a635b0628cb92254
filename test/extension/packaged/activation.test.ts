import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { activateExtension } from '../support.ts';

describe('the package, installed', () => {
  it('activates with nothing but what it holds', async () => {
    const extension = await activateExtension();
    assert.ok(extension.isActive);
    assert.ok(!extension.extensionPath.startsWith(process.env['PILCROW_REPOSITORY'] ?? '/nowhere'));
  });

  it('brings a command for terminals that may be run', async () => {
    const extension = await activateExtension();
    const { version } = extension.packageJSON as { version: string };
    const program = join(extension.extensionPath, 'bin', 'pilcrow');
    const env = { PATH: '/usr/bin:/bin', PILCROW_NODE: process.execPath };
    const { status, stdout } = spawnSync(program, ['--version'], { env, encoding: 'utf8' });
    assert.equal(status, 0);
    assert.equal(stdout.trim(), version);
  });
});
