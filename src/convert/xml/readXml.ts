import { SaxesParser } from 'saxes';
import { messageOf } from '../../core/messages.ts';
import { CannotRead } from '../archive.ts';
import { NamespaceScopes } from './namespaces.ts';
import { textPieces } from './xmlEncoding.ts';

/** The values of attributes by their names, which are resolved as those of elements are. */
export type XmlAttributes = Readonly<Record<string, string>>;

/** What is told of an XML file, in its order. */
export interface XmlHandler {
  readonly open: (name: string, attributes: XmlAttributes) => void;
  /** Also called for a tag that closes itself. */
  readonly close: (name: string) => void;
  /** Text between two tags, in one call or several, with CDATA; white space as it stands, line ends as `\n`. */
  readonly text?: (text: string) => void;
}

export interface XmlOptions {
  /** What the file is called in a message: `word/document.xml`. */
  readonly part: string;
  /**
   * The prefix that names of a namespace have for the handler, whatever prefix the file gives them; an empty one is none.
   * Names of other namespaces begin with `?`. Attributes without a prefix stay as they are.
   */
  readonly namespaces: ReadonlyMap<string, string>;
  /**
   * Characters by the names of entities that the file may use without defining them, besides the five of XML: for XHTML
   * those of HTML, as the package `character-entities` lists them. What a DOCTYPE defines is never read.
   */
  readonly entities?: Readonly<Record<string, string>>;
}

/** The most elements within one another. */
const maxXmlDepth = 1000;
/** The most code units of a tag or of text between two tags. No program writes as many. */
const maxTokenUnits = 8_000_000;
/** At most so many code units are parsed at once, so that a token that is too long is noticed before it is in memory. */
const maxParsedUnits = 65_536;

/** Those that every file may use (XML 1.0, 4.6). */
const xmlEntities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Reads XML and calls the handler for each tag and text. Keeps nothing of what it has read.
 * @param pieces the bytes of the file, cut anywhere
 * @throws CannotRead if it is not well formed, uses an entity that nobody knows, or is nested too deeply; and what the
 * handler throws
 */
export async function readXml(
  pieces: Iterable<Uint8Array> | AsyncIterable<Uint8Array>,
  handler: XmlHandler,
  options: XmlOptions,
): Promise<void> {
  const parser = new SaxesParser({ xmlns: false, position: false });
  const scopes = new NamespaceScopes(options.namespaces);
  let units = 0;
  const told = (): void => void (units = 0);
  // Without a prototype: no text is a property that all objects have.
  parser.ENTITIES = Object.assign(
    Object.create(null) as Record<string, string>,
    xmlEntities,
    options.entities,
  );
  parser.on('error', () => {
    throw new CannotRead(messageOf('importing.badXml', { part: options.part }));
  });
  parser.on('opentag', ({ name, attributes }) => {
    told();
    const opened = scopes.open(name, attributes);
    if (scopes.depth > maxXmlDepth) throw xmlTooDeep();
    handler.open(opened.name, opened.attributes);
  });
  parser.on('closetag', () => {
    told();
    handler.close(scopes.close());
  });
  const tellText = (text: string): void => {
    told();
    handler.text?.(text);
  };
  parser.on('text', tellText);
  parser.on('cdata', tellText);
  for await (const text of textPieces(pieces))
    for (let from = 0; from < text.length; from += maxParsedUnits) {
      const piece = text.slice(from, from + maxParsedUnits);
      units += piece.length;
      parser.write(piece);
      if (units > maxTokenUnits) throw xmlTooDeep();
    }
  parser.close();
}

function xmlTooDeep(): CannotRead {
  return new CannotRead(messageOf('importing.deep'));
}
