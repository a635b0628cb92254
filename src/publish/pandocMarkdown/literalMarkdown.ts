import type { ElementAttributes } from '../manuscript.ts';
import { percentEncoded } from '../../core/text.ts';

/** Returns words as Markdown in which Pandoc reads exactly them. They may stand anywhere in a line but at its beginning. */
export function literalWords(text: string): string {
  return (
    text
      .replace(/[\\`*_[\]{}<>|~^$@"]/gu, '\\$&')
      // Between letters Pandoc sets an apostrophe, which is meant.
      .replace(/(?<![\p{L}\p{N}])'|'(?!\p{L})/gu, "\\'")
      .replace(/&(?=#?\w+;)/gu, '\\&')
      .replace(/-(?=-)/gu, '\\-')
      .replace(/\.(?=\.\.)/gu, '\\.')
      .replace(/\s*\n\s*/gu, ' ')
  );
}

/** What would begin a block: a mark of a list or heading, a fence, a caption. The group is what stands before the sign to escape. */
const blockStart =
  /^(\(?(?:[0-9]+|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+)(?=[.)](?:\s|$))|[Tt]able(?=:)|(?=[-+](?:\s|$)|[#%:=-]))/u;

/** Returns a line of Markdown that begins no other block than a paragraph. */
export function literalLine(markdown: string): string {
  const line = markdown.trimStart();
  const start = blockStart.exec(line)?.[0];
  if (start === undefined) return line.startsWith('(') && /^\((?:#|@)/u.test(line) ? `\\${line}` : line;
  return start.startsWith('(') ? `\\${line}` : `${start}\\${line.slice(start.length)}`;
}

/** Returns code as it stands in a line. */
export function codeInLine(text: string): string {
  const runs = [...text.matchAll(/`+/gu)].map(([run]) => run.length);
  let width = 1;
  while (runs.includes(width)) width++;
  const fence = '`'.repeat(width);
  const edge = /^`|`$/u.test(text) ? ' ' : '';
  return `${fence}${edge}${text}${edge}${fence}`;
}

/** Returns attributes in braces; empty where there are none. */
export function attributesInBraces({ id, classes, values }: ElementAttributes): string {
  const parts = [
    ...(id === '' ? [] : [`#${id}`]),
    ...classes.map((name) => `.${name}`),
    ...values.map(([name, value]) => `${name}="${value.replace(/["\\]/gu, '\\$&')}"`),
  ];
  return parts.length === 0 ? '' : `{${parts.join(' ')}}`;
}

/** Returns an address as it stands in the brackets of a link. */
export function addressInBrackets(address: string): string {
  return /[\s()<>\\]/u.test(address) ? `<${address.replace(/[<>\\]/gu, percentEncoded)}>` : address;
}
