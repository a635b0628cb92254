import { messageOf } from '../../core/messages.ts';
import { fingerprint } from '../../core/text.ts';
import { type Block, excerptOf, type Page, plainOf, spellingsAt, withToggledHyphen } from '../blocks.ts';
import type { Decision, Doubt } from './doubt.ts';

/** How much of a text is shown on either side of a word, in code units. */
const shownAroundUnits = 40;

/** The page with the words that a person spells otherwise than its reader did. */
export function withSpellings(page: Page, decisions: readonly Decision[]): Page {
  const chosen = new Map(decisions.map(({ id, choice }) => [id, choice]));
  const isAnswered = decisions.some(({ choice }) => choice === 'joined' || choice === 'hyphened');
  return isAnswered ? { ...page, blocks: page.blocks.map((block) => withChosen(block, chosen)) } : page;
}

function withChosen(block: Block, chosen: ReadonlyMap<string, string>): Block {
  let spelled = block;
  for (const at of block.doubtful?.hyphens ?? []) {
    const choice = chosen.get(hyphenDoubtId(block, at));
    const isOther = choice === (block.lineHyphens?.[at]?.keeps ? 'joined' : 'hyphened');
    if (isOther) spelled = withToggledHyphen(spelled, at);
  }
  return spelled;
}

/** The questions about a block how words are spelled that the end of a line divides: one for each. */
export function hyphenDoubts(block: Block): Doubt[] {
  const { line, endLine, doubtful } = block;
  return (doubtful?.hyphens ?? []).flatMap((at): Doubt[] => {
    const hyphen = block.lineHyphens?.[at];
    const spellings = spellingsAt(block, at);
    if (!doubtful || !hyphen || !spellings) return [];
    const taken = hyphen.keeps ? 'hyphened' : 'joined';
    return [
      {
        id: hyphenDoubtId(block, at),
        line,
        endLine,
        ...(doubtful.page === undefined ? {} : { page: doubtful.page }),
        excerpt: excerptOf(wordsAround(plainOf(block.runs), hyphen.offset)),
        question: messageOf('importing.whichSpelling'),
        options: taken === 'joined' ? ['joined', 'hyphened'] : ['hyphened', 'joined'],
        spellings,
        chosen: taken,
        reason: doubtful.reason,
      },
    ];
  });
}

/** Does not depend on how words are spelled: the words without any hyphen, and which of its hyphens it is. */
function hyphenDoubtId(block: Block, at: number): string {
  const words = fingerprint(plainOf(block.runs).replaceAll('-', '')).slice(0, 8);
  return `${String(block.line)}-${words}-${String(at)}`;
}

function wordsAround(plain: string, offset: number): string {
  const before = plain.slice(Math.max(0, offset - shownAroundUnits), offset);
  const after = plain.slice(offset, offset + shownAroundUnits);
  return (offset > shownAroundUnits ? before.replace(/^\S*\s/u, '') : before) + after.replace(/\s\S*$/u, '');
}
