import { markup, type SharedLooks } from '../packing.ts';

/** How words look. */
export interface OdtTextLooks extends SharedLooks {
  readonly code?: boolean;
}

/** The properties of text that looks in a way (20.183 and following), as attributes. */
function textProperties(looks: OdtTextLooks): Record<string, string | undefined> {
  const [language, country] = (looks.language ?? '').split('-');
  return {
    ...(looks.smallCaps ? { 'fo:font-variant': 'small-caps' } : {}),
    ...(looks.italic ? { 'fo:font-style': 'italic' } : {}),
    ...(looks.bold ? { 'fo:font-weight': 'bold' } : {}),
    ...(looks.strike ? { 'style:text-line-through-style': 'solid' } : {}),
    ...(looks.underline ? { 'style:text-underline-style': 'solid' } : {}),
    ...(looks.marked ? { 'fo:background-color': '#ffff00' } : {}),
    ...(looks.vertical === undefined
      ? {}
      : { 'style:text-position': looks.vertical === 'superscript' ? 'super 58%' : 'sub 58%' }),
    ...(language ? { 'fo:language': language, 'fo:country': country ?? 'none' } : {}),
  };
}

/** The styles that a text has besides those with names: made when they are first needed (“automatic”, 3.15.3). */
export class OdtAutomaticStyles {
  private readonly names = new Map<string, string>();
  private readonly elements: string[] = [];

  /** The style of words that look in a way; undefined where they look as their paragraph says. */
  ofText(looks: OdtTextLooks): string | undefined {
    const properties = textProperties(looks);
    const parent = looks.code ? 'Source_20_Text' : looks.term ? 'Pilcrow_20_Term' : undefined;
    if (Object.keys(properties).length === 0) return parent;
    return this.named(
      'T',
      'text',
      { 'style:parent-style-name': parent },
      markup('style:text-properties', properties),
    );
  }

  /** The style of paragraphs that differ from a named one in where they stand. */
  ofParagraph(parent: string, properties: Readonly<Record<string, string>>): string {
    const content = markup('style:paragraph-properties', properties);
    return this.named('P', 'paragraph', { 'style:parent-style-name': parent }, content);
  }

  /** A style of a table or a part of one. */
  ofTable(
    family: 'table' | 'table-column' | 'table-cell',
    properties: Readonly<Record<string, string>>,
  ): string {
    return this.named('Tab', family, {}, markup(`style:${family}-properties`, properties));
  }

  ofSection(): string {
    return this.named('Sect', 'section', {}, markup('style:section-properties', {}));
  }

  /** A picture or formula that stands in a line. */
  ofGraphic(place: 'top' | 'middle', relation: 'baseline' | 'text'): string {
    const properties = { 'style:vertical-pos': place, 'style:vertical-rel': relation };
    return this.named('fr', 'graphic', {}, markup('style:graphic-properties', properties));
  }

  /** A list style, as its levels say. */
  ofList(levels: string): string {
    return this.add('L', levels, (name) => markup('text:list-style', { 'style:name': name }, levels));
  }

  file(): string {
    return markup('office:automatic-styles', {}, this.elements.join(''));
  }

  private named(
    start: string,
    family: string,
    attributes: Readonly<Record<string, string | undefined>>,
    content: string,
  ): string {
    const key = `${family} ${JSON.stringify(attributes)} ${content}`;
    return this.add(start, key, (name) =>
      markup('style:style', { 'style:name': name, 'style:family': family, ...attributes }, content),
    );
  }

  private add(start: string, key: string, write: (name: string) => string): string {
    const known = this.names.get(key);
    if (known !== undefined) return known;
    const name = `${start}${String(this.names.size + 1)}`;
    this.names.set(key, name);
    this.elements.push(write(name));
    return name;
  }
}
