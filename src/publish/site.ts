/** A study as web pages. */
export { type SiteFile, siteFilesOf } from './site/siteFiles.ts';
