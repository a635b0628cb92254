/** Turns the bytes of texts into text, whatever their encoding. */
export { decodeBytes, type Decoded, decodedPage, startOfText } from './decode/decodeBytes.ts';
