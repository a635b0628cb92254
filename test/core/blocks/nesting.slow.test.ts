import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { limitInlineNesting } from '../../../src/core/blocks/remarkExtensions.ts';
import { isShallow, limitNesting } from '../../../src/core/blocks/parserLimits.ts';

describe('nesting that nobody writes', () => {
  const absurd: Readonly<Record<string, string>> = {
    quotations: '>'.repeat(20000),
    'spaced quotations': '> '.repeat(5000),
    'lists in a line': '- '.repeat(5000),
    'lists by indent': Array.from({ length: 300 }, (_, level) => `${' '.repeat(2 * level)}- a`).join('\n'),
    notes: '[^a]: '.repeat(5000),
    brackets: '['.repeat(20000),
    images: `${'!['.repeat(2000)}x${'](y)'.repeat(2000)}`,
    emphasis: `${'*a **b '.repeat(1000)}${'b** a* '.repeat(1000)}`,
    'front matter': `---\n${'['.repeat(5000)}\n---\n`,
  };
  for (const [name, text] of Object.entries(absurd))
    it(`is flattened: ${name}`, () => {
      const { tree } = parseMarkdown(text);
      assert.ok(isShallow(tree));
      assert.equal(tree.position?.end.offset ?? text.length, text.length);
    });

  it('leaves what people write as it is', () => {
    const text = '> > - a\n> >   1. *b* [c](d) **e\n\n- [ ] _f_\n\n[^1]: g ![h](i)\n'.repeat(50);
    assert.equal(limitNesting(text), text);
    assert.equal(limitInlineNesting(text), text);
  });
});
