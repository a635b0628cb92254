import type { Message } from '../messages.ts';
import type { Range } from '../text.ts';

/** A setting in `pilcrow.json` that cannot be used. Its default is used instead. */
export interface ConfigurationProblem {
  readonly message: Message;
  readonly range: Range;
  /** An unknown name, with the known ones, so that the message can suggest the nearest. */
  readonly unknown?: { readonly name: string; readonly known: readonly string[] };
  /** Whether the file is not valid JSON, so that other settings may be missing. */
  readonly broken?: true;
}
