/** OpenDocument texts. */
export { openDocumentFormat } from './openDocument/openDocumentFormat.ts';
