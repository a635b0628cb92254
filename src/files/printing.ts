import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { messageOf } from '../core/messages.ts';
import type { TypstDocument } from '../publish/typstDocument.ts';
import { disk } from './node.ts';
import { uriOf } from './paths.ts';
import { findProgram, type ProgramPlaces, runProgram } from './programs.ts';

/** Why there is no PDF where no program makes one. In the web bundles `web/printing.ts` stands in the place of this file. */
export const noPrinter = messageOf('export.noPrinter');

/** What may be printed: each program takes what it reads best, which is made when it is its turn. */
export interface Printable {
  readonly html: string | Uint8Array;
  readonly docx: () => Promise<string | Uint8Array>;
  readonly typst: () => Promise<TypstDocument>;
}

export interface Printed {
  readonly bytes: Uint8Array;
  /** What people call the program. */
  readonly program: string;
}

/** A program that makes PDF files. */
interface Printer {
  readonly label: string;
  readonly names: readonly string[];
  /** Names of what it needs besides, one of which has to be there. */
  readonly engines?: readonly string[];
  readonly input: 'page.html' | 'page.docx' | 'page.typ';
  /** @param engine the full path of the engine that is there */
  readonly args: (folder: string, engine: string) => readonly string[];
}

const isRoot = process.getuid?.() === 0;

const browser: Omit<Printer, 'label' | 'names'> = {
  input: 'page.html',
  args: (folder) => [
    '--headless',
    '--disable-gpu',
    '--disable-extensions',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--no-default-browser-check',
    '--no-pdf-header-footer',
    '--host-resolver-rules=MAP * ~NOTFOUND',
    '--proxy-server=127.0.0.1:9',
    // The sandbox of Chromium does not start for the administrator, as in containers.
    ...(isRoot ? ['--no-sandbox'] : []),
    `--user-data-dir=${join(folder, 'profile')}`,
    `--print-to-pdf=${join(folder, 'page.pdf')}`,
    uriOf(join(folder, 'page.html')),
  ],
};

/** In the order in which they are tried. */
const printers: readonly Printer[] = [
  {
    label: 'Typst',
    names: ['typst'],
    input: 'page.typ',
    args: (folder) => [
      'compile',
      `--root=${folder}`,
      '--creation-timestamp=0',
      join(folder, 'page.typ'),
      join(folder, 'page.pdf'),
    ],
  },
  {
    ...browser,
    label: 'Chrome',
    names: [
      'google-chrome',
      'google-chrome-stable',
      'chrome',
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
      'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    ],
  },
  {
    ...browser,
    label: 'Chromium',
    names: ['chromium', 'chromium-browser', '/Applications/Chromium.app/Contents/MacOS/Chromium'],
  },
  {
    ...browser,
    label: 'Edge',
    names: [
      'microsoft-edge',
      'microsoft-edge-stable',
      'msedge',
      '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
      'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
    ],
  },
  {
    label: 'LibreOffice',
    names: [
      'soffice',
      'libreoffice',
      '/Applications/LibreOffice.app/Contents/MacOS/soffice',
      'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
    ],
    input: 'page.docx',
    args: (folder) => [
      `-env:UserInstallation=${uriOf(join(folder, 'profile'))}`,
      '--headless',
      '--norestore',
      '--convert-to',
      'pdf:writer_pdf_Export',
      '--outdir',
      folder,
      join(folder, 'page.docx'),
    ],
  },
  {
    label: 'Pandoc',
    names: ['pandoc'],
    engines: ['typst', 'weasyprint', 'prince', 'tectonic', 'xelatex', 'lualatex', 'pdflatex'],
    input: 'page.html',
    args: (folder, engine) => [
      '--from=html',
      `--pdf-engine=${engine}`,
      `--output=${join(folder, 'page.pdf')}`,
      join(folder, 'page.html'),
    ],
  },
];

/**
 * Makes a PDF with the first program of this machine that can. It gets a folder of its own with nothing in it but the file, and
 * that goes afterwards.
 * @returns undefined where there is no such program, or none did its work
 */
export async function printPdf(
  printable: Printable,
  places: ProgramPlaces,
  signal?: AbortSignal,
): Promise<Printed | undefined> {
  for (const printer of printers) {
    const program = findProgram(printer.names, places);
    const engine = printer.engines && findProgram(printer.engines, places);
    if (program === undefined || (printer.engines && engine === undefined)) continue;
    if (signal?.aborted) return undefined;
    const bytes = await printWith(
      printer,
      { program, engine: engine ?? '', path: places.path, signal },
      printable,
    );
    if (bytes) {
      const by = engine === undefined ? '' : ` (${basename(engine)})`;
      return { bytes: withoutTimes(bytes), program: `${printer.label}${by}` };
    }
  }
  return undefined;
}

interface Chosen {
  readonly program: string;
  readonly engine: string;
  readonly path: string;
  readonly signal: AbortSignal | undefined;
}

async function printWith(
  { input, args }: Printer,
  { program, engine, path, signal }: Chosen,
  printable: Printable,
): Promise<Uint8Array | undefined> {
  const folder = join(disk.realPath(tmpdir()), `pilcrow-${randomBytes(8).toString('hex')}`);
  try {
    for (const [name, content] of await filesFor(input, printable))
      await disk.write(join(folder, name), content, { isPrivate: true });
    await runProgram({ program, args: args(folder, engine), folder, path, signal });
    const found = await disk.read(join(folder, 'page.pdf'));
    return found && 'bytes' in found && found.bytes.length > 0 ? found.bytes : undefined;
  } finally {
    await disk.removeFolder(folder);
  }
}

/** The file that a program takes, and what lies beside it. */
async function filesFor(
  input: Printer['input'],
  { html, docx, typst }: Printable,
): Promise<Iterable<readonly [name: string, content: string | Uint8Array]>> {
  if (input === 'page.html') return [[input, html]];
  if (input === 'page.docx') return [[input, await docx()]];
  const { text, files } = await typst();
  return [[input, text], ...files];
}

/** Sets the times at which a PDF was made to nought, and leaves out on which system. No byte moves. */
function withoutTimes(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes).toString('latin1');
  const timeless = text.replace(
    /(\/(?:CreationDate|ModDate)\s*\(D:)([^)]{4,40})\)/gu,
    (_whole, before: string, time: string) =>
      `${before}${'19700101000000'.padEnd(time.length, '0').slice(0, time.length)})`,
  );
  const nameless = timeless.replace(
    /(\/Creator\s*\()((?:\\.|[^\\()]){7,500})\)/gsu,
    (_whole, before: string, creator: string) => `${before}${'Pilcrow'.padEnd(creator.length)})`,
  );
  return Buffer.from(nameless, 'latin1');
}
