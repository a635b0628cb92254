import { type Message, type MessageId, messageOf } from '../messages.ts';
import type { CheckId } from '../catalogue.ts';
import type { ConfigurationProblem, Role } from '../study.ts';
import type { OpenFrontMatter } from '../blocks.ts';
import { nearest, type Range } from '../text.ts';
import { defineCheck, type Problem } from './defineCheck.ts';

const start: Range = { start: 0, end: 0 };

/** Files that cannot be read. */
export const unreadableFiles = defineCheck({
  ids: [
    'bibliography/unreadable',
    'note/unreadable',
    'alignment/unreadable',
    'settings/invalid',
    'paper/front-matter',
    'source/front-matter',
  ],
  looksAt: 'unreadable',
  check: ({ problem }, _, { role }) => [{ check: unreadableCheck(role), range: start, message: problem }],
});

function unreadableCheck(role: Role) {
  if (role === 'bibliography') return 'bibliography/unreadable';
  if (role === 'notes') return 'note/unreadable';
  if (role === 'alignment') return 'alignment/unreadable';
  if (role === 'configuration') return 'settings/invalid';
  return role === 'paper' ? 'paper/front-matter' : 'source/front-matter';
}

/** Editions that cannot be read. */
export const unreadableEditions = defineCheck({
  ids: ['source/front-matter'],
  looksAt: 'edition',
  check: ({ problem }) =>
    problem === undefined ? [] : [{ check: 'source/front-matter', range: start, message: problem }],
});

/** Front matter that cannot be read. */
export const unreadableFrontMatter = defineCheck({
  ids: ['paper/front-matter', 'source/front-matter'],
  looksAt: 'faultyFrontMatter',
  check: ({ open, problems }, _, { role }) => {
    const check = role === 'paper' ? 'paper/front-matter' : 'source/front-matter';
    if (open) return [openProblem(check, open)];
    // One is enough: the others are mostly of its making.
    return problems.slice(0, 1).map(({ message, range }) => ({
      check,
      range,
      message: messageOf('frontMatter.unreadable', { reason: message }),
    }));
  },
});

const messages = {
  'indented-opening': 'frontMatter.indentedOpening',
  'blank-line': 'frontMatter.blankLine',
  'indented-closing': 'frontMatter.indentedClosing',
  'other-closing': 'frontMatter.otherClosing',
  'no-closing': 'frontMatter.noClosing',
} as const satisfies Record<OpenFrontMatter['fault'], MessageId>;

const fixTitleByFault = {
  'indented-opening': 'frontMatter.removeIndentation',
  'blank-line': 'frontMatter.removeBlankLine',
  'indented-closing': 'frontMatter.close',
  'other-closing': 'frontMatter.close',
  'no-closing': 'frontMatter.close',
} as const satisfies Record<OpenFrontMatter['fault'], MessageId>;

function openProblem<Id extends CheckId>(check: Id, { fault, range, edit }: OpenFrontMatter): Problem<Id> {
  // Where it ends is a guess where nothing like a closing line is there.
  const safe = fault !== 'no-closing' && fault !== 'other-closing';
  const fixes = [{ title: messageOf(fixTitleByFault[fault]), edits: [edit], safe }];
  return { check, range, message: messageOf(messages[fault]), fixes };
}

/** What in `pilcrow.json` cannot be used, and the names that may have been meant. */
export const unusableSettings = defineCheck({
  ids: ['settings/invalid'],
  looksAt: 'settings',
  check: ({ problems, text }) => problems.map((problem) => settingsProblem(problem, text)),
});

function settingsProblem(
  { message, range, unknown }: ConfigurationProblem,
  text: string,
): Problem<'settings/invalid'> {
  const check = 'settings/invalid';
  const say = (said: Message): Problem<'settings/invalid'> => ({ check, range, message: said });
  if (!unknown) return say(message);
  const { name, known } = unknown;
  const meant = known.find((each) => name !== '' && each.startsWith(name)) ?? nearest(name, known, 1)[0];
  if (meant !== undefined) {
    const edits = [{ range: withinQuotationMarks(range, text), newText: meant }];
    const fixes = [{ title: messageOf('fixes.changeToWords', { words: meant }), edits, safe: false }];
    return { ...say(messageOf('settings.didYouMean', { problem: message, name: meant })), fixes };
  }
  // The few levels stand in the message already.
  const isListed = message.id === 'settings.level' || message.id === 'settings.failOn';
  return say(isListed ? message : messageOf('settings.known', { problem: message, names: known }));
}

/** The name within its quotation marks. */
function withinQuotationMarks({ start, end }: Range, text: string): Range {
  return text[start] === '"' ? { start: start + 1, end: end - 1 } : { start, end };
}
