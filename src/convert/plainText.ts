/** Reads plain text into blocks. */
export { readPlainText } from './plainText/plainText.ts';
