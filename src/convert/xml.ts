/** Reads XML as a stream of tags and text, within limits. */
export { readXml } from './xml/readXml.ts';
export type { XmlAttributes, XmlHandler } from '../core/xmlText.ts';
