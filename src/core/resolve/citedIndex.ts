import type { Paper, Study } from '../index/study.ts';
import { resolveCitation, type Resolution } from './citation.ts';

/** A citation in a paper and where it leads. */
export interface CitationUse {
  readonly paper: Paper;
  readonly resolution: Resolution;
}

/** Who cites what of one source. */
export interface CitedSource {
  readonly uses: readonly CitationUse[];
  readonly byPassage: ReadonlyMap<number, readonly CitationUse[]>;
  readonly byNote: ReadonlyMap<number, readonly CitationUse[]>;
}

/** Every citation of a study, resolved once. */
export interface CitedIndex {
  readonly byPaper: ReadonlyMap<Paper, readonly Resolution[]>;
  readonly bySource: ReadonlyMap<string, CitedSource>;
}

const indices = new WeakMap<Study, CitedIndex>();

/** The citations of a study by paper, source and passage. Kept as long as the study is. */
export function citedIndex(study: Study): CitedIndex {
  const kept = indices.get(study);
  if (kept) return kept;
  const byPaper = new Map<Paper, readonly Resolution[]>();
  const drafts = new Map<string, Draft>();
  for (const paper of study.papers) {
    const resolutions = paper.citations.map((citation) => resolveCitation(citation, study));
    byPaper.set(paper, resolutions);
    for (const resolution of resolutions) add(drafts, { paper, resolution });
  }
  const index = { byPaper, bySource: drafts };
  indices.set(study, index);
  return index;
}

interface Draft {
  readonly uses: CitationUse[];
  readonly byPassage: Map<number, CitationUse[]>;
  readonly byNote: Map<number, CitationUse[]>;
}

function add(drafts: Map<string, Draft>, use: CitationUse): void {
  const { source, citation, target } = use.resolution;
  const key = source?.key ?? citation.key;
  const draft: Draft = drafts.get(key) ?? { uses: [], byPassage: new Map(), byNote: new Map() };
  drafts.set(key, draft);
  draft.uses.push(use);
  for (const passage of target?.passages ?? []) append(draft.byPassage, passage, use);
  if (target?.note !== undefined) append(draft.byNote, target.note, use);
}

function append(map: Map<number, CitationUse[]>, number: number, use: CitationUse): void {
  const list = map.get(number);
  if (list) list.push(use);
  else map.set(number, [use]);
}

/** How often something is cited, and in how many papers. */
export function countUses(uses: readonly CitationUse[] | undefined): { citations: number; papers: number } {
  return { citations: uses?.length ?? 0, papers: new Set(uses?.map((use) => use.paper)).size };
}
