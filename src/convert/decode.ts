/** Turns the bytes of texts into text, whatever their encoding. */
export { decodeBytes, decodedPage, startOfText } from './decode/decodeBytes.ts';
