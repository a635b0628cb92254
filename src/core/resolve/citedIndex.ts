import { keep, type Recorded } from '../index/reads.ts';
import type { Paper, Study } from '../index/study.ts';
import type { Citation } from '../markdown/citation.ts';
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

/** The citations of a study, resolved when somebody asks about their paper or their source. */
export interface CitedIndex {
  readonly byPaper: { get(paper: Paper): readonly Resolution[] | undefined };
  /** By key; undefined for what nobody cites. */
  readonly bySource: { get(key: string): CitedSource | undefined };
}

const indices = new WeakMap<Study, CitedIndex>();

/** The citations of a study by paper, source and passage. */
export function citedIndex(study: Study): CitedIndex {
  const kept = indices.get(study);
  if (kept) return kept;
  const sources = new Map<string, CitedSource | undefined>();
  const index: CitedIndex = {
    byPaper: { get: (paper) => paper.citations.map((citation) => resolveCitation(citation, study)) },
    bySource: {
      get(key) {
        if (!sources.has(key)) sources.set(key, citedSource(key, study));
        return sources.get(key);
      },
    },
  };
  indices.set(study, index);
  return index;
}

/** Where one citation of a paper leads. There are tens of thousands, of which few are looked at: no more is kept. */
interface Lead {
  readonly citation: Citation;
  readonly passages: readonly number[];
  readonly note: number | undefined;
}

const leads = new WeakMap<Paper, Recorded<ReadonlyMap<string, readonly Lead[]>>>();

/** Where the citations of a paper lead, by key. Kept until the paper or one of the sources that it cites changes. */
function leadsOf(paper: Paper, study: Study): ReadonlyMap<string, readonly Lead[]> {
  const found = keep(leads.get(paper), study, (own) => {
    const byKey = new Map<string, Lead[]>();
    for (const citation of paper.citations) {
      const { target } = resolveCitation(citation, own);
      append(byKey, citation.key, { citation, passages: target?.passages ?? [], note: target?.note });
    }
    return byKey;
  });
  leads.set(paper, found);
  return found.value;
}

class Use implements CitationUse {
  constructor(
    readonly paper: Paper,
    private readonly citation: Citation,
    private readonly study: Study,
  ) {}

  get resolution(): Resolution {
    return resolveCitation(this.citation, this.study);
  }
}

function citedSource(key: string, study: Study): CitedSource | undefined {
  const uses: CitationUse[] = [];
  const byPassage = new Map<number, CitationUse[]>();
  const byNote = new Map<number, CitationUse[]>();
  for (const paper of study.citedKeys.has(key) ? study.papers : [])
    for (const { citation, passages, note } of leadsOf(paper, study).get(key) ?? []) {
      const use = new Use(paper, citation, study);
      uses.push(use);
      for (const passage of passages) append(byPassage, passage, use);
      if (note !== undefined) append(byNote, note, use);
    }
  return uses.length > 0 ? { uses, byPassage, byNote } : undefined;
}

function append<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** How often something is cited, and in how many papers. */
export function countUses(uses: readonly CitationUse[] | undefined): { citations: number; papers: number } {
  return { citations: uses?.length ?? 0, papers: new Set(uses?.map((use) => use.paper)).size };
}
