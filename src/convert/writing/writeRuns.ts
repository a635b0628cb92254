import { plainOf, type Run, type RunStyle, sameStyle, scriptStyle } from '../blocks.ts';
import { escapeLineStart, escapeText } from './escape.ts';

/**
 * How line breaks inside a block are written: a backslash before the line end, a space, the same in a heading, where nothing is the
 * start of a line, or lines of verse.
 */
export type LineBreaks = 'hard' | 'space' | 'heading' | 'verse';

/** Writes runs as the Markdown of one block. Prefixes such as `>` are added by the caller. */
export function writeRuns(runs: readonly Run[], breaks: LineBreaks): string {
  const pieces = mergeRuns(runs);
  let written = '';
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i];
    if (piece) written += writeRun(piece, lastSign(pieces[i - 1]), firstSign(pieces[i + 1]), written);
  }
  return breakLines(written, breaks);
}

/** Joins neighbouring runs of the same style, so that no two runs of emphasis touch. */
function mergeRuns(runs: readonly Run[]): Run[] {
  const merged: Run[] = [];
  for (const run of runs) {
    const style = visible(run);
    const last = merged.at(-1);
    if (last && isTextRun(last) && isTextRun(run) && sameStyle(last.style, style))
      merged[merged.length - 1] = { ...last, text: last.text + run.text };
    else if (run.text !== '' || !isTextRun(run)) merged.push(withStyle(run, style));
  }
  return merged;
}

function withStyle(run: Run, style: RunStyle | undefined): Run {
  if (run.style === style) return run;
  const { style: _style, ...bare } = run;
  return style ? { ...bare, style } : bare;
}

function isTextRun(run: Run): boolean {
  return run.note === undefined && run.page === undefined && run.image === undefined;
}

/**
 * The style that is written. Letters above or below their line are plain text, as those of `XIXe`, and so is a link without
 * address; figures would be those of another number.
 */
function visible({ style, text }: Run): RunStyle | undefined {
  if (style === undefined) return undefined;
  const { raised, lowered, anchor: _anchor, ...rest } = style;
  const isWritten = (raised ?? lowered) && !style.code && scriptFigures.test(text);
  const shown = isWritten ? { ...rest, ...scriptStyle({ raised, lowered }) } : rest;
  return Object.keys(shown).length === 0 ? undefined : shown;
}

const scriptFigures = /^(?:[-+−–]?\d[\d.,/]{0,10}[-+−–]?|[+−–])$/u;

/**
 * The first character that a run is written with, inside its emphasis. One UTF-16 code unit, as the parser
 * classifies.
 */
function firstSign(run: Run | undefined): string {
  if (run === undefined) return '';
  if (run.note !== undefined) return '[';
  if (run.page !== undefined) return '<';
  if (run.image) return '!';
  if (/^\s/.test(run.text)) return ' ';
  const { link, term, code } = run.style ?? {};
  return link !== undefined || term ? '[' : code ? '`' : scriptMarkOf(run.style) || (run.text[0] ?? '');
}

function lastSign(run: Run | undefined): string {
  if (run === undefined) return '';
  if (run.note !== undefined) return ']';
  if (run.page !== undefined) return '>';
  if (run.image) return ')';
  if (/\s$/.test(run.text)) return ' ';
  const { link, term, code } = run.style ?? {};
  if (link !== undefined) return ')';
  return term ? '}' : code ? '`' : scriptMarkOf(run.style) || (run.text.at(-1) ?? '');
}

/** The mark on both sides of what stands above or below its line. */
function scriptMarkOf(style: RunStyle | undefined): string {
  return style?.raised ? '^' : style?.lowered ? '~' : '';
}

function writeRun(run: Run, before: string, after: string, written: string): string {
  if (run.note !== undefined) return `[^${run.note}]`;
  if (run.page !== undefined) return run.page === '' ? '<!-- p. -->' : `<!-- p. ${run.page} -->`;
  if (run.image)
    return `![${escapeText(run.image.alt.replace(/\s+/g, ' '), { inLink: true, before: '', after: ']' })}](${run.image.url})`;
  const style = run.style;
  if (style === undefined) return escapeText(run.text, { inLink: false, before, after });
  const [lead, core, trail] = edges(run.text);
  if (core === '') return run.text;
  const outer = { before: lead === '' ? before : ' ', after: trail === '' ? after : ' ' };
  return lead + writeStyled(core, style, outer, lead === '' ? written : '') + trail;
}

function edges(text: string): [string, string, string] {
  const core = text.trim();
  const start = text.indexOf(core);
  return core === '' ? [text, '', ''] : [text.slice(0, start), core, text.slice(start + core.length)];
}

function writeStyled(
  core: string,
  style: RunStyle,
  outer: { before: string; after: string },
  written: string,
): string {
  const set = setIn(core, style, { before: '*', after: '*' });
  const marker = /[*~\\]$/.test(written) || !flanks(set, outer) ? '' : markerOf(style);
  if (marker === '') return setIn(core, style, outer);
  return `${marker}${set}${[...marker].reverse().join('')}`;
}

/** Writes a styled text without its markers of emphasis. */
function setIn(core: string, style: RunStyle, around: { before: string; after: string }): string {
  const { link, term } = style;
  const isInBrackets = link !== undefined || term === true;
  const context = isInBrackets ? { inLink: true, before: '[', after: ']' } : { inLink: false, ...around };
  const script = scriptMarkOf(style);
  const words = style.asWritten ? core : escapeText(core, context);
  const text = style.code ? codeSpan(core) : `${script}${words}${script}`;
  const marked = term ? `[${text}]{.term}` : text;
  return link === undefined ? marked : `[${marked}](${link})`;
}

function markerOf(style: RunStyle): string {
  return `${style.deleted ? '~~' : ''}${style.strong ? '**' : ''}${style.emphasis ? '*' : ''}`;
}

const oneSpaceAtMost = /^\s?$/u;
const punctuationOrSymbol = /[\p{P}\p{S}]/u;

/** Whether CommonMark's flanking rules would read the markers around a text as emphasis. */
function flanks(set: string, outer: { before: string; after: string }): boolean {
  const opens =
    oneSpaceAtMost.test(outer.before) ||
    punctuationOrSymbol.test(outer.before) ||
    !punctuationOrSymbol.test(set[0] ?? '');
  const closes =
    oneSpaceAtMost.test(outer.after) ||
    punctuationOrSymbol.test(outer.after) ||
    !punctuationOrSymbol.test(set.at(-1) ?? '');
  return opens && closes;
}

function codeSpan(text: string): string {
  const runs = text.match(/`+/g) ?? [];
  const longest = runs.reduce((most, run) => Math.max(most, run.length), 0);
  const fence = '`'.repeat(runs.some((run) => run.length === 1) || longest > 0 ? longest + 1 : 1);
  const flat = text.replace(/\s*\n\s*/g, ' ');
  const pad = /^[` ]|[` ]$/.test(flat) ? ' ' : '';
  return `${fence}${pad}${flat}${pad}${fence}`;
}

/** A mark at the start of a line would make HTML of the whole line, so it is written after the first word. */
const pageBeforeWords = /^((?:<!-- p\.(?: [\p{L}\p{N}]+)? -->)+)\s*(?!<!--)(\S+)/u;

function pageAfterWord(line: string): string {
  return line.startsWith('<!--') ? line.replace(pageBeforeWords, '$2$1') : line;
}

/** Writes the line breaks of a block and escapes the start of each line. */
function breakLines(written: string, breaks: LineBreaks): string {
  const lines = written.split('\n').map((line) => pageAfterWord(line.trim()));
  if (breaks === 'heading') return lines.join(' ');
  if (breaks === 'space') return escapeLineStart(lines.join(' '));
  if (breaks === 'verse') return lines.map((line) => `| ${line}`.trimEnd()).join('\n');
  return lines
    .filter((line) => line !== '')
    .map(escapeLineStart)
    .join('\\\n');
}

/** Whether runs have nothing to write. */
export function holdsNothing(runs: readonly Run[]): boolean {
  return plainOf(runs).trim() === '' && !runs.some((run) => run.image ?? run.note ?? run.page);
}
