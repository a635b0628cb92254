/** Reads plain text into blocks. */
export { readPlainText } from './plainText/readPlainText.ts';
