/** Plain text → blocks. */
export { readPlainText } from './plainText/plainText.ts';
