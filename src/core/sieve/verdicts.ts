import { parseMarkdown } from '../markdown/document.ts';
import type { Citation } from '../markdown/citation.ts';
import { readCitations } from '../markdown/citations.ts';
import { kind, kindOf } from '../markdown/pandoc/shortcut/characters.ts';
import { mayGoOnInBrackets } from './lineStarts.ts';
import { resolveCitation } from '../resolve/citation.ts';
import { isPlainlyVerbatim } from '../resolve/verbatim.ts';
import type { Study } from '../index/study.ts';
import { detached } from '../text/detached.ts';

/** What is known of citations by their text alone: the same wherever they stand. */
export interface Verdict {
  /** Whether no check of citations reports anything of them. */
  readonly isClean: boolean;
  readonly citations: readonly Citation[];
}

/** More different citations than a group writes of its sources. */
const most = 20_000;
/** UTF-16 code units. */
const longest = 300;
const unclear: Verdict = { isClean: false, citations: [] };

/** What the checks say of the citations and quotations of papers in one language, each looked at once. */
export class Verdicts {
  private readonly known = new Map<string, Verdict>();

  /** @param lang of the front matter; it tells the words for locators */
  constructor(
    private readonly study: Study,
    private readonly lang: string | undefined,
  ) {}

  /**
   * The citations of `[@key, ¶ 4]`, brackets included, or of `@key` or `@key [¶ 4]`.
   * @returns unclear where what stands there might reach out of it
   */
  of(written: string): Verdict {
    const known = this.known.get(written);
    if (known) return known;
    const verdict = this.read(written);
    if (this.known.size >= most) this.known.clear();
    if (written.length <= longest) this.known.set(detached(written), verdict);
    return verdict;
  }

  private read(written: string): Verdict {
    if (written.length > longest || !isPlain(written)) return unclear;
    const text = detached(written);
    const citations = readCitations(parseMarkdown(text), this.lang === undefined ? {} : { lang: this.lang });
    const [first] = citations;
    const isWhole =
      first !== undefined && citations.every(({ group }) => group.start === 0 && group.end === text.length);
    if (!isWhole) return unclear;
    const isClean = citations.every((one) => resolveCitation(one, this.study).problems.length === 0);
    return { isClean, citations };
  }

  /** Whether words in quotation marks stand exactly where their one citation says. */
  isVerbatim(words: string, { citations }: Verdict): boolean {
    const [citation] = citations;
    if (!citation || citations.length > 1) return false;
    return isPlainlyVerbatim(words, citation, this.study);
  }
}

/** Whether it is all words and what citations are made of. */
function isPlain(written: string): boolean {
  const inside = written.startsWith('[') ? written.slice(1, -1) : written.replace(/ \[([^[\]]*)\]$/, ' $1');
  for (let at = 0; at < inside.length; at++) {
    const found = kindOf(inside.charCodeAt(at));
    const isPart = found === kind.plain || found === kind.at || found === kind.semicolon;
    const isWrapped =
      found === kind.lineFeed && inside.charAt(at - 1) !== ' ' && mayGoOnInBrackets(written, at + 2);
    if (!isPart && !isWrapped && inside.charAt(at) !== '_') return false;
  }
  return true;
}
