import type { Message } from '../../core/messages.ts';
import type { Choice, Spellings } from '../blocks.ts';

/** A question that the rules have answered, and a person may answer differently. */
export interface Doubt {
  /** Does not depend on other decisions. */
  readonly id: string;
  /** Lines of the original, from 1. */
  readonly line: number;
  readonly endLine: number;
  /** The page of the original, where its reader says so. */
  readonly page?: string;
  readonly excerpt: string;
  readonly question: Message;
  readonly options: readonly Choice[];
  /** The words for which `joined` and `hyphened` stand, if these are its options. */
  readonly spellings?: Spellings;
  readonly chosen: Choice;
  readonly reason: Message;
}

/** A person's answer to a doubt. */
export interface Decision {
  readonly id: string;
  readonly choice: Choice;
}
