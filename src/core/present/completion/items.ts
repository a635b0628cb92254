import type { Range } from '../../text.ts';

/** What an item is about: enough to explain it when a person looks at it. */
export type CompletionSubject =
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'passage' | 'note'; readonly key: string; readonly number: number }
  | { readonly kind: 'section'; readonly key: string; readonly label: string }
  | { readonly kind: 'term'; readonly name: string };

/** Something to insert. */
export interface CompletionItem {
  readonly label: string;
  /** Shown behind the label, faintly. */
  readonly description: string;
  /** What `documentationOf` explains; undefined where the label says it all. */
  readonly subject: CompletionSubject | undefined;
  /** `word`: plain text among other words, never to stand in the way of what is typed. */
  readonly kind: 'key' | 'passage' | 'section' | 'note' | 'term' | 'word' | 'quotation' | 'prefix';
  readonly newText: string;
  /** What typed words are compared with. */
  readonly filterText: string;
  readonly sortText: string;
  /** Where it differs from that of the others. */
  readonly range?: Range;
  /** Whether what is inserted asks for another completion right away. */
  readonly goesOn?: true;
}

/** Items for one place, all replacing the same stretch where they name none of their own. Offsets in UTF-16 units. */
export interface Completion {
  readonly range: Range;
  readonly items: readonly CompletionItem[];
}
