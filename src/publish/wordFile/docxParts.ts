import { escapeMarkup, markup, xmlFile } from '../packing.ts';
import { relationshipKinds, textNamespaces, wordMain, wordTypes } from './docxNames.ts';
import { tableOf } from '../../core/text.ts';

/** The relationships of one part: what it refers to, by the ids that stand in it (ECMA-376, part 2, 9). */
export class DocxRelations {
  private readonly ids = new Map<string, string>();
  private readonly elements: string[] = [];

  /** The id of a part of the package. */
  part(kind: string, target: string): string {
    return this.add(kind, target, undefined);
  }

  /** The id of an address outside of it. */
  address(target: string): string {
    return this.add('hyperlink', target, 'External');
  }

  /** The part that lists them; empty where there are none. */
  file(): string {
    if (this.elements.length === 0) return '';
    const namespace = 'http://schemas.openxmlformats.org/package/2006/relationships';
    return xmlFile(markup('Relationships', { xmlns: namespace }, this.elements.join('')));
  }

  private add(kind: string, target: string, mode: string | undefined): string {
    const key = `${kind} ${target}`;
    const known = this.ids.get(key);
    if (known !== undefined) return known;
    const id = `rId${String(this.ids.size + 1)}`;
    this.ids.set(key, id);
    this.elements.push(
      markup('Relationship', {
        Id: id,
        Type: kind.includes(':') ? kind : `${relationshipKinds}/${kind}`,
        Target: target,
        TargetMode: mode,
      }),
    );
    return id;
  }
}

const pictureTypes = tableOf<string>({
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
});

/**
 * The list of what each part is. Each has an entry of its own, but pictures, which have one by their ending.
 * @param parts path and content type of each
 * @param endings those of pictures
 */
export function contentTypes(
  parts: readonly (readonly [path: string, type: string])[],
  endings: readonly string[],
): string {
  const usual = [
    markup('Default', {
      Extension: 'rels',
      ContentType: 'application/vnd.openxmlformats-package.relationships+xml',
    }),
    markup('Default', { Extension: 'xml', ContentType: 'application/xml' }),
    ...endings.map((ending) => markup('Default', { Extension: ending, ContentType: pictureTypes[ending] })),
  ];
  const named = parts.map(([path, type]) => markup('Override', { PartName: `/${path}`, ContentType: type }));
  const namespace = 'http://schemas.openxmlformats.org/package/2006/content-types';
  return xmlFile(markup('Types', { xmlns: namespace }, [...usual, ...named].join('')));
}

/** A part of WordprocessingML whose root declares all names that text may have. */
export function textPart(root: string, content: string): string {
  return xmlFile(markup(root, textNamespaces, content));
}

/** What a document says of itself. Nothing is written that it does not say: no program, person or time. */
export interface DocxProperties {
  readonly title: string;
  readonly authors: readonly string[];
  readonly language: string;
}

export function corePart({ title, authors, language }: DocxProperties): string {
  return xmlFile(
    markup(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      },
      [
        title === '' ? '' : markup('dc:title', {}, escapeMarkup(title)),
        authors.length === 0 ? '' : markup('dc:creator', {}, escapeMarkup(authors.join('; '))),
        markup('dc:language', {}, escapeMarkup(language)),
      ].join(''),
    ),
  );
}

/** Properties with names of their own, as Zotero keeps its settings in. */
export function customPart(properties: readonly (readonly [name: string, value: string])[]): string {
  const elements = properties.map(([name, value], index) =>
    markup(
      'property',
      // The format of all properties that are not Office's own, which count from 2 (ECMA-376, part 1, 22.3).
      { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: index + 2, name },
      markup('vt:lpwstr', {}, escapeMarkup(value)),
    ),
  );
  return xmlFile(
    markup(
      'Properties',
      {
        xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
        'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
      },
      elements.join(''),
    ),
  );
}

/** Settings: the notes that are lines between text and footnotes, and that Word shows the document as one of its own time. */
export function settingsPart(): string {
  return xmlFile(
    markup(
      'w:settings',
      { 'xmlns:w': wordMain },
      '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>' +
        '<w:footnotePr><w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr>' +
        '<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>',
    ),
  );
}

/** The content type of a part of WordprocessingML: `styles`, `footnotes` … */
export function wordType(name: string): string {
  return `${wordTypes}.${name}+xml`;
}
