export { type TypstDocument, writeTypst } from './typstDocument/writeTypst.ts';
