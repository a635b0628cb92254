/** Reads plain text into blocks. */
export { plainTextFormat } from './plainText/plainTextFormat.ts';
export { readPlainText } from './plainText/readPlainText.ts';
