import { authorLabel, workFromCsl, yearLabel } from '../bibliography.ts';
import { memo } from '../memo.ts';
import {
  type Edition,
  readingOfEdition,
  recognise,
  type Recognition,
  type SourceText,
  structureOfEdition,
  withGists,
} from '../source.ts';
import type { Analysis, Source, SourceFile } from './studyTypes.ts';

/** A source with its text, compared with the editions. */
export const sourceOfFile = memo(
  'source of a file',
  (file: SourceFile, editions: readonly Edition[], builtIns: readonly Analysis[]): Source => {
    const { reading, recognition } = bestRecognition(file, editions);
    const text = recognition ? withGists(reading, recognition) : reading;
    // An edition of the group's own was frozen from this front matter, so a field removed since then must not come back.
    const known = recognition && isShipped(recognition.edition, builtIns) ? recognition.edition.csl : {};
    const csl = { ...known, ...file.source.frontMatter.data };
    const abstract = typeof csl['abstract'] === 'string' ? csl['abstract'] : undefined;
    return {
      ...text,
      ...labels(file.key, csl),
      key: file.key,
      csl,
      file,
      edition: recognition?.edition,
      recognition,
      abstract,
    };
  },
);

/** Whether an edition is one of those that ship with Pilcrow. */
export function isShipped(edition: Edition, builtIns: readonly Analysis[]): boolean {
  return builtIns.some((file) => file.role === 'edition' && file.edition === edition);
}

interface RecognisedReading {
  readonly reading: SourceText;
  readonly recognition: Recognition | undefined;
}

/**
 * Returns the recognition for the edition with the source's own key, whose numbers the source keeps; otherwise for the edition that
 * shares most passages.
 */
function bestRecognition(
  { key, source, document }: SourceFile,
  editions: readonly Edition[],
): RecognisedReading {
  const own = editions.find((edition) => edition.key === key);
  const reading = own ? readingOfEdition(document, source, own) : source;
  const byKey = own && recognise(reading, own);
  if (byKey) return { reading, recognition: byKey };
  const [recognition] = editions
    .flatMap((edition) => recognise(source, edition) ?? [])
    .sort((a, b) => b.matched - a.matched);
  return { reading: source, recognition };
}

/** An edition whose text is not there. */
export const sourceOfEdition = memo('source of an edition', (edition: Edition): Source => ({
  ...structureOfEdition(edition),
  ...labels(edition.key, edition.csl),
  key: edition.key,
  csl: edition.csl,
  file: undefined,
  edition,
  recognition: undefined,
  abstract: undefined,
}));

function labels(
  key: string,
  csl: Readonly<Record<string, unknown>>,
): { title: string; author: string; year: string } {
  const work = workFromCsl(key, csl);
  const given = csl['title'];
  const title = typeof given === 'string' && given.trim() !== '' ? given.trim() : key;
  const author = authorLabel(work);
  return {
    title,
    author: author === title || author === key ? '' : author,
    year: yearLabel(work),
  };
}
