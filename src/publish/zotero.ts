/** Citations that Zotero goes on with in Word and LibreOffice. */
export {
  odtBibliographyName,
  odtCitationName,
  wordBibliographyCode,
  wordCitationCode,
  ZoteroFields,
  zoteroPreferences,
  zoteroStyleOf,
} from './zotero/zoteroFields.ts';
