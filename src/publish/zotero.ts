/** Citations that Zotero goes on with in Word and LibreOffice. */
export {
  odtBibliographyName,
  odtCitationName,
  wordBibliographyCode,
  wordCitationCode,
  type ZoteroCitation,
  ZoteroFields,
  zoteroPreferences,
  type ZoteroStyle,
  zoteroStyleOf,
} from './zotero/zoteroFields.ts';
