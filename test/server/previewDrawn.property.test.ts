import assert from 'node:assert/strict';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import { parseMarkdown } from '../../src/core/blocks.ts';
import { readCitations } from '../../src/core/citations.ts';
import type { MarkdownIt as Plugged } from '../../src/extension/preview/markdownIt.ts';
import { previewPlugin } from '../../src/extension/preview/plugin.ts';
import { previewMarks } from '../../src/publish/manuscript.ts';
import type { PreviewReply } from '../../src/server/protocol.ts';
import { adversarialText } from '../support/adversarialMarkdown.ts';
import { runs } from '../support/runs.ts';

const standIn = /[\uE000-\uF8FF]/u;

function replyAbout(written: string): PreviewReply {
  const document = parseMarkdown(written);
  const groups = new Map(readCitations(document).map(({ group }) => [group.start, group]));
  const ranges = [...groups.values()];
  const citations = ranges.map((range) => ({
    range,
    tooltip: '',
    unresolved: false,
    runs: [{ text: 'cited' }],
    note: null,
  }));
  const marks = previewMarks(document, ranges, []);
  return { text: document.text, heading: null, works: [], footnotes: [], citations, marks };
}

describe('the preview of any paper', () => {
  it('is drawn, without a trace of what stood in for citations and signs', () => {
    fc.assert(
      fc.property(adversarialText, (written) => {
        fc.pre(!standIn.test(written));
        const reply = replyAbout(written);
        const replies = { replyTo: () => reply, drawn: () => undefined };
        const plugin = previewPlugin(replies, { works: '', notes: '', unresolved: '' }, () => false);
        const markdownIt = new MarkdownIt('default', { html: true });
        plugin(markdownIt as unknown as Plugged);
        assert.doesNotMatch(markdownIt.render(reply.text), standIn);
      }),
      { numRuns: runs(300) },
    );
  });
});
