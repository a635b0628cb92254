import { type Analysis, decodePercents, type Study, studyQueries } from '../study.ts';
import { type Identifiers, readIdentifiers } from '../inlines.ts';
import { firstIndex } from '../text.ts';

/** The fragment of a link that has no target in its file. */
export interface MissingIdentifier {
  /** Pandoc's identifier of the heading that VS Code's preview or GitHub gives this name; undefined where there is none. */
  readonly meant: string | undefined;
  /** The identifiers of the file, in order and without repeats. */
  readonly ids: readonly string[];
}

/**
 * Fragments with a meaning in Pandoc or in every browser: notes, bibliography entries, the table of contents, lines of
 * code.
 */
const reservedIdentifier =
  /^(?:top|toc|toc-.*|refs|ref-.*|fn\d*|fnref\d*|footnotes|cb\d.*|title-block-header|:~:.*)$/i;

/**
 * Checks the fragment of a link to a file of the study folder. Returns undefined where it has a target, and where that
 * cannot be known: in a file that is no paper, source or glossary, and where Pandoc may read a similar heading differently.
 * @param analysis the file that contains the link
 * @param path the path of the file that it links to
 */
export function missingIdentifier(
  analysis: Analysis,
  path: string,
  fragment: string,
  study: Study,
): MissingIdentifier | undefined {
  if (path === analysis.file.path) return missingIn(analysis, fragment);
  // The answer is text, so that an unchanged answer is equal to the last one.
  const answer = studyQueries.ask(study, (whole) => {
    const missing = missingIn(fileAt(path, whole), fragment);
    return missing ? JSON.stringify(missing) : '';
  });
  return answer === '' ? undefined : (JSON.parse(answer) as MissingIdentifier);
}

function missingIn(analysis: Analysis | undefined, fragment: string): MissingIdentifier | undefined {
  if (!analysis || !('document' in analysis)) return undefined;
  const identifiers = readIdentifiers(analysis.document);
  const { ids, bySlug } = identifiers;
  const decoded = decodePercents(fragment);
  if (decoded === undefined || reservedIdentifier.test(decoded)) return undefined;
  if (ids.has(fragment) || ids.has(decoded) || mayBe(decoded, identifiers)) return undefined;
  return { meant: bySlug.get(decoded) ?? bySlug.get(decoded.toLowerCase()), ids: [...ids] };
}

/** Whether a heading that Pandoc may read differently could have this name: it shares at least half of the words. */
function mayBe(fragment: string, { uncertain }: Identifiers): boolean {
  const wanted = wordsOfIdentifier(fragment);
  return uncertain.some((id) => {
    const words = wordsOfIdentifier(id);
    const shared = [...wanted].filter((word) => words.has(word)).length;
    return 2 * shared >= Math.min(wanted.size, words.size);
  });
}

function wordsOfIdentifier(id: string): ReadonlySet<string> {
  return new Set(
    id
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ''),
  );
}

/** Returns the file at a path, with all of its text; undefined where there is none. */
function fileAt(path: string, study: Study): Analysis | undefined {
  const { files, linkedPapers } = study;
  const first = files[firstIndex(files, ({ file }) => file.path >= path)];
  const found = first?.file.path === path ? first : undefined;
  return linkedPapers && (!found || found.role === 'paper') ? linkedPapers.get(path) : found;
}
