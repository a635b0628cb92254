/** Reads XML as a stream of tags and text, within limits. */
export { readXml } from './xml/readXml.ts';
export type { XmlAttributes } from './xml/xmlSyntax.ts';
export type { XmlHandler } from './xml/xmlTokens.ts';
