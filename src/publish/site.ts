/** A study as web pages. */
export { type SiteFile, siteFilesOf } from './site/siteFiles.ts';
export { siteLanguageOf } from './site/siteModel.ts';
