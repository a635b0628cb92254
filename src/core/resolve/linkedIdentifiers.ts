import { type Analysis, ask, decode, type Study } from '../study.ts';
import { type Identifiers, readIdentifiers } from '../inlines.ts';

/** A fragment of a link that leads to nothing in its file. */
export interface MissingIdentifier {
  /** Pandoc's identifier of the heading that VS Code's preview or GitHub call so. */
  readonly meant: string | undefined;
  /** The identifiers that the file has, in order, each once. */
  readonly ids: readonly string[];
}

/** What Pandoc itself, or every browser, gives a meaning: notes, bibliography entries, the table of contents, lines of code. */
const made = /^(?:top|toc|toc-.*|refs|ref-.*|fn\d*|fnref\d*|footnotes|cb\d.*|title-block-header|:~:.*)$/i;

/**
 * What is wrong with a fragment of a link to a file of the study folder; undefined where it leads to something, and where
 * nobody knows: of files that are neither papers nor sources nor glossaries, and near headings that may be read otherwise.
 * @param analysis the file that the link stands in
 * @param path that of the file that it leads to
 */
export function missingIdentifier(
  analysis: Analysis,
  path: string,
  fragment: string,
  study: Study,
): MissingIdentifier | undefined {
  if (path === analysis.file.path) return missingIn(analysis, fragment);
  // As text, so that the answer is the same as long as it says the same.
  const answer = ask(study, (whole) => {
    const missing = missingIn(fileAt(path, whole), fragment);
    return missing ? JSON.stringify(missing) : '';
  });
  return answer === '' ? undefined : (JSON.parse(answer) as MissingIdentifier);
}

function missingIn(analysis: Analysis | undefined, fragment: string): MissingIdentifier | undefined {
  if (!analysis || !('document' in analysis)) return undefined;
  const identifiers = readIdentifiers(analysis.document);
  const { ids, bySlug } = identifiers;
  const decoded = decode(fragment);
  if (decoded === undefined || made.test(decoded)) return undefined;
  if (ids.has(fragment) || ids.has(decoded) || mayBe(decoded, identifiers)) return undefined;
  return { meant: bySlug.get(decoded) ?? bySlug.get(decoded.toLowerCase()), ids: [...ids] };
}

/** Whether a heading that is not surely read as Pandoc reads it may be called so: what has most of its words. */
function mayBe(fragment: string, { uncertain }: Identifiers): boolean {
  const wanted = wordsOf(fragment);
  return uncertain.some((id) => {
    const words = wordsOf(id);
    const shared = [...wanted].filter((word) => words.has(word)).length;
    return 2 * shared >= Math.min(wanted.size, words.size);
  });
}

function wordsOf(id: string): ReadonlySet<string> {
  return new Set(
    id
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ''),
  );
}

/** A file by its path, with all of its text. */
function fileAt(path: string, study: Study): Analysis | undefined {
  const { files, linkedPapers } = study;
  let [low, high] = [0, files.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((files[middle]?.file.path ?? '') < path) low = middle + 1;
    else high = middle;
  }
  const found = files[low]?.file.path === path ? files[low] : undefined;
  return linkedPapers && (!found || found.role === 'paper') ? linkedPapers.get(path) : found;
}
