import type { PreviewReply } from '../../server/protocol.ts';
import { citationHtml, endOfPaper, headingOf, type Wording } from './previewHtml.ts';
import type { CoreState, InlineState, MarkdownIt, MarkdownItToken } from './markdownIt.ts';
import { drawDefinitions, drawElement, elementType } from './pandocMarks.ts';
import { standIns, type StandIns } from './standIns.ts';

/** The server's replies about papers. Markdown-it does not wait, so they must be here when a preview is drawn. */
export interface Replies {
  /** The latest reply about exactly this text, or about one document if its URI is known. */
  replyTo(text: string, uri?: string): PreviewReply | undefined;
  /** Tells that a text was drawn, and with which reply. */
  drawn(uri: string, text: string, reply: PreviewReply | undefined): void;
}

/** Data on the tokens of a citation, and of the beginning and end of a document. */
interface Drawing {
  readonly text: string;
  readonly reply: PreviewReply | undefined;
  /** The number of the citation; -1 for other tokens. */
  readonly index: number;
  /** For the end token: whether the paper ends with a heading for the works. */
  readonly hasHeading: boolean;
}

const headingType = 'pilcrow_heading';
const citationType = 'pilcrow_citation';
const endType = 'pilcrow_end';
const pluginName = 'pilcrow';

/**
 * Shows a paper's title, author and date above it, author and date in place of its citations, and the works cited at
 * its end. VS Code parses a document without saying which one it is, and keeps the tokens. It gives the URI only when
 * it draws. So citations are found by the document's text, and their words are looked up when they are drawn.
 * @param isFrontMatterWanted whether the person has asked VS Code to show front matter as well
 */
export function previewPlugin(
  replies: Replies,
  wording: Wording,
  isFrontMatterWanted: () => boolean,
): (markdownIt: MarkdownIt) => MarkdownIt {
  const latest = ({ text, reply }: Drawing, env: unknown): PreviewReply | undefined =>
    replies.replyTo(text, addressOf(env)) ?? reply;
  return (markdownIt) => {
    markdownIt.core.ruler.before('normalize', 'pilcrow_mark', (state) => markCitations(state, replies));
    markdownIt.inline.ruler.before('link', citationType, readStandIn);
    markdownIt.core.ruler.before('inline', 'pilcrow_definitions', readDefinitions);
    markdownIt.core.ruler.push('pilcrow_restore', (state) => restoreAndEnd(state, isFrontMatterWanted));
    const { rules } = markdownIt.renderer;
    rules[citationType] = (tokens, index, _options, env) => {
      const token = tokens[index];
      const drawing = token?.meta as Drawing;
      const reply = latest(drawing, env) ?? drawing.reply;
      return citationHtml(reply?.citations[drawing.index], token?.content ?? '', wording);
    };
    rules[elementType] = (tokens, index) => tokens[index]?.content ?? '';
    rules[headingType] = (tokens, index, _options, env) => {
      const drawing = tokens[index]?.meta as Drawing;
      return headingOf((latest(drawing, env) ?? drawing.reply)?.heading ?? null);
    };
    rules[endType] = (tokens, index, _options, env) => {
      const drawing = tokens[index]?.meta as Drawing;
      const reply = latest(drawing, env);
      const uri = addressOf(env);
      // A text parsed without a reply has no citation tokens, so it counts as drawn without a reply.
      if (uri !== undefined) replies.drawn(uri, drawing.text, drawing.reply && reply);
      return drawing.reply && reply ? endOfPaper(reply, drawing.hasHeading, wording) : '';
    };
    return markdownIt;
  };
}

function addressOf(env: unknown): string | undefined {
  const { currentDocument } = (env ?? {}) as { currentDocument?: { toString(): string } };
  return currentDocument?.toString();
}

function markCitations(state: CoreState, replies: Replies): void {
  if (state.inlineMode) return;
  const reply = replies.replyTo(state.src);
  const marked = reply && standIns(reply);
  state.env[pluginName] = { text: state.src, marked };
  if (marked) state.src = marked.marked;
}

interface MarkedText {
  readonly text: string;
  readonly marked: StandIns | undefined;
}

function markedIn({ env }: { env: object }): MarkedText | undefined {
  return (env as Record<string, unknown>)[pluginName] as MarkedText | undefined;
}

function readStandIn(state: InlineState, silent: boolean): boolean {
  const marked = markedIn(state)?.marked;
  const found = marked?.at(state.src, state.pos);
  if (!marked || !found) return false;
  const { mark } = found;
  const end = state.pos + found.length;
  const after = mark.kind === 'html' ? drawElement(state, marked, mark, end, silent) : end;
  if (after === undefined) return false;
  if (!silent && mark.kind === 'citation') {
    const token = state.push(citationType, '', 0);
    const { text, reply } = marked;
    token.meta = { text, reply, index: mark.index, hasHeading: false } satisfies Drawing;
    token.content = marked.written(mark);
  }
  state.pos = after;
  return true;
}

function readDefinitions(state: CoreState): void {
  const lines = markedIn(state)?.marked?.definitionLines;
  if (!lines?.size) return;
  state.tokens = drawDefinitions(state.tokens, lines, (type, tag, nesting, level) =>
    Object.assign(new state.Token(type, tag, nesting), { level, block: true }),
  );
}

function restoreAndEnd(state: CoreState, isFrontMatterWanted: () => boolean): void {
  const known = markedIn(state);
  if (!known || state.inlineMode) return;
  const { text, marked } = known;
  if (marked)
    for (const token of state.tokens) {
      restoreText(token, marked);
      setNoteMarks(token.children ?? [], marked.reply);
    }
  const hasHeading = state.tokens.at(-1)?.type === 'heading_close';
  const add = (type: string): MarkdownItToken => {
    const token = new state.Token(type, '', 0);
    token.meta = { text, reply: marked?.reply, index: -1, hasHeading } satisfies Drawing;
    return token;
  };
  if (marked) {
    if (marked.reply.heading && !isFrontMatterWanted()) dropFrontMatter(state.tokens);
    state.tokens.unshift(add(headingType));
  }
  state.tokens.push(add(endType));
}

/** Newer versions of VS Code show front matter as a table, which would repeat the heading. */
function dropFrontMatter(tokens: MarkdownItToken[]): void {
  const at = tokens.findIndex(({ type }) => type === 'front_matter');
  if (at >= 0) tokens.splice(at, 1);
}

/**
 * Restores stand-ins that did not become a citation, for example in code. In text, ¶ and § stay with their number.
 */
function restoreText(token: MarkdownItToken, marked: StandIns): void {
  token.content = marked.restore(token.content);
  if (token.type === 'text') token.content = token.content.replaceAll(/(?<=[¶§]) (?=\d)/g, '\u00a0');
  token.info = marked.restore(token.info);
  for (const attribute of token.attrs ?? []) attribute[1] = marked.restore(String(attribute[1]));
  for (const child of token.children ?? []) {
    // The alternative text of an image is plain text.
    if (token.type === 'image' && child.type === citationType) child.type = 'text';
    restoreText(child, marked);
  }
}

/** Sets the mark of a note after the punctuation that follows it and without the space before it, as when the paper goes out. */
function setNoteMarks(tokens: readonly MarkdownItToken[], reply: PreviewReply): void {
  for (const [at, { type, meta }] of tokens.entries()) {
    if (type !== citationType || !reply.citations[(meta as Drawing).index]?.note) continue;
    const [before, after] = [tokens[at - 1], tokens[at + 1]];
    if (before?.type !== 'text' || !/\s$/u.test(before.content)) continue;
    before.content = before.content.trimEnd();
    const mark = after?.type === 'text' ? (/^\p{P}+/u.exec(after.content)?.[0] ?? '') : '';
    if (!after || mark === '') continue;
    after.content = after.content.slice(mark.length);
    if (!/[.,;:!?]["”’»]?$/u.test(before.content)) before.content += mark;
  }
}
