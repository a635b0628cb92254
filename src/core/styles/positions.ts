import type { CitationToFormat } from './formattedWorks.ts';
import type { CitePosition } from './scope.ts';

/** Where and how a work was cited last. */
interface LastCite {
  readonly group: number;
  readonly note: number | undefined;
  readonly place: number;
  readonly isAlone: boolean;
  readonly locator: CitationToFormat['locator'];
}

/** Which place a citation has among those before it (CSL 1.0.2, “Choose”, `position`). Asked for each citation in their order. */
export class Positions {
  private readonly last = new Map<string, LastCite>();
  /** The works that are cited in a footnote. */
  private readonly inNotes = new Map<number, Set<string>>();

  constructor(
    private readonly isNoteStyle: boolean,
    private readonly nearNoteDistance: number,
  ) {}

  /**
   * @param group which group it is, from 1 on
   * @param place which citation of the group, from 1 on
   */
  of(citation: CitationToFormat, group: number, place: number, note: number | undefined): ReadonlySet<CitePosition> {
    const last = this.last.get(citation.id);
    if (last === undefined) return new Set<CitePosition>(['first']);
    const positions = new Set<CitePosition>(['subsequent']);
    const distance = (note ?? group) - (last.note ?? last.group);
    if (this.isNoteStyle && distance < this.nearNoteDistance) positions.add('near-note');
    if (!this.follows(last, group, place, note)) return positions;
    const isSame = citation.locator?.value === last.locator?.value && citation.locator?.label === last.locator?.label;
    if (citation.locator === undefined && last.locator !== undefined) return positions;
    if (!isSame) positions.add('ibid-with-locator');
    return positions.add('ibid');
  }

  private follows(last: LastCite, group: number, place: number, note: number | undefined): boolean {
    if (group === last.group) return place === last.place + 1;
    const isNextNote = note === undefined || last.note === undefined || note - last.note <= 1;
    const others = this.inNotes.get(last.note ?? last.group)?.size ?? 0;
    return group === last.group + 1 && isNextNote && place === 1 && last.isAlone && others <= 1;
  }

  /** Says that a work was cited. @param isAlone whether its group cites no other */
  cited(citation: CitationToFormat, group: number, place: number, note: number | undefined, isAlone: boolean): void {
    this.last.set(citation.id, { group, note, place, isAlone, locator: citation.locator });
    if (note !== undefined) this.inNotes.set(note, (this.inNotes.get(note) ?? new Set()).add(citation.id));
  }

  /** Whether a work was cited before. */
  knows(id: string): boolean {
    return this.last.has(id);
  }
}
