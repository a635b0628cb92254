/** Word files. */
export { wordFormat } from './wordFile/wordFormat.ts';
