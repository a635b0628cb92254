/** Reads PDF files into blocks. */
export { pdfFormat } from './pdf/pdfFormat.ts';
