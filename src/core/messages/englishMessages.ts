import { alignments } from './english/alignmentMessages.ts';
import { bibliography } from './english/bibliographyMessages.ts';
import { checks } from './english/checkMessages.ts';
import { citations } from './english/citationMessages.ts';
import { commandLine } from './english/commandLine.ts';
import { coverage } from './english/coverageMessages.ts';
import { madeDocuments } from './english/madeDocuments.ts';
import { exporting } from './english/exportMessages.ts';
import { files } from './english/fileMessages.ts';
import { frontMatter } from './english/frontMatterMessages.ts';
import { importing } from './english/importMessages.ts';
import { notes } from './english/noteMessages.ts';
import { quotations } from './english/quotationSentences.ts';
import { server } from './english/serverMessages.ts';
import { settings } from './english/settingsMessages.ts';
import { citationStyles } from './english/styleMessages.ts';
import { site } from './english/siteMessages.ts';
import { views } from './english/views.ts';

/** Every sentence of the engine and of its doors, in English, the help of the command line left out. */
export const englishMessages = {
  ...alignments,
  ...bibliography,
  ...checks,
  ...citations,
  ...commandLine,
  ...coverage,
  ...exporting,
  ...madeDocuments,
  ...files,
  ...frontMatter,
  ...importing,
  ...notes,
  ...quotations,
  ...server,
  ...settings,
  ...citationStyles,
  ...site,
  ...views,
};
