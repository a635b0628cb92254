import assert from 'node:assert/strict';
import type { View } from '../../src/server/protocol.ts';
import { TestClient } from './client.ts';

describe('a folder of many papers', () => {
  let client: TestClient;
  afterEach(() => client.stop());

  it('shows its sources before its papers are read, and how often they are cited when they are', async () => {
    const papers = Array.from({ length: 60 }, (_, index) => [
      `papers/p${String(index)}.analysis.md`,
      'See [@tale, ¶ 1].\n',
    ]);
    client = await TestClient.start({
      'sources/tale.md': '---\nid: tale\ntitle: A Tale\n---\n\nOne.\n',
      ...(Object.fromEntries(papers) as Record<string, string>),
    });
    const tale = ({ nodes }: View) => nodes.find(({ label }) => label === 'A Tale');
    const counted = new Promise<View>((resolve) => {
      client.connection.onNotification('pilcrow/changed', async () => {
        const view = await client.ask('pilcrow/sources', {});
        if (view.message === undefined) resolve(view);
      });
    });
    const first = await client.ask('pilcrow/sources', {});
    assert.match(first.message ?? '', /^Papers are being read/);
    const [passage] = tale(first)?.children ?? [];
    assert.deepEqual([passage?.description, passage?.accessibleLabel], ['One.', 'Paragraph 1, One.']);
    assert.equal(tale(first)?.tooltip, '**A Tale**\n\n`@tale`');
    const view = await counted;
    assert.equal(tale(view)?.children?.[0]?.description, 'One. · cited 60×');
    assert.match(tale(view)?.tooltip ?? '', /cited 60 times in 60 papers$/);
  });

  it('is named while they are read, where another study folder is open beside it', async () => {
    const papers = Array.from({ length: 60 }, (_, index) => [
      `many/papers/p${String(index)}.analysis.md`,
      'See [@tale, ¶ 1].\n',
    ]);
    const tale = '---\nid: tale\ntitle: A Tale\n---\n\nOne.\n';
    client = await TestClient.start({
      'few/sources/tale.md': tale,
      'few/papers/a.analysis.md': 'See [@tale, ¶ 1].\n',
      'many/sources/tale.md': tale,
      ...(Object.fromEntries(papers) as Record<string, string>),
    });
    const { message, studyFolder } = await client.ask('pilcrow/sources', {
      uri: client.uri('many/papers/p1.analysis.md'),
    });
    assert.equal(studyFolder, 'many');
    assert.match(message ?? '', /^many: Papers are being read/);
  });
});
