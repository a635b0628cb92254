import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseMarkdown } from '../../../../src/core/blocks/document.ts';
import { discussionGuide } from '../../../support/guides.ts';
import { date, remarksOn, studyWith } from './support.ts';
import { runs } from '../../../support/runs.ts';

describe('any discussion guide', () => {
  it('has no findings for any questions put together from bits', () => {
    const bit = fc.constantFrom(
      'a lamp',
      '[@tale, ¶ 1]',
      '[@tale, ¶ 99]',
      '@nobody',
      '“He who has light shall share it”',
      '“He who has light shall not share it today”',
      '[x]{.term}',
      '[^1]',
      '*',
      '`',
      '<b>',
      '<!--',
      '\n    - ',
      '\n  > ',
      '@tale [¶ 3]',
      '[@tale, n. 1; @masswork, sec. 2]',
      '?',
      '"',
      '\\',
      '$',
      '\n  ```\n',
      '$$',
      '<script>',
      '[a](b.md)',
      '<!-- pilcrow-ignore quotation/altered: x -->',
    );
    const item = fc.array(bit, { minLength: 1, maxLength: 8 }).map((bits) => `- ${bits.join(' ')}`);
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 4 }), (items) => {
        const study = studyWith(`# Questions\n\n${items.join('\n')}\n`);
        const { text, questions } = discussionGuide(study, { date });
        // None is swallowed by a fence or a comment that another one opens.
        const paragraphs = parseMarkdown(text).tree.children.filter(
          (node) => node.type === 'paragraph' && node.children[0]?.type === 'strong',
        );
        assert.equal(paragraphs.length, questions, text);
        assert.deepEqual(remarksOn(text, study), [], text);
      }),
      { numRuns: runs(60) },
    );
  });
});
