export { PageWriter } from './webPage/pageWriter.ts';
import type { ExportFormat } from './manuscript.ts';

/** A page of its own for browsers: nothing is loaded, nothing runs, and it can be printed. */
export const webPageFormat: ExportFormat = {
  extension: 'html',
  label: 'HTML',
  hasFields: false,
  write: async (manuscript, { images }) =>
    (await import('./webPage/writeWebPage.ts')).writeWebPage(manuscript, images),
};
