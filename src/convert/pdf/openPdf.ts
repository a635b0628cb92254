import type * as PdfWorker from 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { appendAll } from '../../core/text.ts';
import { messageOf } from '../../core/messages.ts';
import type { Unreadable } from '../blocks.ts';
import { type FontLook, fontNameIn, lookOfFont } from './pdfFonts.ts';
import { WorkerClient } from './workerClient.ts';

/** A piece of text as pdf.js finds it. */
export interface PdfItem {
  readonly str: string;
  /** The matrix that places it: `[a, b, c, d, x, y]`, in points, `y` upwards. */
  readonly transform: readonly number[];
  readonly width: number;
  readonly height: number;
  readonly fontName: string;
}

/** The beginning or end of marked content, between the pieces of text. */
export interface PdfMark {
  readonly type: string;
  readonly id?: string | null;
  readonly tag?: string | null;
}

/** A node of the structure tree. Nodes with `type` are content, named by the id of its mark. */
export interface PdfNode {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly PdfNode[];
}

export interface PdfPage {
  readonly items: readonly (PdfItem | PdfMark)[];
  /** `[left, bottom, right, top]` in points. */
  readonly view: readonly number[];
  /** Degrees by which a page is turned clockwise when it is shown: 0, 90, 180 or 270. */
  readonly rotate: number;
  readonly tree: PdfNode | null;
}

/** What a reader, or the program that made the file, has put on a page. Points count from its lower left corner. */
export interface PdfAnnotation {
  readonly id: string;
  /** The number that pdf.js gives its kind. */
  readonly annotationType: number;
  /** `[left, bottom, right, top]`. */
  readonly rect: readonly number[];
  /** Eight numbers for each quadrilateral: `x, y` of its corners. */
  readonly quadPoints?: ArrayLike<number> &
    Iterable<number> & { slice(start: number, end: number): Iterable<number> };
  readonly titleObj?: { readonly str: string };
  readonly contentsObj?: { readonly str: string };
  readonly creationDate?: string | null;
  readonly modificationDate?: string | null;
  /** The id of the one that it answers. */
  readonly inReplyTo?: string | null;
}

/** An open PDF file. It must be closed. */
export interface PdfFile {
  readonly pageCount: number;
  /** What each page is called; undefined where the file does not say. */
  readonly labels: readonly string[] | undefined;
  readonly info: Readonly<Record<string, unknown>>;
  /** The texts of the XMP metadata by their names in lower case, such as `dc:title`. */
  readonly metadata: ReadonlyMap<string, unknown>;
  /** Reads a page, `index` from 0. */
  readonly page: (index: number) => Promise<PdfPage>;
  /** What has been put on a page, `index` from 0; nothing where that cannot be read. */
  readonly annotations: (index: number) => Promise<readonly PdfAnnotation[]>;
  /** How a font looks that a page read before uses. */
  readonly look: (fontName: string) => FontLook | undefined;
  readonly close: () => Promise<void>;
}

const engineVersion = '5.4.624';
/** Nothing is fetched, compiled or drawn; what cannot be read is an error. */
const evaluatorOptions = {
  maxImageSize: 0,
  disableFontFace: true,
  ignoreErrors: false,
  isEvalSupported: false,
  isOffscreenCanvasSupported: false,
  isImageDecoderSupported: false,
  canvasMaxAreaInBytes: 0,
  fontExtraProperties: false,
  useSystemFonts: false,
  useWasm: false,
  useWorkerFetch: false,
  cMapUrl: null,
  iccUrl: null,
  standardFontDataUrl: null,
  wasmUrl: null,
};

/** Draw for a screen, and no annotations. */
const withoutAnnotations = 0x02 + 0x80;

/** Also what is not to be drawn. */
const anyAnnotations = 0x01;

let openedFiles = 0;

/** Opens a PDF file with pdf.js, which is loaded when this is first called. */
export async function openPdf(
  bytes: Uint8Array,
  password: string | undefined,
): Promise<PdfFile | Unreadable> {
  const { WorkerMessageHandler } = await loadEngine();
  const fonts = new Map<string, FontLook>();
  let opened: (pages: number) => void = () => undefined;
  let failed: (reason: unknown) => void = () => undefined;
  const pageCount = new Promise<number>((resolve, reject) => {
    opened = resolve;
    failed = reject;
  });
  const name = `pilcrow${++openedFiles}`;
  const client = new WorkerClient(name, (action, data) => {
    if (action === 'GetDoc') opened((data as { pdfInfo: { numPages: number } }).pdfInfo.numPages);
    else if (action === 'DocException') failed(data);
    else if (action === 'commonobj') keepFont(fonts, data as readonly unknown[]);
  });
  WorkerMessageHandler.initializeFromPort(client.port);
  client.tell('configure', { verbosity: 0 });
  const request = {
    docId: name,
    apiVersion: engineVersion,
    data: bytes,
    password: password ?? null,
    length: bytes.length,
    disableAutoFetch: true,
    rangeChunkSize: 65536,
    docBaseUrl: null,
    enableXfa: false,
    evaluatorOptions,
  };
  try {
    client.speakTo(String(await client.ask('GetDocRequest', request)));
    client.tell('Ready', null);
    return await describeFile(client, await pageCount, fonts);
  } catch (reason) {
    client.close();
    return problemOf(reason, password);
  }
}

/**
 * Loads pdf.js. In a web worker it would take over the messages of that worker and say that it is ready, unless it
 * believes that there is a window.
 */
async function loadEngine(): Promise<typeof PdfWorker> {
  const scope = globalThis as { window?: unknown };
  const isWorker = 'WorkerGlobalScope' in globalThis && scope.window === undefined;
  if (isWorker) scope.window = globalThis;
  try {
    return await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  } finally {
    if (isWorker) delete scope.window;
  }
}

function keepFont(fonts: Map<string, FontLook>, [id, kind, font]: readonly unknown[]): void {
  const data = kind === 'Font' ? (font as { data?: unknown }).data : undefined;
  if (typeof id === 'string' && data instanceof ArrayBuffer) fonts.set(id, lookOfFont(fontNameIn(data)));
}

async function describeFile(
  client: WorkerClient,
  pageCount: number,
  fonts: ReadonlyMap<string, FontLook>,
): Promise<PdfFile> {
  const labels = (await client.ask('GetPageLabels', null)) as readonly string[] | null;
  const [info, xmp, isTagged] = (await client.ask('GetMetadata', null)) as [
    Record<string, unknown> | null,
    { parsedData?: Map<string, unknown> } | null,
    boolean,
  ];
  return {
    pageCount,
    labels: labels ?? undefined,
    info: info ?? {},
    metadata: xmp?.parsedData ?? new Map<string, unknown>(),
    page: (index) => readPdfPage(client, index, isTagged, fonts),
    annotations: async (index) =>
      (await client
        .ask('GetAnnotations', { pageIndex: index, intent: anyAnnotations })
        .catch(() => [])) as readonly PdfAnnotation[],
    look: (fontName) => fonts.get(fontName),
    close: async () => {
      await client.ask('Terminate', null).catch(() => undefined);
      client.close();
    },
  };
}

async function readPdfPage(
  client: WorkerClient,
  index: number,
  isTagged: boolean,
  fonts: ReadonlyMap<string, FontLook>,
): Promise<PdfPage> {
  const { view, rotate } = (await client.ask('GetPage', { pageIndex: index })) as {
    view: number[];
    rotate: number;
  };
  const items: (PdfItem | PdfMark)[] = [];
  const place = { pageId: index, pageIndex: index };
  const add = (chunk: unknown): void => {
    appendAll(items, (chunk as { items: readonly (PdfItem | PdfMark)[] }).items);
  };
  await client.stream(
    'GetTextContent',
    { ...place, includeMarkedContent: isTagged, disableNormalization: false },
    add,
  );
  if (items.some((item) => 'fontName' in item && !fonts.has(item.fontName))) await loadFonts(client, place);
  const tree = isTagged
    ? ((await client.ask('GetStructTree', { pageIndex: index })) as PdfNode | null)
    : null;
  return { items, view, rotate, tree };
}

/** The name of a font comes only with the operators that draw a page. They are asked for where a font is new. */
async function loadFonts(client: WorkerClient, place: { readonly pageIndex: number }): Promise<void> {
  const request = {
    ...place,
    intent: withoutAnnotations,
    cacheKey: '',
    annotationStorage: null,
    modifiedIds: null,
  };
  await client.stream('GetOperatorList', request, () => undefined).catch(() => undefined);
}

function problemOf(reason: unknown, password: string | undefined): Unreadable {
  const { name } = reason as { name?: string };
  if (name !== 'PasswordException') return { problem: messageOf('importing.pdfDamaged') };
  const problem = messageOf(
    password === undefined ? 'importing.pdfNeedsPassword' : 'importing.pdfWrongPassword',
  );
  return { problem, needs: 'password' };
}
