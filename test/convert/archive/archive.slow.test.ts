import assert from 'node:assert/strict';
import { zipOf } from '../../support/zip.ts';
import { problemWith } from './archiveReading.ts';

describe('an archive that lies', () => {
  it('is refused as soon as it is larger than it says, without being in memory', async () => {
    const content = Buffer.alloc(300 * 1024 * 1024);
    const bytes = zipOf({ a: { content, statedSize: 1000 } });
    const before = process.memoryUsage().rss;
    const start = process.cpuUsage();
    assert.match(await problemWith(bytes), /damaged/);
    const { user, system } = process.cpuUsage(start);
    assert.ok(user + system < 1_000_000, `${String(user + system)} µs`);
    assert.ok(process.memoryUsage().rss - before < 100 * 1024 * 1024);
  });
});
