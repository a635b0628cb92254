/** Reads Word files into blocks. */
export { docxFormat } from './docx/docxFormat.ts';
