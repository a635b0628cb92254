import assert from 'node:assert/strict';
import { activateExtension } from '../support.ts';

describe('the package, installed', () => {
  it('activates with nothing but what it holds', async () => {
    const extension = await activateExtension();
    assert.ok(extension.isActive);
    assert.ok(!extension.extensionPath.startsWith(process.env['PILCROW_REPOSITORY'] ?? '/nowhere'));
  });
});
