/** Reads plain text into blocks. */
export { plainTextFormat, readPlainText } from './plainText/readPlainText.ts';
