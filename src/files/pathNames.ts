/** The arithmetic of paths, as this machine writes them. In the web bundles `web/pathNames.ts` stands in its place. */
export { basename, dirname, join, relative, resolve, sep } from 'node:path';
