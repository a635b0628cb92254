import type { Source, Study } from '../../study.ts';
import { languageOf } from '../../blocks.ts';
import { countEach } from '../../text.ts';

/** How many papers are read to find the group's language, at most. */
const maxPapersRead = 30;

/**
 * The language that a group writes in: that of most of its papers, else that of its source. Undefined if neither
 * says.
 */
export function studyLanguage(study: Study): string | undefined {
  const papers = study.papers.slice(0, maxPapersRead).flatMap(({ document }) => languageOf(document) ?? []);
  return (
    mostFrequent(papers) ?? [...study.sources.values()].filter(({ file }) => file).map(sourceLanguage)[0]
  );
}

/** The language in the front matter of a source. */
function sourceLanguage({ csl }: Source): string | undefined {
  const { language, lang } = csl;
  return [language, lang].find((tag) => typeof tag === 'string' && /^[a-z]{2,3}(?:[-_]\w+)*$/iu.test(tag)) as
    string | undefined;
}

function mostFrequent(all: readonly string[]): string | undefined {
  const counts = countEach(all);
  const most = Math.max(0, ...counts.values());
  return [...counts].find(([, count]) => count === most)?.[0];
}
