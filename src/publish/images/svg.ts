import type { ImageFile } from '../manuscript.ts';
import { joined } from './bytes.ts';

/** Larger drawings are left out. Bytes. */
const maxSvgBytes = 10 * 1024 * 1024;
const token =
  /<!--[\s\S]*?-->|<\?[\s\S]*?\?>|<!\[CDATA\[[\s\S]*?\]\]>|<!DOCTYPE(?:[^>[]|\[[\s\S]*?\])*>|<(\/?)([\w:.-]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/gu;
const attribute = /\s+([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/gu;
/** Elements that are no drawing: they are left out with what they hold. */
const droppedElements = /^(?:metadata|script|foreignObject|title|desc|sodipodi:.*|inkscape:.*|a)$/iu;
/** Elements whose content stays. */
const openedElements = /^a$/iu;

/**
 * Reads a drawing in SVG; undefined for anything else. What stays is the drawing: no comments, no data of the program that made it,
 * no scripts, and no address of anything outside of it.
 */
export function readSvg(bytes: Uint8Array): ImageFile | undefined {
  if (bytes.length > maxSvgBytes) return undefined;
  const text = new TextDecoder().decode(bytes);
  if (
    !/^\s*(?:<\?xml[^>]*\?>|<!--[\s\S]{0,5000}?-->|<!DOCTYPE[^>]{0,5000}>|\s)*<svg[\s>]/u.test(
      text.slice(0, 20_000),
    )
  )
    return undefined;
  const cleaned = withoutData(text);
  return { bytes: joined([new TextEncoder().encode(cleaned)]), type: 'image/svg+xml', size: sizeOf(cleaned) };
}

function withoutData(text: string): string {
  const out: string[] = [];
  const dropped: string[] = [];
  let from = 0;
  for (const { 0: whole, 1: close = '', 2: name, 3: rest = '', index } of text.matchAll(token)) {
    if (dropped.length === 0) out.push(text.slice(from, index));
    from = index + whole.length;
    if (name === undefined) {
      if (dropped.length === 0 && whole.startsWith('<![CDATA['))
        out.push(escapedCharacters(whole.slice(9, -3)));
      continue;
    }
    if (openedElements.test(name)) continue;
    const isEmpty = rest.trimEnd().endsWith('/');
    if (droppedElements.test(name)) {
      if (close === '' && !isEmpty) dropped.push(name);
      else if (close !== '' && dropped.at(-1) === name) dropped.pop();
    } else if (dropped.length === 0)
      out.push(close === '' ? `<${name}${safeAttributesOf(rest)}${isEmpty ? '/' : ''}>` : `</${name}>`);
  }
  if (dropped.length === 0) out.push(text.slice(from));
  return out.join('').trim();
}

function escapedCharacters(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function safeAttributesOf(rest: string): string {
  const kept = [...rest.matchAll(attribute)].filter(([, name = '', quoted = '']) => {
    const value = quoted.slice(1, -1).trim();
    if (
      /^(?:on|inkscape:|sodipodi:|xml:base|xmlns:(?:inkscape|sodipodi|rdf|cc|dc)\b|aria-label)/iu.test(name)
    )
      return false;
    if (/href$/iu.test(name))
      return value.startsWith('#') || /^data:image\/(?:png|jpeg|gif|webp);/iu.test(value);
    return !/url\(\s*["']?(?!#)/iu.test(value) && !/javascript:/iu.test(value);
  });
  return kept.map(([, name = '', value = '']) => ` ${name}=${value}`).join('');
}

function sizeOf(text: string): ImageFile['size'] {
  const tag = /<svg((?:[^>"']|"[^"]*"|'[^']*')*)>/u.exec(text)?.[1] ?? '';
  const number = (name: string): number | undefined => {
    const found = new RegExp(`\\s${name}\\s*=\\s*["']([0-9.]+)(?:px)?["']`, 'u').exec(tag)?.[1];
    return found === undefined ? undefined : Number(found);
  };
  const [, , boxWidth, boxHeight] =
    /\sviewBox\s*=\s*["']([^"']*)["']/u
      .exec(tag)?.[1]
      ?.trim()
      .split(/[\s,]+/u)
      .map(Number) ?? [];
  const [width, height] = [number('width') ?? boxWidth, number('height') ?? boxHeight];
  return width && height ? { width, height } : undefined;
}
