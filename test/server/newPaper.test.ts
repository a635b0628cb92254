import assert from 'node:assert/strict';
import { TestClient } from './client.ts';

const own = `---
title: "{{title}}"
author: {{author}}
date: {{date}}
lang: {{lang}}
---

# {{title}}

Read @{{key}} first. ⟦Your claim⟧ {{other}}
`;

describe('a new paper, over the protocol', () => {
  const options = { title: 'Sur: le *pain*', author: 'Ines', date: '2026-11-23' };

  it('is in the language of the source, or of the papers where they are in another', async () => {
    const source = (language: string): string =>
      `---\nid: pain\ntitle: Pain\nlanguage: ${language}\n---\n\nLe pain.\n`;
    const client = await TestClient.start({ 'sources/pain.md': source('fr') });
    try {
      const summary = await client.ask('pilcrow/newPaper', { template: 'summary', ...options });
      assert.match(summary.text, /\nlang: fr\n---\n\nDe quoi parle le texte/);
      assert.match(summary.text, /`\[@pain, § 1\]`/);
      const blank = await client.ask('pilcrow/newPaper', { template: 'blank', ...options });
      assert.equal(
        blank.text,
        '---\ntitle: "Sur: le *pain*"\nauthor:\n  - Ines\ndate: 2026-11-23\nlang: fr\n---\n\n',
      );
    } finally {
      await client.stop();
    }
    const italian = await TestClient.start({
      'sources/pain.md': source('fr'),
      'papers/a.analysis.md': '---\nlang: it\n---\n\nUno.\n',
    });
    try {
      const summary = await italian.ask('pilcrow/newPaper', { template: 'summary', ...options });
      assert.match(
        summary.text,
        /\nlang: en\n---\n\nWhat is the text about/,
        'its words are English, and it says so',
      );
      assert.match(
        (await italian.ask('pilcrow/newPaper', { template: 'blank', ...options })).text,
        /\nlang: it\n/,
      );
      const rows = await italian.ask('pilcrow/paperTemplates', {});
      assert.match(rows.find(({ id }) => id === 'summary')?.detail ?? '', /\(in English\)$/);
    } finally {
      await italian.stop();
    }
  });

  it('may come from a template of the group’s own', async () => {
    const client = await TestClient.start({
      'sources/pain.md': '---\nid: pain\ntitle: Pain\n---\n\nLe pain.\n',
      'templates/Reading diary.md': own,
      'templates/bare.md': 'On {{title}}: ',
      'templates/README.md': 'Not a template.',
      'templates/.hidden.md': 'Neither.',
    });
    try {
      const rows = await client.ask('pilcrow/paperTemplates', {});
      assert.deepEqual(
        rows.map(({ id }) => id),
        ['blank', 'templates/bare.md', 'templates/Reading diary.md', 'summary', 'critique', 'questions'],
      );
      const diary = await client.ask('pilcrow/newPaper', {
        template: 'templates/Reading diary.md',
        ...options,
      });
      assert.equal(diary.path, 'papers/sur-le-pain.analysis.md');
      assert.equal(
        diary.text,
        '---\ntitle: "Sur: le *pain*"\nauthor: Ines\ndate: 2026-11-23\nlang: en\n---\n\n' +
          '# Sur: le \\*pain\\*\n\nRead @pain first. Your claim {{other}}\n',
      );
      assert.deepEqual(diary.gap, {
        start: { line: 9, character: 18 },
        end: { line: 9, character: 28 },
      });
      const bare = await client.ask('pilcrow/newPaper', { template: 'templates/bare.md', ...options });
      assert.match(bare.text, /^---\ntitle: "Sur: le \*pain\*"\n[^]*\n---\n\nOn Sur: le \\\*pain\\\*: $/);
      for (const template of [
        'templates/gone.md',
        'templates/../pilcrow.json',
        'templates/../sources/pain.md',
      ])
        await assert.rejects(client.ask('pilcrow/newPaper', { template, ...options }), /is not there/);
    } finally {
      await client.stop();
    }
  });
});
