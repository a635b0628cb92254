import { growingTable, type NameTable } from '../text.ts';
/** What XML 1.0 (https://www.w3.org/TR/xml/) says of single tags and references. Line ends are `\n` (2.11). */

const nameStart =
  ':A-Z_a-z\\u{C0}-\\u{D6}\\u{D8}-\\u{F6}\\u{F8}-\\u{2FF}\\u{370}-\\u{37D}\\u{37F}-\\u{1FFF}\\u{200C}\\u{200D}\\u{2070}-\\u{218F}\\u{2C00}-\\u{2FEF}\\u{3001}-\\u{D7FF}\\u{F900}-\\u{FDCF}\\u{FDF0}-\\u{FFFD}\\u{10000}-\\u{EFFFF}';
/** A name (2.3). */
const xmlName = `[${nameStart}][${nameStart}\\-.0-9\\u{B7}\\u{300}-\\u{36F}\\u{203F}\\u{2040}]*`;

const nameAtStart = new RegExp(xmlName, 'uy');
const attributeAt = new RegExp(`[ \\t\\n]+(${xmlName})[ \\t\\n]*=[ \\t\\n]*(?:"([^"<]*)"|'([^'<]*)')`, 'uy');
const endOfTag = /[ \t\n]*(\/?)$/y;
const reference = new RegExp(`&(?:#([0-9]+)|#x([0-9A-Fa-f]+)|(${xmlName}));|&`, 'gu');
const instruction = new RegExp(`^<\\?(${xmlName})(?:[ \\t\\n][^]*)?\\?>$`, 'u');
const declaration =
  /^<\?xml[ \t\n]+version[ \t\n]*=[ \t\n]*(?:"1\.[0-9]+"|'1\.[0-9]+')(?:[ \t\n]+encoding[ \t\n]*=[ \t\n]*(?:"[A-Za-z][\w.-]*"|'[A-Za-z][\w.-]*'))?(?:[ \t\n]+standalone[ \t\n]*=[ \t\n]*(?:"(?:yes|no)"|'(?:yes|no)'))?[ \t\n]*\?>$/;

/** Characters that no XML file holds (2.2), but for halves of pairs, which no decoder makes. */
export const forbiddenInXml = /[\0-\x08\x0B\x0C\x0E-\x1F\uFFFE\uFFFF]/;

/** The values of attributes by their names, which are resolved as those of elements are. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** A tag that opens an element, as it is written. */
export interface XmlTag {
  readonly name: string;
  readonly attributes: XmlAttributes;
  /** Whether it closes the element, too. */
  readonly isWhole: boolean;
}

/** Characters by the names of entities. */
export type XmlEntities = NameTable<string>;

/**
 * Reads what stands between `<` and `>` of a tag that opens an element (3.1).
 * @returns undefined if it is not well formed
 */
export function xmlTagOf(written: string, entities: XmlEntities): XmlTag | undefined {
  nameAtStart.lastIndex = 0;
  const [name] = nameAtStart.exec(written) ?? [];
  if (name === undefined) return undefined;
  const attributes = growingTable<string>();
  let at = name.length;
  for (;;) {
    attributeAt.lastIndex = at;
    const [whole = '', key = '', double, single = ''] = attributeAt.exec(written) ?? [];
    if (whole === '') break;
    const value = withoutReferences((double ?? single).replace(/[\t\n]/g, ' '), entities);
    if (value === undefined || Object.hasOwn(attributes, key)) return undefined;
    attributes[key] = value;
    at += whole.length;
  }
  endOfTag.lastIndex = at;
  const end = endOfTag.exec(written);
  return end ? { name, attributes, isWhole: end[1] === '/' } : undefined;
}

/**
 * A text with characters in place of references to them (4.1).
 * @returns undefined if one is not well formed, or names an entity that is not among those given
 */
export function withoutReferences(text: string, entities: XmlEntities): string | undefined {
  if (!text.includes('&')) return text;
  const unknown: string[] = [];
  const read = text.replace(
    reference,
    (written: string, decimal: string | undefined, hex: string | undefined, name: string | undefined) => {
      const character = name === undefined ? numbered(decimal, hex) : entities[name];
      if (character === undefined) unknown.push(written);
      return character ?? '';
    },
  );
  return unknown.length === 0 ? read : undefined;
}

function numbered(decimal: string | undefined, hex: string | undefined): string | undefined {
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number.parseInt(decimal, 10);
  const isCharacter =
    (code >= 0x20 || code === 9 || code === 10 || code === 13) &&
    !(code >= 0xd800 && code <= 0xdfff) &&
    code <= 0x10ffff &&
    code !== 0xfffe &&
    code !== 0xffff;
  return isCharacter ? String.fromCodePoint(code) : undefined;
}

/** Whether a processing instruction is well formed (2.6). One called `xml` is the declaration, which stands first (2.8). */
export function isInstruction(written: string, isFirst: boolean): boolean {
  const [, target] = instruction.exec(written) ?? [];
  if (target === undefined) return false;
  return /^xml$/i.test(target) ? isFirst && declaration.test(written) : true;
}
