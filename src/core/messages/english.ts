import { bibliography } from './english/bibliography.ts';
import { checks } from './english/checks.ts';
import { citations } from './english/citations.ts';
import { coverage } from './english/coverage.ts';
import { files } from './english/files.ts';
import { frontMatter } from './english/frontMatter.ts';
import { importing } from './english/importing.ts';
import { notes } from './english/notes.ts';
import { quotations } from './english/quotations.ts';
import { server } from './english/server.ts';
import { settings } from './english/settings.ts';
import { views } from './english/views.ts';

/** Every sentence of the engine and of its doors, in English. */
export const english = {
  ...bibliography,
  ...checks,
  ...citations,
  ...coverage,
  ...files,
  ...frontMatter,
  ...importing,
  ...notes,
  ...quotations,
  ...server,
  ...settings,
  ...views,
};
