/** Reads XML as a stream of tags and text, within limits. */
export { readXml, type XmlAttributes, type XmlHandler } from './xml/readXml.ts';
