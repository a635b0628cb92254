import type { CitedWork, Paper, Source, StudyContext } from '../study.ts';
import { type ChunkCitations, citationRange, eachCiting, shiftCitation } from '../citations.ts';
import { appendAll, SideTable } from '../text.ts';
import { resolveCitation, type Resolution } from './citation.ts';

/**
 * The citation targets of a chunk, reduced to what shows who cites what and which citations are faulty. A keystroke moves
 * thousands of chunks, but only the edited one is resolved again.
 */
export interface ResolvedChunk {
  /** The meaning of each citation's key when it was resolved, in order. */
  readonly meanings: readonly KeyMeaning[];
  /** Indexes of the citations that have problems. */
  readonly troubled: readonly number[];
  /** Each citation as `note, start, end, count` and then `count` passage numbers. Offsets are into the chunk. */
  readonly leads: readonly number[];
}

/** The meaning of a key in a study. The target of a citation depends on nothing else. */
export interface KeyMeaning {
  readonly source: Source | undefined;
  readonly works: readonly CitedWork[] | undefined;
}

/** Stands for “no note” in `ResolvedChunk`. */
export const noNote = -1;

/** The meanings of keys. A key is looked up only once for all citations of a document, and only if needed. */
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

  /** Whether a key still has the meaning `then`. */
  means(key: string, then: KeyMeaning | undefined): boolean {
    const now = this.of(key);
    return then !== undefined && then.source === now.source && then.works === now.works;
  }
}

const resolved = new SideTable<ChunkCitations, ResolvedChunk>();

/** Returns the citation targets of a chunk. Reuses the last result while its keys have the same meanings. */
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
    // A copy takes no more memory than it needs.
    leads: leads.slice(),
  };
}

/** Returns the citations of a paper that have problems, in document order. */
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
