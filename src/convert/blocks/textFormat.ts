import type { Page } from './block.ts';

/** A format of texts that can be imported, and its reader. */
export interface TextFormat {
  /** What the names of its files end in, in lower case and without the dot. */
  readonly extensions: readonly string[];
  /**
   * Whether a text is in this format, whatever its file is called. Without it, the name alone decides.
   * @param start the first 1,000 UTF-16 code units of the text
   */
  readonly isRecognised?: (start: string) => boolean;
  readonly read: (text: string) => Page;
}
