import type { Range } from '../../text.ts';

/** What an item stands for. `documentationOf` explains it when a person looks at the item. */
export type CompletionSubject =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'passage' | 'note'; readonly key: string; readonly number: number }
  | { readonly kind: 'section'; readonly key: string; readonly label: string }
  | { readonly kind: 'term'; readonly name: string };

/** Text that can be inserted. */
export interface CompletionItem {
  readonly label: string;
  /** Shown faintly after the label. */
  readonly description: string;
  /** What `documentationOf` explains. Undefined if the label says everything. */
  readonly subject: CompletionSubject | undefined;
  /** `word` is plain text among other words, and must never get in the way of typing. */
  readonly kind: 'key' | 'passage' | 'section' | 'note' | 'term' | 'word' | 'quotation' | 'prefix';
  readonly newText: string;
  /** The text that editors compare with the typed words. */
  readonly filterText: string;
  readonly sortText: string;
  /** The range to replace, if it differs from that of the other items. */
  readonly range?: Range;
  /** Whether completion starts again after inserting it. */
  readonly goesOn?: true;
}

/**
 * The items for one place. Each replaces `range` unless it has its own. Offsets are UTF-16 code units of the paper.
 */
export interface Completion {
  readonly range: Range;
  readonly items: readonly CompletionItem[];
}
