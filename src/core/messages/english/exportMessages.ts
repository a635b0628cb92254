import { counted } from './messageWords.ts';

/** What is said of papers that go out. */
export const exporting = {
  'export.unknownKey': '{$citation} leads to no source or work: it is exported as written, and marked.',
  'export.unknownPlace': '{$citation} leads to no passage: it is exported without a link.',
  'export.linkLeftOut':
    'A link that is no address of the web, and leads to no file of the study folder, is left out; its words stay.',
  'export.imageLeftOut':
    'An image from outside of the study folder is left out; the words that describe it stay.',
  'export.rawLeftOut': 'HTML and TeX that is no text of the paper is left out.',
  'export.noImage': 'The image “{$path}” is not there, or is no PNG, JPEG, GIF, WebP or SVG: it is left out.',
  'export.printedBy': 'The PDF was made by {$program}.',
  'export.noPrinter':
    'There is no program here that makes a PDF (Chrome, Chromium, Edge, LibreOffice, or Pandoc with its engine). A web page was written in its place: a browser prints it as a PDF.',
  'export.noPrograms':
    'A browser starts no programs that could make a PDF. A web page was written in its place: open it and print it as a PDF.',
  'export.untrusted':
    'No program is started for a folder that is not trusted. A web page was written in place of the PDF: a browser prints it.',
  'export.unresolved': ({ count }: { count: number }) =>
    `${counted(count, 'citation')} could not be resolved.`,
  'export.stays':
    '“{$file}” is there already and stays as it is. Choose another name with --out, or --force.',
  'export.making': 'Exporting {$file} …',
  'export.noPaper': 'There is no paper here that could be exported.',
  'export.noSource': 'There is no text here that could be cited.',
  'export.noNotes': 'There are no notes here that could be exported.',
  'export.manyIntoOne': 'Several papers can’t go into one file: --out must be a folder.',
  'export.noText': 'Only HTML and Markdown of one paper can be written to standard output.',
  'export.noStyles': 'The citation styles of Pilcrow are not found.',
  'export.noteOnPassage': 'Note on the passage: {$text}',
  'export.noFields': 'Only Word files and OpenDocument texts hold live citations.',
} as const;
