/** Messages that hold a place, a row of a view or a file to be written: those of every other kind are made of these. */

/** A position as in the Language Server Protocol. */
export interface WirePosition {
  readonly line: number;
  readonly character: number;
}

export interface WireRange {
  readonly start: WirePosition;
  readonly end: WirePosition;
}

export interface WireLocation {
  readonly uri: string;
  readonly range: WireRange;
}

/** A row of a sidebar view. Wording comes from the server, so that every editor says the same. */
export interface ViewNode {
  /** Stable across refreshes; unique within its view. */
  readonly id: string;
  readonly label: string;
  /** Shown faintly behind the label. */
  readonly description?: string;
  /** Markdown, shown on hover. */
  readonly tooltip?: string;
  /** What a screen reader says. */
  readonly accessibleLabel: string;
  /** Id of a codicon. */
  readonly icon?: string;
  /** Theme colour id of the icon. */
  readonly iconColor?: string;
  /** What the row is; menus depend on it. */
  readonly kind:
    | 'source'
    | 'editionOnly'
    | 'section'
    | 'passage'
    | 'note'
    | 'citation'
    | 'quotation'
    | 'group'
    | 'term'
    | 'use'
    | 'annotation'
    | 'orphan';
  /** Where a click leads; undefined where there is nothing to open. */
  readonly target?: WireLocation;
  /** Pandoc citation of the passage, `[@masswork, ¶ 12]`, for “Cite”, copying and dragging. */
  readonly citation?: string;
  /** Id of the reader's note that the row is. */
  readonly noteId?: string;
  /** True where that note is resolved. */
  readonly resolved?: boolean;
  /** True where a finding stands; the Paper view can show these rows alone. */
  readonly problem?: boolean;
  readonly children?: readonly ViewNode[];
  /** True where there are rows below it that are asked for when it is unfolded (`pilcrow/termUses`). */
  readonly lazy?: boolean;
}

/** One of the sidebar's views. `message` stands above the rows; an empty view has no rows. */
export interface View {
  readonly message?: string;
  /** Name of the study folder that the view is about, where the window has several; `message` begins with it. */
  readonly studyFolder?: string;
  readonly nodes: readonly ViewNode[];
  /** Of a paper: how many citations it has; of very many only those with problems have a row. */
  readonly citations?: number;
  /** Number for the view's badge (problems of the paper); 0 for none. */
  readonly badge: number;
}

/** A file to be written. */
export interface NewFile {
  /** Path below the study folder, with `/`. */
  readonly path: string;
  readonly text: string;
  /** What the person writes first: selected when the file opens. */
  readonly gap?: WireRange;
}
