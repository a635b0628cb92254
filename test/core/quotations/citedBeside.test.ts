/** Quotations whose citation stands in a paragraph, list or sentence beside them. */
import assert from 'node:assert/strict';
import { verify } from './support.ts';

const source = `---
id: s
---

The village council met in May. It never rains on the mill.
`;

/** A quotation of a paper: its status and its words. */
function quotationsOf(paper: string): string[] {
  return verify(paper, { 'sources/s.md': source }).results.map(
    ({ status, quotation }) => `${status} ${quotation.words.text.replace(/\s+/gu, ' ')}`,
  );
}

const altered = 'altered The village council met in June.';

function reads(paper: string, expected: readonly string[]): void {
  it(paper.replace(/\n/gu, '⏎'), () => assert.deepEqual(quotationsOf(paper), expected));
}

describe('a quotation that is a paragraph', () => {
  const quoted = '“The village council met in June.”';
  describe('has the citation that is the next paragraph', () => {
    reads(`${quoted}\n\n[@s, ¶ 1]`, [altered]);
    reads(`${quoted}\n\n--- [@s, ¶ 1].`, [altered]);
    reads(`${quoted}\n\n(See [@s, ¶ 1].)\n\nMore.`, [altered]);
    reads(`She says:\n\n*${quoted}*\n\n<!-- x -->\n\n— Somebody [@s, ¶ 1]`, [altered]);
    reads(`- She says:\n\n  ${quoted}\n\n  [@s, ¶ 1]`, [altered]);
    reads('“The village council\n\n“met in June.”\n\n[@s, ¶ 1]', [altered]);
  });
  describe('has the citation of the paragraph that introduces it', () => {
    reads(`She says [@s, ¶ 1]:\n\n${quoted}\n\nMore.`, [altered]);
    reads(`As @s [¶ 1] says:\n\n${quoted}`, [altered]);
    reads(`As @s [¶ 1] says:\n\n${quoted}\n\n“It always rains on the mill.” [@s, ¶ 1]`, [
      altered,
      'altered It always rains on the mill.',
    ]);
    reads(`She says[^1]:\n\n${quoted}\n\n[^1]: [@s, ¶ 1]`, [altered]);
  });
  describe('as an item of a list that it introduces', () => {
    reads('She says [@s, ¶ 1]:\n\n- “The village council met in June”;\n- “it always rains on the mill”.', [
      'altered The village council met in June',
      'altered it always rains on the mill',
    ]);
    reads('1. She says [@s, ¶ 1]:\n    - “The village council met in June”;\n    - “it rains” in her words', [
      'altered The village council met in June',
    ]);
  });
  describe('has no other', () => {
    for (const paper of [
      `She says more [@s, ¶ 1].\n\n${quoted}`,
      `${quoted}\n\n@s [¶ 1] says more.`,
      `${quoted}\n\n[@s, ¶ 1] says more.`,
      `She says [@s, ¶ 1]:\n\n${quoted} is what they say.`,
      `She says [@s, ¶ 1]:\n\nWhat she says.\n\n${quoted}`,
      `# As @s [¶ 1] says:\n\n${quoted}`,
      `- She says [@s, ¶ 1].\n- ${quoted}`,
    ])
      reads(paper, []);
  });
});

describe('a citation in parentheses after the sentence', () => {
  const sentences = [
    'Did she say “the village council met in June”? (See [@s, ¶ 1].)',
    'She says that “the village council met in June”. (See [@s, ¶ 1].) More.',
    'She says that “the village council met in June” then. (Cf. @s [¶ 1].) More.',
    'She says that “the village council met in June” then. ([@s, ¶ 1].) More.',
  ];
  for (const sentence of sentences) reads(sentence, ['altered the village council met in June']);
  reads('He says “the village council met in June”. (But “it never rains” [@s, ¶ 1].)', [
    'verbatim it never rains',
  ]);
});

describe('quotations with nothing between them', () => {
  reads('“The village council met in June.” “It never rains on the mill.” [@s, ¶ 1]', [
    altered,
    'verbatim It never rains on the mill.',
  ]);
  reads('“The village council met in June.” She goes on: “It never rains on the mill.” [@s, ¶ 1]', [
    'verbatim It never rains on the mill.',
  ]);
});

describe('a citation alone between two block quotations', () => {
  const [first, second] = ['> The village council met in June.', '> It never rains on the mill.'];
  const never = 'verbatim It never rains on the mill.';
  reads(`${first}\n\n[@s, ¶ 1]\n\n${second}\n\nThis is shown again [@s, ¶ 9].`, [
    altered,
    'elsewhere It never rains on the mill.',
  ]);
  reads(`${first}\n\n[@s, ¶ 1]\n\n${second}\n\nThis she says.`, [altered, never]);
  reads(`${first}\n\n[@s, ¶ 9]\n\n${second} [@s, ¶ 1]`, [altered, never]);
  reads(`[@s, ¶ 1]\n\n${second}\n\nThis is shown again [@s, ¶ 9].`, [never]);
  reads(`> The village council [@s, ¶ 1]\n\n[@s, ¶ 1]\n\n${second}\n\nThis is shown again [@s, ¶ 9].`, [
    'verbatim The village council',
    never,
  ]);
});

describe('a block quotation in a div has a citation beside the div', () => {
  const block = '> The village council met in June.';
  for (const paper of [
    `::: {.quote}\n${block}\n:::\n\n[@s, ¶ 1]`,
    `::: quote\n\n${block}\n\n:::\n\n[@s, ¶ 1]`,
    `As @s [¶ 1] says:\n\n::: {.quote}\n${block}\n:::`,
    `As @s [¶ 1] says:\n\n:::: a\n\n::: b\n\n${block}\n\n:::\n\n::::\n\nMore.`,
    `::: quote\n“The village council met in June.”\n:::\n\n[@s, ¶ 1]`,
  ])
    reads(paper, [altered]);
  reads(`::: quote\n${block}\n:::\n\n# Part\n\n[@s, ¶ 1]`, []);
});
