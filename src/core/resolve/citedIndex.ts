import { keep, recorded, type Recorded } from '../index/reads.ts';
import type { Paper, Study } from '../index/study.ts';
import { detached } from '../text/detached.ts';
import { resolveCitation, type Resolution } from './citation.ts';
import { SideTable } from '../text/sideTable.ts';

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
    byPaper: { get: (paper) => resolutionsIn(paper, study) },
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
  /** Place in the paper's citations. */
  readonly at: number;
  readonly passages: readonly number[];
  readonly note: number | undefined;
}

type Leads = ReadonlyMap<string, readonly Lead[]>;

/** Kept until the paper or one of the sources that it cites changes. */
const leads = new SideTable<Paper, Recorded<Leads>>();

/** Where the citations of a paper lead. What is kept of it is kept with the paper. */
export function resolutionsIn(paper: Paper, study: Study): readonly Resolution[] {
  const { value, reads } = recorded(study, (own) =>
    paper.citations.map((citation) => resolveCitation(citation, own)),
  );
  leads.set(paper, { value: leadsFrom(value), reads });
  return value;
}

function leadsFrom(resolutions: readonly Resolution[]): Leads {
  const byKey = new Map<string, Lead[]>();
  resolutions.forEach(({ citation, source, target }, at) => {
    const key = source?.key ?? detached(citation.key);
    append(byKey, key, { at, passages: target?.passages ?? [], note: target?.note });
  });
  return byKey;
}

function leadsOf(paper: Paper, study: Study): Leads {
  const found = keep(leads.get(paper), study, (own) =>
    leadsFrom(paper.citations.map((citation) => resolveCitation(citation, own))),
  );
  leads.set(paper, found);
  return found.value;
}

class Use implements CitationUse {
  constructor(
    readonly paper: Paper,
    private readonly at: number,
    private readonly study: Study,
  ) {}

  get resolution(): Resolution {
    const citation = this.paper.citations[this.at];
    if (!citation) throw new RangeError('Every lead is that of a citation of its paper.');
    return resolveCitation(citation, this.study);
  }
}

function citedSource(key: string, study: Study): CitedSource | undefined {
  const uses: CitationUse[] = [];
  const byPassage = new Map<number, CitationUse[]>();
  const byNote = new Map<number, CitationUse[]>();
  for (const paper of study.citedKeys.has(key) ? study.papers : [])
    for (const { at, passages, note } of leadsOf(paper, study).get(key) ?? []) {
      const use = new Use(paper, at, study);
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
