import type { Analysis, Study } from '../study.ts';
import { type EscapedCitation, readEscapedCitations, readIndentedCitations } from '../citations.ts';
import type { Fix, Problem } from './check.ts';

/** `citation/escaped`: what would be a citation without the backslashes, or the indent, that some formatters write. */
export function checkEscapedCitations(analysis: Analysis, study: Study): readonly Problem[] {
  if (analysis.role !== 'paper' && analysis.role !== 'glossary') return [];
  const escaped = readEscapedCitations(analysis.document).filter((each) => isMeant(each, study));
  const indented = readIndentedCitations(analysis.document).filter(({ citations }) =>
    citations.some(({ key }) => study.keys.includes(key)),
  );
  const problems = escaped.map((each): Problem => {
    return {
      check: 'citation/escaped',
      range: each.range,
      message: `With its backslashes “${shortened(each.written)}” is not the citation that it looks like. Some formatters write them; remove them.`,
      fixes: [fixOf(each)],
    };
  });
  return [
    ...problems,
    ...indented.map(({ range, written }): Problem => ({
      check: 'citation/escaped',
      range,
      message: `“${shortened(written)}” stands in code, as its block is set in by four spaces or more, and is no citation. Set the block in like what it belongs to.`,
      fixes: [],
    })),
  ];
}

/**
 * Whether somebody meant a citation: of a key that is known, or of a place in brackets. An address is none; nor is a key
 * whose @ alone is escaped, as people do on purpose and no formatter does.
 */
function isMeant({ citations, isBracketed, written }: EscapedCitation, study: Study): boolean {
  if (!isBracketed && written.startsWith('@')) return false;
  const inBrackets = isBracketed || written.startsWith('[');
  return citations.some(
    ({ key, locator }) => study.keys.includes(key) || (inBrackets && locator !== undefined),
  );
}

/** What a bracket says in so many words is certain; a key without one may be escaped on purpose. */
function fixOf({ escapes, isBracketed }: EscapedCitation): Fix {
  const edits = escapes.map((range) => ({ range, newText: '' }));
  return { title: 'Remove the backslashes', edits, safe: isBracketed };
}

function shortened(written: string): string {
  const line = written.replace(/\s+/gu, ' ');
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
