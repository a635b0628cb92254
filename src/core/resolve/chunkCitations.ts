import type { CitedWork, Paper, Source, StudyContext } from '../study.ts';
import { type ChunkCitations, citationRange, eachCiting, shiftCitation } from '../citations.ts';
import { appendAll, SideTable } from '../text.ts';
import { resolveCitation, type Resolution } from './citation.ts';

/**
 * Where the citations of a chunk lead: no more than tells who cites what and what is wrong. A keystroke moves thousands of
 * chunks, and reads one of them again.
 */
export interface ResolvedChunk {
  /** What the keys of its citations stood for, one after the other. */
  readonly meanings: readonly KeyMeaning[];
  /** The numbers of the citations with which something is wrong. */
  readonly troubled: readonly number[];
  /** Each citation as `note, start, end, count` and as many numbers of passages; offsets are those of the chunk. */
  readonly leads: readonly number[];
}

/** What a key stands for in a study. Where a citation leads depends on nothing else. */
export interface KeyMeaning {
  readonly source: Source | undefined;
  readonly works: readonly CitedWork[] | undefined;
}

/** Stands for no note. */
export const noNote = -1;

/** What keys stand for, each asked once for all citations of a document; what nobody wants to know is not asked. */
export class KeyMeanings {
  private readonly known = new Map<string, KeyMeaning>();

  constructor(private readonly study: StudyContext) {}

  of(key: string): KeyMeaning {
    let meaning = this.known.get(key);
    if (meaning === undefined) {
      meaning = { source: this.study.sources.get(key), works: this.study.works.get(key) };
      this.known.set(key, meaning);
    }
    return meaning;
  }

  /** Whether a key stands for what it stood for. */
  means(key: string, then: KeyMeaning | undefined): boolean {
    const now = this.of(key);
    return then !== undefined && then.source === now.source && then.works === now.works;
  }
}

const resolved = new SideTable<ChunkCitations, ResolvedChunk>();

/** Where the citations of a chunk lead; as known where their keys mean what they meant. */
export function resolvedChunk(
  chunk: ChunkCitations,
  meanings: KeyMeanings,
  study: StudyContext,
): ResolvedChunk {
  const known = resolved.get(chunk);
  if (known && holds(known, chunk, meanings)) return known;
  const made = resolveChunk(chunk, meanings, study);
  resolved.set(chunk, made);
  return made;
}

function holds(known: ResolvedChunk, { citations }: ChunkCitations, meanings: KeyMeanings): boolean {
  return citations.every(({ key }, at) => meanings.means(key, known.meanings[at]));
}

const none: readonly number[] = [];

function resolveChunk(
  { citations }: ChunkCitations,
  meanings: KeyMeanings,
  study: StudyContext,
): ResolvedChunk {
  const troubled: number[] = [];
  const leads: number[] = [];
  citations.forEach((citation, at) => {
    const { target, problems } = resolveCitation(citation, study);
    if (problems.length > 0) troubled.push(at);
    const { start, end } = citationRange(citation);
    const passages = target?.passages ?? none;
    leads.push(target?.note ?? noNote, start, end, passages.length);
    appendAll(leads, passages);
  });
  return {
    meanings: citations.map(({ key }) => meanings.of(key)),
    troubled: troubled.length > 0 ? troubled : none,
    // A copy has no room to grow.
    leads: leads.slice(),
  };
}

/** The citations of a paper with which something is wrong, in document order. */
export function faultyCitations({ document }: Paper, study: StudyContext): readonly Resolution[] {
  const meanings = new KeyMeanings(study);
  const faulty: Resolution[] = [];
  eachCiting(document, (chunk, start) => {
    for (const at of resolvedChunk(chunk, meanings, study).troubled) {
      const citation = chunk.citations[at];
      if (citation) faulty.push(resolveCitation(shiftCitation(citation, start), study));
    }
  });
  return faulty;
}
