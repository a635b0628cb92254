import { authorLabel, describeWork, yearLabel } from '../../core/bibliography.ts';
import type { CitationToFormat, StyledRun } from '../../core/styles.ts';
import type { FormatWorks } from '../manuscript.ts';

const locatorSigns: Readonly<Record<string, readonly [one: string, several: string]>> = {
  paragraph: ['¶', '¶¶'],
  note: ['n.', 'nn.'],
  page: ['p.', 'pp.'],
  section: ['sec.', 'secs.'],
};

/** Sets citations as the preview of an editor does: author, year, locator. */
export const authorDate: FormatWorks = (works, groups) => {
  const byId = new Map(works.map(({ id, data }) => [id, { key: id, data }]));
  const cite = ({ id, locator, mode }: CitationToFormat): string => {
    const work = byId.get(id);
    const [one, several] = locatorSigns[locator?.label ?? ''] ?? [locator?.label ?? '', locator?.label ?? ''];
    const place = locator
      ? `${/[-–,]/u.test(locator.value) ? several : one}\u00A0${locator.value.replaceAll('-', '–')}`
      : '';
    const author = mode === 'suppressAuthor' || mode === 'inText' ? '' : work ? authorLabel(work) : id;
    const year = work ? yearLabel(work) : '';
    return [[author, year === 'n.d.' ? '' : year].filter(Boolean).join(' '), place]
      .filter(Boolean)
      .join(', ');
  };
  const runsOf = (
    citation: CitationToFormat,
    at: number,
    first: CitationToFormat | undefined,
  ): StyledRun[] => [
    ...(at > 0 ? [{ text: '; ' }] : first?.mode === 'inText' ? [] : [{ text: '(' }]),
    ...(citation.prefix ?? []).map((run) => ({ ...run, text: `${run.text} ` })),
    { text: cite(citation), citation: at },
    ...(citation.suffix ?? []),
  ];
  return {
    groups: groups.map(({ citations }) => {
      const [first] = citations;
      const work = byId.get(first?.id ?? '');
      const author =
        first?.mode === 'inText' ? [{ text: work ? authorLabel(work) : first.id }, { text: ' (' }] : [];
      return {
        runs: [...author, ...citations.flatMap((each, at) => runsOf(each, at, first)), { text: ')' }],
      };
    }),
    entries: works
      .map(({ id, data }) => ({ id, runs: [{ text: describeWork({ key: id, data }) }] }))
      .sort((a, b) => ((a.runs[0]?.text ?? '') < (b.runs[0]?.text ?? '') ? -1 : 1)),
    missing: [],
    hangingIndent: true,
  };
};
