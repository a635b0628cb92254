import assert from 'node:assert/strict';
import { readBiblatex } from '../../../src/core/bibliography/biblatex.ts';
import { authorLabel, describeWork, yearLabel, type Work } from '../../../src/core/bibliography/work.ts';

function one(text: string): Work {
  const { works, problems } = readBiblatex(text);
  assert.deepEqual(problems, []);
  assert.equal(works.length, 1);
  return works[0]!;
}

const keysOf = (text: string): readonly string[] => readBiblatex(text).works.map((work) => work.key);

/** The shape of Better BibTeX's “BibLaTeX” export, with a book of our own. */
const betterBibtex = `
@book{okaforReadingCircles1971,
  title = {Reading {{Circles}} in the {{Harbour District}}},
  author = {Okafor, Ada and family=Berg, given=Jan, prefix=van der, useprefix=true},
  date = {1971-05},
  publisher = {Bread \\& Roses},
  location = {{Lagos}},
  url = {https://example.org/a_b?c=1\\%20d},
  urldate = {2024-01-31},
  isbn = {978-0-00-000000-2},
  langid = {english},
  keywords = {circles,reading},
  file = {/home/ada/Zotero/storage/ABCD/Okafor - 1971.pdf}
}

@incollection{ngMethod1984,
  title = {On \\emph{{Method}}},
  booktitle = {A {{Handbook}}},
  author = {Ng, J. R.},
  editor = {M{\\"u}ller, Zo{\\"e}},
  year = {1984},
  month = mar,
  pages = {10--20}
}
`;

describe('BibLaTeX', () => {
  it('reads what Better BibTeX writes', () => {
    const { works, problems } = readBiblatex(betterBibtex);
    assert.deepEqual(problems, []);
    assert.deepEqual(works.map(describeWork), [
      'Okafor, Ada, and Jan van der Berg. 1971. Reading Circles in the Harbour District. Lagos: Bread & Roses.',
      'Ng, J. R. 1984. “On Method.” In A Handbook, edited by Zoë Müller.',
    ]);
    const data = works[0]!.data;
    assert.equal(data.URL, 'https://example.org/a_b?c=1%20d');
    assert.equal(data.language, 'en-US');
    assert.deepEqual(data.accessed, { 'date-parts': [[2024, 1, 31]] });
    assert.equal(works[1]!.data.title, 'On <i>Method</i>');
    assert.equal(works[1]!.data.page, '10-20');
  });

  it('stands where it says', () => {
    for (const work of readBiblatex(betterBibtex).works) {
      assert.equal(betterBibtex.slice(work.keyRange.start, work.keyRange.end), work.key);
      const entry = betterBibtex.slice(work.range.start, work.range.end);
      assert.match(entry, /^@\w+\{[^]*\n\}$/);
    }
  });

  it('reads every notation of a value', () => {
    const text =
      '@STRING{pub = "Harbour" # { Press}}\n@Preamble{"\\newcommand{\\x}{y}"}\n@comment{@book{no, title={No}}}\n' +
      '% @book{off, title={Off}}\n%% see @book{off2,\n  % title={Off}}\nwords outside % @book{off3, title={Off}}\nan address a@b.org\n' +
      '@Book ( key:1+a , TITLE = "A {"}quoted{"} one" , publisher = PUB # " Ltd", year = 1970, month = jan # "~5" )';
    const work = one(text);
    assert.equal(work.key, 'key:1+a');
    assert.equal(work.data.title, 'A "quoted" one');
    assert.equal(work.data.publisher, 'Harbour Press Ltd');
    assert.equal(work.range.end, text.length);
  });

  const accents: readonly (readonly [string, string])[] = [
    ["\\'{e} \\'e {\\'e} {\\'{e}} \\' e", 'é é é é é'],
    ['\\"{\\i} \\v{c} \\c c \\H{o} \\k{a} \\r a \\d{s} \\={o} \\u g \\.z', 'ï č ç ő ą å ṣ ō ğ ż'],
    ['\\ss{} \\O \\l{}a \\AE sop \\aa{} \\oe{}uvre', 'ß Øła Æsop å œuvre'],
    ["``a'' `b' a--b---c \\ldots{} \\textendash{} don't", '“a” ‘b’ a–b—c … – don’t'],
    ['{A {B} {{C}}} \\& \\% \\$ \\# \\_ \\{x\\}', 'A B C & % $ # _ {x}'],
    ['$\\alpha^2$ H$_2$O $n \\leq 3$', 'α<sup>2</sup> H<sub>2</sub>O n ≤3'],
    [
      '\\textbf{b} {\\em i} \\textsc{s} \\unknown{kept} \\noopsort{x}y',
      '<b>b</b> <i>i</i> <span style="font-variant:small-caps;">s</span> kept y',
    ],
    ['\\enquote{a \\enquote{b}} \\href{http://x}{text}', '“a ‘b’” text'],
  ];
  for (const [latex, text] of accents) {
    it(`turns ${latex} into ${text}`, () => {
      assert.equal(one(`@book{k, title = {${latex}}}`).data.title, text);
    });
  }

  const names: readonly (readonly [string, unknown])[] = [
    ['Ada Okafor', { family: 'Okafor', given: 'Ada' }],
    ['Okafor, Ada', { family: 'Okafor', given: 'Ada' }],
    ['Ludwig van der Berg', { family: 'Berg', given: 'Ludwig', 'dropping-particle': 'van der' }],
    ['von Berg, Jr., Ludwig', { family: 'Berg', given: 'Ludwig', 'dropping-particle': 'von', suffix: 'Jr.' }],
    ['{Council of the {North}}', { literal: 'Council of the North' }],
    ['{Barnes and Noble}', { literal: 'Barnes and Noble' }],
    ['{de Gaulle}, Charles', { family: 'de Gaulle', given: 'Charles' }],
    ['Lenin', { family: 'Lenin' }],
    ['毛 泽东', { family: '泽东', given: '毛' }],
    [
      'family=Gaulle, given={Charles A.}, prefix=de, useprefix=true',
      { family: 'Gaulle', given: 'Charles A.', 'non-dropping-particle': 'de' },
    ],
    [
      'family=Berg, given=L., prefix=van, useprefix=false',
      { family: 'Berg', given: 'L.', 'dropping-particle': 'van' },
    ],
  ];
  for (const [latex, name] of names) {
    it(`reads the name ${latex}`, () => {
      assert.deepEqual(one(`@book{k, author = {${latex}}}`).data.author, [name]);
    });
  }

  it('keeps particles where the entry says so', () => {
    const work = one('@book{k, author = {van Berg, L.}, options = {useprefix=true}}');
    assert.equal(authorLabel(work), 'van Berg');
  });

  const dates: readonly (readonly [string, string])[] = [
    ['date = {1970}', '1970'],
    ['date = {1970-05-31T10:00:00Z}', '1970'],
    ['date = {1883/1890}', '1883–1890'],
    ['date = {1867/}', '1867–'],
    ['date = {1867/..}', '1867–'],
    ['date = {../1900}', '–1900'],
    ['date = {1600~}', 'ca. 1600'],
    ['date = {189X}', 'ca. 1890'],
    ['date = {-0043}', '44 BC'],
    ['date = {2001-21}', '2001'],
    ['date = {y17000}', '17000'],
    ['date = {May 1970}', 'May 1970'],
    ['year = {1970}, month = 10', '1970'],
    ['year = 1914--18', '1914–1918'],
    ['year = {c. 1600}', 'ca. 1600'],
    ['year = {in press}', 'in press'],
    ['pubstate = {forthcoming}', 'forthcoming'],
    ['note = {undated}', 'n.d.'],
  ];
  for (const [field, label] of dates) {
    it(`shows ${field} as ${label}`, () => {
      const written = field.replace('1914--18', '{1914--18}');
      assert.equal(yearLabel(one(`@book{k, ${written}}`)), label);
    });
  }

  it('inherits through crossref and xdata, and ends circles', () => {
    const text =
      '@incollection{a, crossref = {b}, title = {Part}}\n@collection{b, title = {Whole}, crossref = {a}, xdata = {c}}\n' +
      '@xdata{c, publisher = {House}, xdata = {c}}';
    const [part, whole] = readBiblatex(text).works;
    assert.equal(part?.data['container-title'], 'Whole');
    assert.equal(part.data.publisher, 'House');
    assert.equal(whole?.data.title, 'Whole');
    assert.deepEqual(keysOf(text), ['a', 'b']);
  });
});

describe('titles and commands of LaTeX', () => {
  const titleOf = (fields: string): unknown => one(`@book{a, ${fields}}`).data.title;

  it('gives a main title the subtitle beside it, as Pandoc does, if it has none of its own', () => {
    assert.equal(titleOf('title={The Wick}, subtitle={A Study}, maintitle={Lamps}'), 'Lamps: A Study');
    assert.equal(
      titleOf('title={The Wick}, subtitle={A Study}, maintitle={Lamps}, mainsubtitle={A Series}'),
      'Lamps: A Series',
    );
  });

  it('loses no word of commands that it does not know', () => {
    assert.equal(titleOf(String.raw`title={The \foo{Lamp} of \textcolor{red}{Wick}}`), 'The Lamp of Wick');
    assert.equal(
      titleOf(String.raw`title={On \ConTeXt and \relax oil: $\frac{1}{2}$}`),
      String.raw`On \ConTeXt and oil: 1/2`,
    );
  });
});
