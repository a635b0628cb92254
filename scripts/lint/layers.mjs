/**
 * The rooms of src/ and what each may import. This is the table of ARCHITECTURE.md, which lint enforces in every
 * editor. A room of the core imports only the rooms before it.
 */
import { isBuiltin } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';

const coreRooms = [
  'text',
  'memo',
  'messages',
  'catalogue',
  'spoken',
  'languages',
  'syntax',
  'blocks',
  'inlines',
  'locators',
  'citations',
  'match',
  'source',
  'bibliography',
  'alignment',
  'xmlText',
  'styles',
  'glossary',
  'notes',
  'study',
  'resolve',
  'sideBySide',
  'fingerprints',
  'quotations',
  'printings',
  'citedBy',
  'check',
  'present',
].map((room) => `core/${room}`);

const protocol = /^vscode-(languageserver|jsonrpc)/;
const editor = /^(vscode$|vscode-languageclient)/;
/** The packages that read files. Only `fileSystemFiles` may import them; all other code uses `disk`. */
const fileSystem = /^(node:)?fs(\/promises)?$|^chokidar$/;
const fileSystemFiles = ['files/node.ts', 'files/folderSwap.ts', 'files/locking.ts', 'files/watching.ts'];

/**
 * The files outside the command line that may import Node.js. The web bundles hold none of them: those that others import have
 * a namesake in `files/web`, and the rest is imported by these alone (scripts/support/product/divide.ts).
 */
export const nodeFiles = [
  ...fileSystemFiles,
  'files/fileUris.ts',
  'files/holders.ts',
  'files/machine.ts',
  'files/pathNames.ts',
  'files/printing.ts',
  'files/programs.ts',
  'server/main.ts',
];

const rooms = {
  ...Object.fromEntries(coreRooms.map((room, at) => [room, { rooms: coreRooms.slice(0, at), pure: true }])),
  convert: { rooms: coreRooms, isPortable: true },
  publish: { rooms: coreRooms, isPortable: true },
  workspace: { rooms: coreRooms, isPortable: true },
  files: { rooms: [...coreRooms, 'workspace', 'publish'] },
  server: { rooms: [...coreRooms, 'workspace', 'convert', 'publish', 'files'], packages: protocol },
  cli: { rooms: [...coreRooms, 'workspace', 'convert', 'publish', 'files'], lazyFiles: ['server/main.ts'] },
  extension: {
    rooms: [],
    files: ['server/protocol.ts', 'core/present/wording.ts'],
    packages: editor,
    onlyPackages: true,
  },
};

/** The rooms inside `core/present`, `convert` and `publish`. A room imports only those before it. */
const innerRooms = {
  'core/present': [
    'wording',
    'passages',
    'editing',
    'terms',
    'listings',
    'coverage',
    'structure',
    'citing',
    'notes',
    'sources',
    'guide',
    'hover',
    'papers',
    'completion',
  ],
  convert: [
    'blocks',
    'decode',
    'archive',
    'xml',
    'writing',
    'plainText',
    'html',
    'markdown',
    'office',
    'docx',
    'odt',
    'epub',
    'pdf',
    'structure',
    'recognition',
    'drafts',
  ],
  publish: [
    'maths',
    'manuscript',
    'images',
    'packing',
    'zotero',
    'webPage',
    'pandocMarkdown',
    'wordFile',
    'openDocument',
    'site',
  ],
};

/**
 * The room of a file: `core/text` for `src/core/text/range.ts` and `src/core/text.ts`, `cli` for `src/cli/main.ts`.
 */
function roomOf(pathInSource) {
  const [room = '', second = ''] = pathInSource.split('/');
  return room === 'core' ? `core/${second.replace(/\.ts$/, '')}` : room;
}

/** The inner room of a file or of its face. Undefined for a file outside all of them, such as `convert/import.ts`. */
function innerRoomOf(room, file) {
  const [, inner] = /^([^/.]+)(?:\/|\.ts$)/.exec(file.slice(room.length + 1)) ?? [];
  return innerRooms[room]?.includes(inner) ? inner : undefined;
}

/** Checks that a file outside a room imports its face: `core/text.ts` for `core/text/`. */
function faceProblem(importer, file, room, other) {
  const inner = innerRoomOf(other, file);
  const face = inner ? `${other}/${inner}.ts` : `${other}.ts`;
  const hasFace = inner !== undefined || (other.startsWith('core/') && !innerRooms[other]);
  const isWithin = room === other && innerRoomOf(room, importer) === inner;
  if (isWithin || !hasFace || file === face) return undefined;
  return `Import ${face}, which says what others may use of ${face.slice(0, -3)}/, not ${file}.`;
}

function innerProblem(room, importer, file) {
  const order = innerRooms[room] ?? [];
  const own = innerRoomOf(room, importer);
  const imported = innerRoomOf(room, file);
  if (own === undefined || own === imported) return undefined;
  if (imported && order.indexOf(imported) < order.indexOf(own)) return undefined;
  return `${room}/${own} may not import ${file}: it imports ${order.slice(0, order.indexOf(own)).join(', ')}.`;
}

/**
 * Returns what is wrong with an import, or undefined. `importer` is an absolute path in `source`; `specifier` is as
 * written there.
 */
export function layerProblem(source, importer, specifier, isLazy = false) {
  const from = roomOf(inSource(source, importer));
  const rules = rooms[from];
  if (!rules) return `src/${from} is no room of scripts/lint/layers.mjs.`;
  if (!specifier.startsWith('.')) return packageProblem(from, rules, specifier, inSource(source, importer));
  if (isLazy && rules.pure) return 'The core imports nothing dynamically.';
  const file = inSource(source, join(dirname(importer), specifier));
  const to = roomOf(file);
  const files = [...(rules.files ?? []), ...(isLazy ? (rules.lazyFiles ?? []) : [])];
  if (files.includes(file)) return undefined;
  if (to === from)
    return (
      innerProblem(from, inSource(source, importer), file) ??
      (isLazy ? undefined : faceProblem(inSource(source, importer), file, from, to))
    );
  if (rules.rooms.includes(to))
    return isLazy ? undefined : faceProblem(inSource(source, importer), file, from, to);
  return `${from} may not import ${file}: it imports ${[...rules.rooms, ...files].join(', ') || 'nothing'}.`;
}

function packageProblem(from, { packages, onlyPackages, pure, isPortable }, specifier, importer) {
  if (packages?.test(specifier)) return undefined;
  if (onlyPackages) return `${from} may not import ${specifier}: it asks the server.`;
  if (protocol.test(specifier)) return `Only the server may import ${specifier}.`;
  if (editor.test(specifier)) return `Only the extension may import ${specifier}.`;
  if (pure && isBuiltin(specifier)) return `The core may not import ${specifier}: it runs in any JavaScript.`;
  if (isPortable && isBuiltin(specifier))
    return `src/${from} may not import ${specifier}: it also runs in a web worker.`;
  if (fileSystem.test(specifier) && !fileSystemFiles.includes(importer))
    return `Only src/${fileSystemFiles.join(' and src/')} may import ${specifier}: ask disk (src/files/fileSystem.ts).`;
  if (isBuiltin(specifier) && from !== 'cli' && !nodeFiles.includes(importer))
    return `src/${importer} may not import ${specifier}: it also runs in a web worker (nodeFiles in scripts/lint/layers.mjs).`;
  return undefined;
}

function inSource(source, path) {
  return relative(source, path).split(sep).join('/');
}

export const layers = {
  meta: { type: 'problem', schema: [], docs: { description: 'each room of src/ imports only what it may' } },
  create(context) {
    const source = join(context.cwd, 'src');
    const check = (node, isLazy = false) => {
      if (typeof node?.value !== 'string') return;
      const message = layerProblem(source, context.filename, node.value, isLazy);
      if (message) context.report({ node, message });
    };
    return {
      ImportDeclaration: (node) => check(node.source),
      ExportNamedDeclaration: (node) => check(node.source),
      ExportAllDeclaration: (node) => check(node.source),
      ImportExpression: (node) => check(node.source, true),
      TSImportType: (node) => check(node.source ?? node.argument?.literal),
      TSExternalModuleReference: (node) => check(node.expression),
    };
  },
};
