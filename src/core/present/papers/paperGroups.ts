import { inWords } from '../../messages.ts';
import { row, type Row } from '../passages.ts';
import { appendTo } from '../../text.ts';

/** A row of the Paper view, with the source it is about. */
export interface Listed {
  readonly row: Row;
  /** Empty for a quotation without a citation. */
  readonly key: string;
  /** The title of the source. Empty if neither its text nor an edition is here. */
  readonly title: string;
}

/** A group for each key, in the order of first citations. Rows without a citation come last. */
export function groupedBySource(listed: readonly Listed[]): Row[] {
  const groups = new Map<string, Listed[]>();
  for (const item of listed) appendTo(groups, item.key, item);
  const cited = [...groups].filter(([key]) => key !== '');
  const uncited = groups.get('');
  return [...cited, ...(uncited ? [['', uncited] as const] : [])].map(([key, items]) => groupRow(key, items));
}

function groupRow(key: string, items: readonly Listed[]): Row {
  const title = items.find((item) => item.title !== '')?.title ?? '';
  const name = key === '' ? inWords('papers.uncited') : `@${key}`;
  const label = title === '' ? name : title;
  const problems = items.filter((item) => item.row.problem).length;
  const trouble = problems > 0 ? [inWords('count.problems', { count: problems })] : [];
  return row({
    id: `group:${key}`,
    label,
    description: [...(title === '' ? [] : [name]), String(items.length), ...trouble].join(' · '),
    accessibleLabel: [label, inWords('count.rows', { count: items.length }), ...trouble].join(', '),
    kind: 'group',
    icon: 'book',
    children: items.map((item) => item.row),
  });
}
