import assert from 'node:assert/strict';
import { chmod, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { TestClient } from './client.ts';

describe('the name under which a person writes notes', () => {
  let client: TestClient;
  const { PATH } = process.env;
  afterEach(async () => {
    process.env['PATH'] = PATH;
    await client.stop();
  });

  it('is asked of git, and never of a program of that name in the study folder', async () => {
    client = await TestClient.start({
      'sources/tale.md': '---\nid: tale\n---\n\nOne.\n',
      git: '#!/bin/sh\ntouch was-run\necho Nobody\n',
    });
    await chmod(join(client.root, 'git'), 0o755);
    // As on Windows: the current folder comes before all others.
    process.env['PATH'] = `.:${PATH ?? ''}`;
    const { name } = await client.ask('pilcrow/noteAuthor', { uri: client.uri('sources/tale.md') });
    assert.notEqual(name, 'Nobody');
    assert.deepEqual((await readdir(client.root)).sort(), ['git', 'sources']);
  });
});
