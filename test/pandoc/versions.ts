import { installedPandoc, newestPandoc, type Pandoc } from './oracle.ts';

/** The Pandocs that a test asks: the one that Pilcrow follows, and an older one that many people have. */
export const askedPandocs: readonly {
  readonly name: string;
  readonly isNewest: boolean;
  /** Undefined where it is not installed. */
  readonly start: () => Promise<Pandoc | undefined>;
}[] = [
  { name: 'Pandoc 3.10', isNewest: true, start: newestPandoc },
  { name: 'the installed Pandoc', isNewest: false, start: () => Promise.resolve(installedPandoc()) },
];

/** Starts a Pandoc before the tests of a suite, and skips them where there is none. */
export function usePandoc({ name, start }: (typeof askedPandocs)[number]): () => Pandoc {
  let pandoc: Pandoc | undefined;
  before(async function () {
    pandoc = await start();
    if (pandoc) return;
    console.log(`      skipped: ${name} is not there`);
    this.skip();
  });
  return () => {
    if (!pandoc) throw new Error(`${name} was not started`);
    return pandoc;
  };
}

/** What Pandoc 2.17 reads otherwise than 3.10. docs/pandoc-differences.md has a row for each. */
const readOtherwiseByOlder: readonly RegExp[] = [
  /-@/, // The author is left out also in the text.
  /!\[/, // Brackets after a `!` that makes no image are a citation.
  /\][({[]/, // What looks like the start of a link, of attributes or of a label.
  /\^\[/, // Notes come before superscripts, and need something else than brackets after them.
  /\[\^[^\]]*[[^]/, // A label of a note holds no `^` and no bracket.
  /[‘’“”]|&/, // Only straight marks pair.
  /~~|\^\^/, // Superscripts and subscripts may be empty.
  /\\[A-Za-z]+@/, // A TeX command has no `@` in its name.
];

/** Whether both versions should read a document alike. */
export function isReadAlike(document: string): boolean {
  return !readOtherwiseByOlder.some((mark) => mark.test(document));
}
