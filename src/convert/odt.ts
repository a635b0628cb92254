/** Reads OpenDocument texts into blocks. */
export { odtFormat } from './odt/odtFormat.ts';
