/** Divides XML into tags and text. */
export { NotXml, xmlEntities, type XmlHandler, XmlTokens } from './xmlText/xmlTokens.ts';
export type { XmlAttributes, XmlEntities } from './xmlText/xmlSyntax.ts';
