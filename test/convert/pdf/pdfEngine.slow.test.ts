import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { pdfEngine } from '../../../scripts/support/product/pdfEngine.ts';
import { inRoot } from '../../../scripts/support/paths.ts';
import * as whole from '../../../src/convert/pdf/openPdf.ts';
import { buildPdf } from '../../support/pdfBuilder.ts';

const samples = inRoot('..', 'shared', 'inout', 'samples');

/** Files built here, and those of real producers where they are. */
function files(): ReadonlyMap<string, Uint8Array> {
  const text = [
    { x: 20, y: 500, text: 'The first lamp', font: 'bold', role: 'H1', element: 'a' },
    { x: 20, y: 480, text: 'burns “nothing”.', font: 'italic', role: 'P', element: 'b', turned: 3 },
  ] as const;
  const annotation = `<< /Type /Annot /Subtype /Highlight /Rect [0 0 400 600] /QuadPoints [20 508 80 508 20 498 80 498] /T (Ada)
    /Contents (Which?) /RC (<?xml version="1.0"?><body xmlns="http://www.w3.org/1999/xhtml"><p>Which?</p></body>) >>`;
  const field =
    '<< /Type /Annot /Subtype /Widget /FT /Tx /T (name) /V (Ada) /DA (/F1 10 Tf) /Rect [20 20 90 40] >>';
  const fax = 'BI /W 8 /H 1 /BPC 1 /IM true /F /CCF /DP << /K -1 /Columns 8 >> ID \x26\xa0 EI';
  const shading =
    '<< /ShadingType 2 /ColorSpace /DeviceGray /Coords [0 0 1 1] /Function << /FunctionType 2 /Domain [0 1] /N 1 >> >>';
  const drawn = {
    content: `/S sh /Pattern cs /P scn 0 0 9 9 re f ${fax}`,
    resources: `/Shading << /S ${shading} >> /Pattern << /P << /PatternType 2 /Shading ${shading} >> >>`,
  };
  const built = {
    tagged: { pages: [text, text], labels: '/Nums [0 <</S /r>>]', info: { Title: 'Lamps' } },
    annotated: { pages: [text], annotations: [[annotation, field]] },
    drawn: { pages: [text], drawn },
    locked: { pages: [text], password: 'sluice' },
  };
  const read = existsSync(samples) ? readdirSync(samples).filter((name) => name.endsWith('.pdf')) : [];
  return new Map([
    ...Object.entries(built).map(([name, pdf]): [string, Uint8Array] => [name, buildPdf(pdf)]),
    ...read.map((name): [string, Uint8Array] => [name, readFileSync(join(samples, name))]),
  ]);
}

/** All that is asked of a file. */
async function told({ openPdf }: typeof whole, bytes: Uint8Array, password?: string): Promise<unknown> {
  const file = await openPdf(bytes.slice(), password);
  if ('problem' in file) return file;
  const pages: unknown[] = [];
  for (let index = 0; index < file.pageCount; index++) {
    const page = await file.page(index);
    const names = page.items.flatMap((item) => ('fontName' in item ? [item.fontName] : []));
    const looks = [...new Set(names)].map((name) => file.look(name));
    const annotations = (await file.annotations(index)).map((each) => ({ ...each, richText: undefined }));
    pages.push({ page, looks, annotations });
  }
  const { labels, info, metadata } = file;
  await file.close();
  // What pdf.js numbers counts on from file to file.
  const said = JSON.stringify({ pages, labels, info, metadata: [...metadata] });
  return JSON.parse(said.replaceAll(/g_d\d+_|pilcrow\d+/g, ''));
}

describe('pdf.js without pictures and forms', () => {
  let folder = '';
  let product: typeof whole;

  before(async () => {
    await mkdir(inRoot('out'), { recursive: true });
    folder = await mkdtemp(inRoot('out', 'pdf-engine-'));
    const outfile = join(folder, 'openPdf.mjs');
    await build({
      entryPoints: [inRoot('src', 'convert', 'pdf', 'openPdf.ts')],
      plugins: [pdfEngine],
      bundle: true,
      platform: 'node',
      format: 'esm',
      outfile,
      logLevel: 'error',
    });
    product = (await import(pathToFileURL(outfile).href)) as typeof whole;
  });
  after(() => rm(folder, { recursive: true }));

  it('says the same as with them of every file', async () => {
    for (const [name, bytes] of files()) {
      const password = name === 'locked' ? 'sluice' : undefined;
      const expected = await told(whole, bytes, password);
      assert.deepEqual(await told(product, bytes, password), expected, name);
      assert.ok(JSON.stringify(expected).includes('fontName'), name);
    }
  });
});
