import { stringify } from 'yaml';
import { htmlToMarkdown } from '../core/bibliography.ts';
import { worksHeadings } from '../core/languages.ts';
import { messageOf } from '../core/messages.ts';
import { slugOf } from '../core/present/wording.ts';
import { isCitableKey } from '../core/syntax.ts';
import {
  type Block,
  type DraftMark,
  type DraftMarks,
  type DraftWishes,
  type Page,
  plainOf,
  type Run,
  type TextComment,
  textOfBlock,
  type Unreadable,
} from './blocks.ts';
import {
  type CitableWork,
  familyOf,
  isRecord,
  type KeyedItem,
  managedCitation,
  WorkMatcher,
  writeCitation,
  issuedYear,
  withBoxes,
  withMarkedItems,
} from './drafts.ts';
import { readPage } from './formats.ts';
import { proposeKey, writeBlocks } from './writing.ts';

/** The bytes of a draft, and what is known about them. */
export interface PaperImportRequest {
  readonly bytes: Uint8Array;
  readonly fileName: string;
  /** The sources and works of the study folder, which citations may name. */
  readonly works: readonly CitableWork[];
  /** Whether comments say who wrote them. */
  readonly withAuthors: boolean;
}

/** An analysis document made from a draft. */
export interface PaperImport {
  /** With all tracked changes as they were made. */
  readonly markdown: string;
  /** As it was before its tracked changes; undefined where it has none. */
  readonly original?: string;
  /** How many tracked changes it has. */
  readonly changes: number;
  /** Where it belongs in a study folder: among the papers, named by its title, else by its file. */
  readonly path: string;
  readonly citations: number;
  readonly comments: number;
  /** The keys of works that nothing in the study folder is, which the paper lists itself. */
  readonly newWorks: readonly string[];
}

/**
 * Turns a draft from Word or LibreOffice into an analysis document: citations of Zotero and Mendeley become those of Markdown,
 * comments become comments. The same request always gives the same result.
 * @returns `problem`, a sentence, if the file is no such draft, or cannot be read
 */
export async function importPaper(request: PaperImportRequest): Promise<PaperImport | Unreadable> {
  const accepted = await draftPage(request, 'accepted');
  if ('problem' in accepted) return accepted;
  const paper = new DraftPaper(accepted, accepted.draft, request);
  const markdown = paper.write();
  const made = {
    markdown,
    changes: accepted.draft.changes,
    path: pathFor(accepted.metadata.title, request.fileName),
    citations: paper.citations,
    comments: paper.comments,
    newWorks: paper.newKeys,
  };
  if (accepted.draft.changes === 0) return made;
  const rejected = await draftPage(request, 'rejected');
  if ('problem' in rejected) return rejected;
  return { ...made, original: new DraftPaper(rejected, rejected.draft, request).write() };
}

function pathFor(title: string | undefined, fileName: string): string {
  const name = fileName.replace(/\.[^.]*$/, '');
  return `papers/${slugOf(title?.trim() ? title : name, 'draft')}.analysis.md`;
}

type DraftPage = Page & { readonly draft: DraftMarks };

async function draftPage(
  { bytes, fileName }: PaperImportRequest,
  changes: DraftWishes['changes'],
): Promise<DraftPage | Unreadable> {
  const page = await readPage({ bytes, fileName, draft: { changes } });
  if ('problem' in page) return page;
  const { draft } = page;
  return draft ? { ...page, draft } : { problem: messageOf('importing.noDraft') };
}

/** A paper while it is made from the blocks of a draft. */
class DraftPaper {
  citations = 0;
  comments = 0;
  /** Works that the study folder does not have, by the keys that they get. */
  private readonly own = new Map<string, Readonly<Record<string, unknown>>>();
  private readonly matcher: WorkMatcher;
  private ownMatcher = new WorkMatcher([]);
  private readonly taken: Set<string>;
  private readonly remarks: ReadonlyMap<string, TextComment>;

  constructor(
    private readonly page: Page,
    private readonly draft: DraftMarks,
    private readonly request: PaperImportRequest,
  ) {
    this.matcher = new WorkMatcher(request.works);
    this.taken = new Set(request.works.map(({ key }) => key));
    this.remarks = new Map((page.comments ?? []).map((comment) => [comment.id, comment]));
  }

  get newKeys(): readonly string[] {
    return [...this.own.keys()];
  }

  write(): string {
    const whole = withBoxes(withMarkedItems(withoutPageMarks(this.page.blocks)), this.draft);
    const blocks = notesAsCitations(withoutWorks(whole, this.draft), this.draft);
    const body = this.withMarks(writeBlocks(blocks));
    return `---\n${this.frontMatter()}---\n\n${body}\n`;
  }

  private frontMatter(): string {
    const { title, authors = [], created, issued = created, language } = this.page.metadata;
    const references = [...this.own].map(([id, data]) => ({ ...workInMarkdown(data), id }));
    const [author] = authors;
    return stringify(
      {
        title: title ?? '',
        ...(author === undefined ? {} : { author: authors.length === 1 ? author : authors }),
        ...(issued === undefined ? {} : { date: issued }),
        ...(language === undefined || language === 'en' ? {} : { lang: language }),
        ...(references.length === 0 ? {} : { references }),
      },
      { lineWidth: 0 },
    );
  }

  private withMarks(body: string): string {
    return this.draft.replace(withTypedCitations(body), (mark, before) => {
      if (mark.kind === 'works') return { markdown: '::: {#refs}\n:::', replaced: 0 };
      if (mark.kind === 'box') return { markdown: '', replaced: 0 };
      if (mark.kind === 'comment') return { markdown: this.comment(mark.id), replaced: 0 };
      return this.citation(mark.data, before);
    });
  }

  private citation(data: string, before: string): { markdown: string; replaced: number } {
    const read = managedCitation(data);
    if (!read) return { markdown: '', replaced: 0 };
    this.citations++;
    const items = read.items.map((item): KeyedItem => ({ ...item, key: this.keyOf(item.work) }));
    return writeCitation(items, before, this.page.metadata.language);
  }

  private keyOf(work: Readonly<Record<string, unknown>>): string {
    const known = this.matcher.keyOf(work) ?? this.ownMatcher.keyOf(work);
    if (known !== undefined) return known;
    const key = this.newKey(work);
    this.taken.add(key);
    this.own.set(key, work);
    this.ownMatcher = new WorkMatcher([...this.own].map(([own, data]) => ({ key: own, data })));
    return key;
  }

  /** The key that the reference manager shows for a work, else one of author and year, which nothing has yet. */
  private newKey(work: Readonly<Record<string, unknown>>): string {
    const shown = work['citation-key'];
    const proposed =
      typeof shown === 'string' && isCitableKey(shown)
        ? shown
        : proposeKey(
            {
              title: typeof work['title'] === 'string' ? work['title'] : '',
              ...(familyOf(work) === '' ? {} : { authors: [`${familyOf(work)}, `] }),
              issued: issuedYear(work['issued']),
            },
            'work',
          );
    let key = proposed;
    for (let count = 2; this.taken.has(key); count++) key = `${proposed}-${String(count)}`;
    return key;
  }

  /** A comment as one of Markdown. What Pilcrow said itself, of an exported paper, is none. */
  private comment(id: string): string {
    const remark = this.remarks.get(id);
    if (!remark || remark.author === ownAuthor) return '';
    this.comments++;
    const name = this.request.withAuthors && remark.author !== '' ? remark.author : commentName;
    const text = `${name}: ${remark.text}`.replace(/\s*\n\s*/g, ' ').replace(/-{2,}|>/g, dashFor);
    return `<!-- ${text} -->`;
  }
}

/** Citations that an author has typed in Word, as `[@key, ¶ 12]`: an exported paper shows those so that lead nowhere. */
function withTypedCitations(body: string): string {
  return body.replace(
    /\\\[((?:[^[\]\n\\@]|\\[^[\]@])*-?\\@[^[\]\s][^[\]\n]*)\]/g,
    (_, inside: string) => `[${inside.replace(/(?<=^|[\s;-])\\@/g, '@')}]`,
  );
}

/** The author of comments that Pilcrow wrote. */
const ownAuthor = 'Pilcrow';
/** What a comment begins with whose author is not named: so none reads as an instruction to Pilcrow. */
const commentName = 'Comment';

/** A comment of HTML ends at two hyphens and an angle bracket. */
function dashFor(signs: string): string {
  return signs === '>' ? '›' : '–';
}

/** The pages of a word processor are none of a paper. */
function withoutPageMarks(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'pageMark') return [];
    const runs = block.runs.filter(({ page }) => page === undefined);
    const items = block.items?.map(withoutPageMarks);
    const rows = block.rows?.map((cells) =>
      cells.map((cell) => cell.filter(({ page }) => page === undefined)),
    );
    return [{ ...block, runs, ...(items ? { items } : {}), ...(rows ? { rows } : {}) }];
  });
}

/** Leaves out the works cited, and the heading over them where it is one that Pilcrow writes: an exported paper gets both anew. */
function withoutWorks(blocks: readonly Block[], draft: DraftMarks): Block[] {
  const made: Block[] = [];
  for (const block of blocks) {
    const isWorks = block.kind === 'paragraph' && draft.only(textOfBlock(block))?.kind === 'works';
    const before = made.at(-1);
    if (isWorks && before?.kind === 'heading' && worksHeadings.includes(plainOf(before.runs).trim()))
      made.pop();
    else made.push(block);
  }
  return made;
}

/**
 * In a style of notes each citation has a footnote of its own, which is the citation: it stands in the text again. In other styles,
 * where citations stand in the text, footnotes are those of the author.
 */
function notesAsCitations(blocks: readonly Block[], draft: DraftMarks): readonly Block[] {
  const inText = blocks
    .filter(({ kind }) => kind !== 'note')
    .map(textOfBlock)
    .join('\n');
  if (draft.in(inText).some(({ kind }) => kind === 'citation')) return blocks;
  const citing = new Map<string, string>();
  for (const { note, kind, runs } of blocks) {
    if (kind !== 'note' || note === undefined) continue;
    const text = plainOf(runs).trim().replace(/\.$/, '');
    const isAlone = !citing.has(note) && isCitation(draft.only(text));
    citing.set(note, isAlone ? text.trim() : '');
  }
  const inPlace = (run: Run): Run =>
    run.note !== undefined && citing.get(run.note) ? { text: ` ${citing.get(run.note) ?? ''}` } : run;
  return blocks
    .filter(({ kind, note }) => kind !== 'note' || !citing.get(note ?? ''))
    .map((block) => withRuns(block, inPlace));
}

function isCitation(mark: DraftMark | undefined): boolean {
  return mark?.kind === 'citation';
}

function withRuns(block: Block, change: (run: Run) => Run): Block {
  const items = block.items?.map((item) => item.map((child) => withRuns(child, change)));
  const rows = block.rows?.map((cells) => cells.map((cell) => cell.map(change)));
  return { ...block, runs: block.runs.map(change), ...(items ? { items } : {}), ...(rows ? { rows } : {}) };
}

/** Data of a reference manager as front matter has it, whose texts are Markdown. What only that program knows is left out. */
function workInMarkdown(data: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const kept = Object.entries(data).filter(
    ([name]) => !/^(?:id|citation-key|system_id|source|uris?|library.*)$/.test(name),
  );
  return Object.fromEntries(kept.map(([name, value]) => [name, valueInMarkdown(value)]));
}

function valueInMarkdown(value: unknown): unknown {
  if (typeof value === 'string') return htmlToMarkdown(value);
  if (Array.isArray(value)) return value.map(valueInMarkdown);
  return isRecord(value)
    ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, valueInMarkdown(one)]))
    : value;
}
