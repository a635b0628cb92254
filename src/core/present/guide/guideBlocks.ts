import { inWords } from '../../messages.ts';
import { parseMarkdown } from '../../blocks.ts';
import { citationFor } from '../../citations.ts';
import { citationOf } from '../../syntax.ts';
import { textInLanguage, unknownTextInLanguage } from '../citing.ts';
import { escapeMarkdown, quoteMarkdown, shorten } from '../wording.ts';
import {
  citationOfPassages,
  citationOfSection,
  passageWords,
  sectionExtent,
  sectionName,
  type Share,
  sharedHeading,
} from '../passages.ts';
import type { OpenQuestion, QuestionPlace } from './gather.ts';

/**
 * A block of a guide in several forms, the best first. If a check finds something in one form, the next is used. The
 * last form contains nothing that a check looks at.
 */
export interface GuideBlock {
  readonly forms: readonly string[];
}

/** Longer passages are shortened to this length. UTF-16 code units. */
const maxGuidePassageUnits = 600;

/** The citation of a place in a language. */
export function citationOfPlace(
  { source, passage, note, section }: QuestionPlace,
  lang: string | undefined,
): string {
  if (section) return citationOfSection(source, section, lang);
  if (note !== undefined) return citationFor(source.key, 'note', [note], lang);
  return passage === undefined ? citationOf(source.key) : citationOfPassages(source, [passage], lang);
}

/** A passage in a guide: its words if the text is here and they may be shown, else its gist. */
export function placeBlock(place: QuestionPlace, lang: string | undefined, share: Share): GuideBlock {
  const { source, passage, note, section } = place;
  const citation = citationOfPlace(place, lang);
  if (section)
    return {
      forms: [
        `${citation}: ${escapeMarkdown(share === 'words' ? sectionName(section) : sharedHeading(source, share, section))}, ${sectionExtent(section, source)}`,
        citation,
      ],
    };
  const item =
    note === undefined
      ? source.passages[(passage ?? 0) - 1]
      : source.notes.find(({ number }) => number === note);
  const words = item && share === 'words' ? passageWords(item) : undefined;
  const gist =
    item?.gist === undefined || share === 'numbers' ? [] : [`${citation}: *${escapeMarkdown(item.gist)}*`];
  const quoted = words ? [`${quoteMarkdown(shorten(words, maxGuidePassageUnits))}\n>\n> — ${citation}`] : [];
  return { forms: [...quoted, ...gist, citation] };
}

/** A question with its number and its author, its citations as the language of the guide reads them. */
export function questionBlock(question: OpenQuestion, number: number, lang: string): GuideBlock {
  const { text, doubtful, author, paper, kind } = question;
  const inGuide = (markdown: string): string =>
    kind === 'paper' ? textInLanguage(markdown, question.lang, lang) : unknownTextInLanguage(markdown, lang);
  const title = paper === '' ? '' : `*${escapeMarkdown(paper)}*`;
  const from = [escapeMarkdown(author), title].filter(Boolean).join(', ');
  const lead = kind === 'term' ? `${inWords('guide.whatIsMeant')} ` : '';
  const form = (body: string): string => {
    const opened = startsWithBlock(body)
      ? `**${String(number)}.**\n\n${body}`
      : `**${String(number)}.** ${lead}${body}`;
    return `${opened}${from === '' ? '' : `\n\n— ${from}`}`;
  };
  return {
    forms: [...[text, doubtful].map(inGuide).map(form).filter(isSelfContained), form(plainForm(text))],
  };
}

/** Whether Markdown begins with a block that needs a line of its own. */
function startsWithBlock(markdown: string): boolean {
  return /^(?:>|#|[-+*]\s|\d+[.)]\s|```|~~~|\||<)/u.test(markdown);
}

/** Whether the text still begins with its number, and no unclosed fence or comment continues into what follows. */
function isSelfContained(form: string): boolean {
  const mark = 'End';
  const nodes = parseMarkdown(`${form}\n\n${mark}`).chunks.flatMap(({ chunk }) => chunk.nodes);
  const [first] = nodes;
  const last = nodes.at(-1);
  const [words] = last?.type === 'paragraph' ? last.children : [];
  const begins = first?.type === 'paragraph' && first.children[0]?.type === 'strong';
  return begins && words?.type === 'text' && words.value === mark;
}

/**
 * The plain words, without citations and marks of quotations, terms and notes, so that no check finds anything in
 * them. `@` becomes a character reference, because formatters turn a citation into `@` after a backslash.
 */
function plainForm(markdown: string): string {
  const words = markdown
    .replace(/\{\.term\}/g, '')
    .replace(/\[\^[^\]\s]{1,40}\]/g, '')
    .replace(/(^|\n)[ \t]*(?:>[ \t]?)+/g, '$1')
    .replace(/["“”„‟«»‹›‘‚‛]/gu, '');
  return escapeMarkdown(words).replaceAll('\\@', '&#64;');
}
