import type {
  ElementAttributes,
  ExportSurroundings,
  Manuscript,
  ManuscriptBlock,
  ManuscriptInline,
} from '../../src/publish/manuscript.ts';

const noRange = { start: 0, end: 0 };

function words(text: string): ManuscriptInline {
  return { kind: 'text', text };
}

export function prose(...children: (string | ManuscriptInline)[]): ManuscriptBlock {
  return {
    kind: 'paragraph',
    children: children.map((child) => (typeof child === 'string' ? words(child) : child)),
  };
}

export function attributes(id = '', ...classes: string[]): ElementAttributes {
  return { id, classes, values: [] };
}

export function heading(level: number, text: string, id = ''): ManuscriptBlock {
  return { kind: 'heading', level, attributes: attributes(id), children: [words(text)] };
}

/** A manuscript with nothing in it but what is given. */
export function manuscriptOf(given: Partial<Manuscript>): Manuscript {
  return {
    title: [],
    subtitle: [],
    authors: [],
    date: '',
    lang: 'en',
    abstract: [],
    blocks: [],
    footnotes: [],
    citations: [],
    works: [],
    bibliography: [],
    hangingIndent: true,
    passages: [],
    remarks: [],
    problems: [],
    ...given,
  };
}

const numbering = { digits: 'decimal', delimiter: 'period' } as const;

/** A picture of one pixel. */
const dot = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);

export const surroundings: ExportSurroundings = {
  images: new Map([
    ['images/lamp.png', { bytes: dot, type: 'image/png', size: { width: 200, height: 100 } }],
  ]),
  areFieldsLive: false,
  addressOf: (path) => path,
};

export const liveSurroundings: ExportSurroundings = { ...surroundings, areFieldsLive: true };

const image = {
  kind: 'image',
  path: 'images/lamp.png',
  alt: 'A lamp',
  caption: [{ kind: 'text', text: 'A lamp' }],
  title: '',
  width: '50%',
  height: '',
} as const;

/** A paper on lamps with everything in it that a paper may have. */
export const lampPaper: Manuscript = manuscriptOf({
  title: [words('Lamps & '), { kind: 'emphasis', children: [words('Mills')] }],
  subtitle: [words('A Reading')],
  authors: ['Ann Quill', 'Bo Reed'],
  date: '2026-03-01',
  lang: 'en-GB',
  abstract: [prose('What a lamp costs.')],
  blocks: [
    heading(1, 'The lamp', 'the-lamp'),
    prose(
      'Oil is “dear ',
      { kind: 'remarkStart', remark: 0 },
      'and scarce”',
      { kind: 'remarkEnd', remark: 0 },
      ' ',
      { kind: 'cite', citation: 0 },
      '.',
      { kind: 'footnote', footnote: 0 },
    ),
    prose(
      { kind: 'strong', children: [words('Bold '), { kind: 'emphasis', children: [words('both')] }] },
      ' ',
      { kind: 'code', text: 'a < b' },
      ' H',
      { kind: 'subscript', children: [words('2')] },
      'O ',
      { kind: 'link', target: 'https://example.org/a b?x=1&y=2', title: '', children: [words('a link')] },
      ' and ',
      { kind: 'link', target: '#the-lamp', title: '', children: [words('above')] },
      ' ',
      { kind: 'math', tex: '\\frac{a}{b}', isDisplay: false },
    ),
    { kind: 'quote', children: [prose('Set apart.'), prose('In two paragraphs.')] },
    {
      kind: 'list',
      start: 1,
      numbering,
      isTight: false,
      items: [
        { isChecked: undefined, children: [prose('One.'), prose('Further.')] },
        {
          isChecked: undefined,
          children: [
            prose('Two.'),
            {
              kind: 'list',
              start: undefined,
              numbering,
              isTight: true,
              items: [
                { isChecked: undefined, children: [prose('dot')] },
                { isChecked: true, children: [prose('ticked')] },
              ],
            },
          ],
        },
        { isChecked: undefined, children: [prose('Three.')] },
      ],
    },
    prose('Between.'),
    {
      kind: 'list',
      start: 4,
      numbering: { digits: 'lowerAlpha', delimiter: 'parentheses' },
      isTight: true,
      items: [
        { isChecked: undefined, children: [prose('fourth')] },
        { isChecked: undefined, children: [prose('fifth')] },
      ],
    },
    {
      kind: 'definitions',
      entries: [{ term: [words('Lamp')], definitions: [[prose('What burns oil.')], [prose('A light.')]] }],
    },
    { kind: 'code', attributes: attributes('', 'js'), text: 'let a = 1;\n  b();' },
    { kind: 'verse', lines: [[words('Light of oil')], [words('and wick')]] },
    {
      kind: 'table',
      caption: [words('Prices')],
      alignments: [undefined, 'right'],
      head: [[[prose('Thing')], [prose('Price')]]],
      rows: [
        [[prose('Oil')], [prose('3')]],
        [[prose('Wick')], []],
      ],
    },
    { kind: 'figure', image, caption: [words('The lamp of the mill')] },
    { kind: 'rule' },
    prose('As ', { kind: 'cite', citation: 1 }, ' says, and ', { kind: 'cite', citation: 2 }, '.'),
    heading(1, 'Works cited', 'works'),
    { kind: 'works' },
    heading(1, 'Passages cited', 'passages'),
    { kind: 'passages' },
  ],
  footnotes: [{ children: [prose('A note with ', { kind: 'cite', citation: 3 }, '.'), prose('Second.')] }],
  citations: [
    {
      range: noRange,
      written: '[see @quill, ¶ 12, my emphasis]',
      isResolved: true,
      text: [{ text: '(see ' }, { text: 'Quill 1970, ¶\u00A012', citation: 0 }, { text: ', my emphasis)' }],
      items: [
        {
          key: 'quill',
          mode: 'normal',
          prefix: [{ text: 'see' }],
          suffix: [{ text: ', my emphasis' }],
          locator: { label: 'paragraph', value: '12' },
          target: undefined,
          entry: 'passage-quill-12',
        },
      ],
      footnote: undefined,
      id: 'cite-1',
    },
    {
      range: noRange,
      written: '@reed [p. 3]',
      isResolved: true,
      text: [{ text: 'Reed (1980, 3)', citation: 0 }],
      items: [
        {
          key: 'reed',
          mode: 'authorInText',
          prefix: [],
          suffix: [],
          locator: { label: 'page', value: '3' },
          target: undefined,
          entry: undefined,
        },
      ],
      footnote: undefined,
      id: 'cite-2',
    },
    {
      range: noRange,
      written: '[@nobody]',
      isResolved: false,
      text: [{ text: '[@nobody]' }],
      items: [],
      footnote: undefined,
      id: 'cite-3',
    },
    {
      range: noRange,
      written: '[@quill, ¶ 3; @reed]',
      isResolved: true,
      text: [
        { text: '(' },
        { text: 'Quill 1970, ¶\u00A03', citation: 0 },
        { text: '; ' },
        { text: 'Reed 1980', citation: 1 },
        { text: ')' },
      ],
      items: [
        {
          key: 'quill',
          mode: 'normal',
          prefix: [],
          suffix: [],
          locator: { label: 'paragraph', value: '3' },
          target: undefined,
          entry: 'passage-quill-3',
        },
        {
          key: 'reed',
          mode: 'normal',
          prefix: [],
          suffix: [],
          locator: undefined,
          target: undefined,
          entry: undefined,
        },
      ],
      footnote: 0,
      id: 'cite-4',
    },
  ],
  works: [
    {
      id: 'quill',
      markup: 'markdown',
      data: {
        type: 'book',
        title: 'On *Oil* & Light',
        author: [{ family: 'Quill', given: 'Ann' }],
        issued: { 'date-parts': [[1970]] },
      },
    },
    {
      id: 'reed',
      markup: 'html',
      data: {
        type: 'book',
        title: 'Mills',
        author: [{ family: 'Reed', given: 'Bo' }],
        issued: { 'date-parts': [[1980]] },
      },
    },
  ],
  bibliography: [
    {
      key: 'quill',
      id: 'ref-quill',
      text: [{ text: 'Quill, Ann. 1970. ' }, { text: 'On Oil & Light', italic: true }, { text: '.' }],
    },
    {
      key: 'reed',
      id: 'ref-reed',
      text: [{ text: 'Reed, Bo. 1980. ' }, { text: 'Mills', italic: true }, { text: '.' }],
    },
  ],
  passages: [
    {
      key: 'quill',
      id: 'passages-quill',
      title: 'On Oil & Light',
      author: 'Ann Quill',
      share: 'gist',
      entries: [
        {
          id: 'passage-quill-3',
          place: 'p3',
          label: '¶\u00A03',
          sections: ['I. Oil'],
          shown: 'Oil burns.',
          kind: 'gist',
          citedBy: [3],
        },
        {
          id: 'passage-quill-12',
          place: 'p12',
          label: '¶\u00A012',
          sections: ['I. Oil'],
          shown: '',
          kind: 'none',
          citedBy: [0],
        },
      ],
    },
  ],
  remarks: [{ author: '', text: 'verbatim: ¶ 12\n\nA second paragraph.' }],
});
