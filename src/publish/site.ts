/** A study as web pages. */
export { siteLanguageOf, type SiteStyles } from './site/siteModel.ts';
export { siteDraftOf, type SiteFile, siteFilesOf } from './site/siteFiles.ts';
