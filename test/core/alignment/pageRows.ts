/** Paragraphs by number, and what is known of them. */
export interface PageRow {
  readonly base: readonly number[];
  readonly text: readonly number[];
  readonly state: string;
}

/** The part of the page that has no elements. */
export interface PageRows {
  readonly all: readonly PageRow[];
  readonly openCount: number;
  show(rows: readonly PageRow[]): void;
  readonly hasChanges: boolean;
  forgetChanges(): void;
  forgetConfirmed(): void;
  nextOpen(at: number): number;
  confirm(at: number): readonly Omit<PageRow, 'state'>[];
  nothing(at: number): readonly Omit<PageRow, 'state'>[];
  join(at: number): boolean;
  part(at: number): boolean;
  moveBorder(at: number, side: 'base' | 'text', isDown: boolean): boolean;
}

const script = new URL('../../../media/alignment/rows.js', import.meta.url).href;

/** Rows of each state. */
export const known: readonly PageRow[] = [
  { base: [1], text: [1], state: 'certain' },
  { base: [2, 3], text: [2], state: 'open' },
  { base: [], text: [3], state: 'open' },
  { base: [4], text: [4, 5], state: 'confirmed' },
];

/** The class of the rows, which is a script of the page. */
export async function pageRows(): Promise<new () => PageRows> {
  const { Rows } = (await import(script)) as { Rows: new () => PageRows };
  return Rows;
}
