import { textPieces } from './xmlEncoding.ts';
import { messageOf } from '../../core/messages.ts';
import { tableOf } from '../../core/text.ts';
import { NotXml, xmlEntities, type XmlEntities, type XmlHandler, XmlTokens } from '../../core/xmlText.ts';
import { CannotRead } from '../archive.ts';

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

/** At most so many code units are parsed at once, so that a token that is too long is noticed before it is in memory. */
const maxParsedUnits = 65_536;

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
  const tokens = new XmlTokens(
    handler,
    options.namespaces,
    options.entities ? withXmlEntities(options.entities) : xmlEntities,
  );
  try {
    for await (const text of textPieces(pieces))
      for (let from = 0; from < text.length; from += maxParsedUnits)
        tokens.write(text.slice(from, from + maxParsedUnits));
    tokens.end();
  } catch (error) {
    throw error instanceof NotXml ? refusalOf(error, options.part) : error;
  }
}

function refusalOf({ isTooDeep }: NotXml, part: string): CannotRead {
  return new CannotRead(isTooDeep ? messageOf('importing.deep') : messageOf('importing.badXml', { part }));
}

function withXmlEntities(more: Readonly<Record<string, string>>): XmlEntities {
  return tableOf({ ...xmlEntities, ...more });
}
