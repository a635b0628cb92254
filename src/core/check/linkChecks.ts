import { type Message, messageOf } from '../messages.ts';
import { memo } from '../memo.ts';
import { type FolderNames, isThere, pathTo, spelledLike } from '../study.ts';
import type { Footnotes, LinkTarget, NoteDefinition, NoteReference } from '../blocks.ts';
import type { MissingIdentifier } from '../resolve.ts';
import { appendTo, NameIndex, nearest, percentEncoded, type Range } from '../text.ts';
import { defineCheck, type Fix, type Problem } from './defineCheck.ts';
import type { Facts } from './facts.ts';

const brokenCheck = 'link/broken';

type InsideLink = Facts['links']['links'][number];
type Broken = Problem<typeof brokenCheck>;

/** Links and images that lead to no file, heading or identifier of the study folder. */
export const brokenLinks = defineCheck({
  ids: [brokenCheck],
  looksAt: 'links',
  check: (facts, _, { path }) =>
    facts.links.flatMap(
      (link) => missingFile(link, facts, path) ?? missingIdProblem(link, facts, path) ?? [],
    ),
});

/** @param from the path of the file that the link stands in */
function missingFile(link: InsideLink, facts: Facts['links'], from: string): Broken | undefined {
  const { inside } = link;
  if (inside.written === '') return undefined;
  const { names } = facts;
  if (!names || isThere(inside.path, names) !== false || isMadeOf(inside.path, names)) return undefined;
  const end = link.isPlain ? link.range.start + inside.written.length : link.range.end;
  const range = { start: link.range.start, end };
  const spelled = spelledLike(inside.path, names);
  const near = spelled === undefined ? nearestFiles(inside.path, from, names) : [spelled];
  const fixes = link.isPlain ? near.map((path) => changeTo(range, encodeName(pathTo(path, from)))) : [];
  const message =
    spelled === undefined
      ? messageOf('links.noFile', { path: inside.path, nearest: near[0] })
      : messageOf('links.otherCase', { path: inside.path, spelled });
  return { check: brokenCheck, range, message, fixes };
}

/** Whether a path is what may be made of a text of the study folder, as `paper.html` of `paper.analysis.md`. */
function isMadeOf(path: string, names: FolderNames): boolean {
  const stem = /^(.+)\.(?:html?|xhtml|pdf|docx|odt|epub|tex|rtf|pptx)$/i.exec(path)?.[1];
  return stem !== undefined && ['.md', '.analysis.md', '.markdown'].some((end) => names.has(stem + end));
}

const maxFixes = 3;
/** Of a folder with more files than this the others are not compared with a name. */
const maxCompared = 500;

/** Files of that name elsewhere, else names in the same folder that are near. */
function nearestFiles(path: string, from: string, names: FolderNames): string[] {
  const { folder, name } = folderAndName(path);
  const { byName, byFolder } = filesByName(names);
  const same = byName.get(name.toLowerCase()) ?? [];
  const beside = (byFolder.get(folder) ?? []).slice(0, maxCompared);
  const texts = beside.filter((each) => [`${name}.md`, `${name}.analysis.md`].includes(each));
  const near = [...texts, ...nearest(name, beside)].map((each) =>
    folder === '' ? each : `${folder}/${each}`,
  );
  return [...new Set([...same, ...near])].filter((each) => each !== from).slice(0, maxFixes);
}

interface FilesByName {
  /** Name without folder, in lower case → paths. */
  readonly byName: ReadonlyMap<string, readonly string[]>;
  /** Folder → names. */
  readonly byFolder: ReadonlyMap<string, readonly string[]>;
}

const filesByName = memo('files by name', (names: FolderNames): FilesByName => {
  const byName = new Map<string, string[]>();
  const byFolder = new Map<string, string[]>();
  for (const [path, kind] of names) {
    if (kind !== 'file') continue;
    const { folder, name } = folderAndName(path);
    appendTo(byName, name.toLowerCase(), path);
    appendTo(byFolder, folder, name);
  }
  return { byName, byFolder };
});

function folderAndName(path: string): { readonly folder: string; readonly name: string } {
  const slash = path.lastIndexOf('/');
  return { folder: path.slice(0, Math.max(slash, 0)), name: path.slice(slash + 1) };
}

function missingIdProblem(link: InsideLink, facts: Facts['links'], from: string): Broken | undefined {
  const { path, fragment } = link.inside;
  const isOther = path !== from;
  if (fragment === undefined || (isOther && !link.isPlain)) return undefined;
  const missing = facts.missingIdentifier(link.inside);
  if (!missing) return undefined;
  const hash = link.isPlain ? link.range.start + link.target.indexOf('#') : link.range.start;
  const range = { start: hash, end: link.range.end };
  const file = isOther ? path : messageOf('links.thisFile');
  return {
    check: brokenCheck,
    range,
    message: missingMessage(fragment, missing, file),
    fixes: identifierFixes(link, range, fragment, missing),
  };
}

function missingMessage(
  fragment: string,
  { meant, ids }: MissingIdentifier,
  file: string | Message,
): Message {
  return meant === undefined
    ? messageOf('links.noId', { file, fragment, nearest: nearest(fragment, ids, 1)[0] })
    : messageOf('links.otherName', { fragment, meant });
}

function identifierFixes(
  link: LinkTarget,
  range: Range,
  fragment: string,
  { meant, ids }: MissingIdentifier,
): Fix[] {
  if (!link.isPlain) return [];
  if (meant !== undefined) return [{ ...changeTo(range, `#${encodeName(meant)}`), safe: true }];
  return nearest(fragment, ids).map((id) => changeTo(range, `#${encodeName(id)}`));
}

function changeTo(range: Range, newText: string): Fix {
  return { title: messageOf('fixes.changeTo', { text: newText }), edits: [{ range, newText }], safe: false };
}

/** As a target of a link may be written without brackets around it. */
function encodeName(name: string): string {
  return name
    .replace(/[\s%?#()<>[\]\\*{}|"]/gu, percentEncoded)
    .replace(/[()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
}

/** What refers to no note, and notes that nothing refers to. */
export const faultyFootnotes = defineCheck({
  ids: ['footnote/undefined', 'footnote/unused'],
  looksAt: 'footnotes',
  check: ({ text, ...notes }, _, { role }) => [
    ...undefinedReferences(notes, text),
    // The notes of a source are cited by their number, whether its text refers to them or not.
    ...(role === 'source' ? [] : unusedNotes(notes, text)),
  ],
});

function undefinedReferences(
  { references, definitions }: Footnotes,
  text: string,
): Problem<'footnote/undefined'>[] {
  const defined = new Map(definitions.map((definition) => [definition.label, definition]));
  const labels = new NameIndex([...defined.keys()]);
  return references.flatMap((reference): Problem<'footnote/undefined'>[] => {
    const definition = defined.get(reference.label);
    if (definition && !definition.isPartOfText && !reference.isInNote) return [];
    const { range } = reference;
    const check = 'footnote/undefined';
    // No definition would help.
    if (reference.isInNote)
      return [{ check, range, message: messageOf('footnotes.withinNote', { label: reference.label }) }];
    if (!definition)
      return [
        {
          check,
          range,
          message: messageOf('footnotes.undefined', {
            label: reference.label,
            nearest: labels.nearest(reference.label, 1)[0],
          }),
          fixes: [
            ...labels.nearest(reference.label).map((near) => changeTo(range, `[^${near}]`)),
            definingFix(reference, text),
          ],
        },
      ];
    return [
      {
        check,
        range,
        message: messageOf('footnotes.joined', { label: reference.label }),
        fixes: [partingFix(definition, text)],
      },
    ];
  });
}

function lineEndOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

function definingFix({ label }: NoteReference, text: string): Fix {
  const end = text.trimEnd().length;
  const lineEnd = lineEndOf(text);
  const range = { start: end, end };
  return {
    title: messageOf('footnotes.addAtEnd', { label }),
    edits: [{ range, newText: `${lineEnd}${lineEnd}[^${label}]: ` }],
    safe: false,
  };
}

function partingFix({ range: { start } }: NoteDefinition, text: string): Fix {
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1), text.lastIndexOf('\r', start - 1)) + 1;
  // The marks of a block quotation go on before the blank line.
  const edits = [
    {
      range: { start: lineStart, end: lineStart },
      newText: text.slice(lineStart, start).trimEnd() + lineEndOf(text),
    },
  ];
  return { title: messageOf('footnotes.blankLine'), edits, safe: true };
}

function unusedNotes(
  { references, definitions, labelsInFrontMatter }: Footnotes,
  text: string,
): Problem<'footnote/unused'>[] {
  const used = new Set(labelsInFrontMatter);
  for (const { label, isInNote } of references) if (!isInNote) used.add(label);
  const last = new Map(definitions.map((definition) => [definition.label, definition]));
  return definitions.flatMap((definition): Problem<'footnote/unused'>[] => {
    const { label, range, isPartOfText } = definition;
    const counts = last.get(label);
    if (isPartOfText || (used.has(label) && counts === definition)) return [];
    const message =
      counts === definition || !counts
        ? messageOf('footnotes.unused', { label })
        : messageOf('footnotes.definedAgain', { label, line: lineNumberOf(counts, text) });
    return [{ check: 'footnote/unused', range, message, unnecessary: true }];
  });
}

/** 1-based. */
function lineNumberOf({ range }: NoteDefinition, text: string): number {
  return text.slice(0, range.start).split(/\r\n|\r|\n/).length;
}
