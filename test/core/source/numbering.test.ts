import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../src/core/blocks/document.ts';
import { readSource } from '../../../src/core/source/readSource.ts';

const read = (text: string) => readSource(parseMarkdown(text));
const words = (text: string): string[] =>
  read(text).passages.map((passage) => `${passage.kind}: ${passage.words?.normalised ?? ''}`);

describe('numbering', () => {
  it('passes over a paragraph of white space that Markdown does not know', () => {
    for (const space of ['\u2028', '\u00A0', '\u3000\u2003'])
      assert.deepEqual(words(`One.\n\n${space}\n\nTwo.\n`), ['paragraph: One.', 'paragraph: Two.']);
  });

  it('passes over TeX of which Pandoc prints nothing', () => {
    const tex = ['\\newpage', '\\vspace*{2cm}\n\\clearpage', '\\begin{center}\nTwo\n\\end{center}'];
    for (const text of tex)
      assert.deepEqual(words(`One.\n\n${text}\n\nTwo.\n`), ['paragraph: One.', 'paragraph: Two.']);
    for (const text of ['\\newpage Two', 'A \\newpage', '\\\\newpage', '`\\newpage`'])
      assert.equal(words(`One.\n\n${text}\n`).length, 2, text);
  });

  it('counts paragraphs, quotations, lists, tables and code, and nothing else', () => {
    const text = `---
id: a
---

# Title

One.

## Part

> Two.

- three
- too

| four | 4 |
| ---- | - |
| x    | y |

---

<!-- p. 2 -->

![](a.png)

[![alone](a.png)](b.html)

\`\`\`
five
\`\`\`

Six[^n].

[^n]: A note.

[link]: https://example.org
`;
    assert.deepEqual(words(text), [
      'paragraph: One.',
      'blockquote: Two.',
      'list: three too',
      'table: four 4 x y',
      'code: five',
      'paragraph: Six.',
    ]);
  });

  it('counts an image with a caption, alone in its paragraph, and none without', () => {
    for (const after of [
      '',
      '{#fig}',
      '{#fig .wide width="50%"}',
      '{#fig\nwidth=50%}',
      String.raw`{alt="a \"b\" {c}"}`,
      ' ',
    ]) {
      assert.deepEqual(words(`One.\n\n![](a.png)${after}\n\nTwo.\n`), ['paragraph: One.', 'paragraph: Two.']);
      assert.deepEqual(words(`One.\n\n![A *lamp*](a.png)${after}\n\nTwo.\n`), [
        'paragraph: One.',
        'paragraph: A lamp',
        'paragraph: Two.',
      ]);
      assert.deepEqual(words(`One.\n\n![A\nlamp][a]${after}\n\n[a]: a.png "T" {#b}\n`), [
        'paragraph: One.',
        'paragraph: A lamp',
      ]);
    }
  });

  it('counts a table with its caption, whose attributes are no words', () => {
    for (const written of [
      'Table: Lamps. {#tbl:lamps}',
      'Table: Lamps.\n{#tbl:lamps}',
      ': Lamps. {.x w="[5,5]"}  ',
    ])
      assert.deepEqual(words(`| four |\n|---|\n| 4 |\n\n${written}\n`), ['table: four 4 Lamps.'], written);
    for (const written of [': {tbl-colwidths="[50,50]"}', 'Table: {#t}'])
      assert.deepEqual(words(`| four |\n|---|\n| 4 |\n\n${written}\n`), ['table: four 4'], written);
  });

  it('takes an image with other text for a part of its paragraph', () => {
    const beside = (image: string): readonly string[] => words(`${image}\n`);
    assert.deepEqual(beside('![lamp](a.png){.wide} and oil'), ['paragraph: and oil']);
    assert.deepEqual(beside('So ![lamp](a.png){width=50%} burns'), ['paragraph: So burns']);
    assert.deepEqual(beside('![lamp](a.png) {.wide}'), ['paragraph: {.wide}']);
    assert.deepEqual(beside('![lamp](a.png){.wide}{.high}'), ['paragraph: {.high}']);
    // Two images, or one with an escaped line end, are no figure, and show no words.
    assert.deepEqual(beside('![lamp](a.png)\n![oil](b.png)'), []);
    assert.deepEqual(beside('![lamp](a.png)\\'), []);
  });

  it('counts figures in quotations and lists as their words, and reads the notes of captions', () => {
    assert.deepEqual(words('> ![A lamp](a.png){#a\n> .b}\n'), ['blockquote: A lamp']);
    assert.deepEqual(words('- ![A lamp](a.png){#a}\n- oil\n'), ['list: A lamp oil']);
    const { passages, notes } = read('![A lamp[^1] and [oil](b.md)](a.png)\n\n[^1]: Not lit.\n');
    assert.deepEqual(
      passages.map(({ words: own, notes: marked }) => [own?.normalised, marked]),
      [['A lamp and oil', [1]]],
    );
    assert.equal(notes[0]?.anchor, 1);
  });

  it('counts no link definition, whatever Pandoc allows in it', () => {
    for (const definition of [
      '[lamp]: a.png {#fig}',
      '  [lamp]: <a b.png> "A title"\n  {#fig .x}',
      '[A *lamp*]: lamp one.png',
      '[a [b]]: a.png',
      '[one]: a.md\n[two]: b.md {.x}\n[three]: c.md',
    ])
      assert.deepEqual(
        words(`One.\n\n${definition}\n\nTwo.\n`),
        ['paragraph: One.', 'paragraph: Two.'],
        definition,
      );
    assert.deepEqual(words('[lamp]: a.png {#fig} and more\n'), ['paragraph: [lamp]: a.png {#fig} and more']);
    assert.deepEqual(words('[@lamp]: a b\n'), ['paragraph: [@lamp]: a b']);
  });

  it('counts no raw block', () => {
    assert.deepEqual(words('``` {=html}\n<hr>\n```\n\n```{=latex}\nx\n```\n\n``` html\nx\n```\n'), [
      'code: x',
    ]);
  });

  it('gives the attribution to its quotation, inside it or behind it', () => {
    assert.deepEqual(words('> Words.\n>\n> — Somebody\n\nNext.\n'), [
      'blockquote: Words.',
      'paragraph: Next.',
    ]);
    assert.deepEqual(words('> Words.\n> — Somebody\n\nNext.\n'), ['blockquote: Words.', 'paragraph: Next.']);
    assert.deepEqual(words('> Words.\n\n— Somebody, _Book_, p. 3\n\nNext.\n'), [
      'blockquote: Words.',
      'paragraph: Next.',
    ]);
    assert.deepEqual(words('> Words.\n>\n> -- Somebody\n'), ['blockquote: Words.']);
    assert.deepEqual(words('> Words\n> — nobody knew whose — came back.\n'), [
      'blockquote: Words - nobody knew whose - came back.',
    ]);
    assert.deepEqual(words('> Words.\n\n— Nothing.\n\n— And then?\n\n— Nothing.\n'), [
      'blockquote: Words.',
      'paragraph: - Nothing.',
      'paragraph: - And then?',
      'paragraph: - Nothing.',
    ]);
    assert.deepEqual(words('One.\n\n— A dash opens this paragraph.\n'), [
      'paragraph: One.',
      'paragraph: — A dash opens this paragraph.'.replace('—', '-'),
    ]);
  });

  it('takes note marks out of the words and numbers notes by label, or by their marks', () => {
    const numbered = read('A[^2] b[^1].\n\n[^1]: One.\n[^2]: Two.\n');
    assert.deepEqual(
      numbered.notes.map((note) => [note.number, note.words?.normalised, note.anchor]),
      [
        [1, 'One.', 1],
        [2, 'Two.', 1],
      ],
    );
    assert.equal(numbered.passages[0]?.words?.normalised, 'A b.');
    const named = read('A[^z].\n\nB[^a].\n\n[^a]: Second.\n[^z]: First.\n[^q]: Nowhere.\n');
    assert.deepEqual(
      named.notes.map((note) => [note.number, note.words?.normalised, note.anchor]),
      [
        [1, 'First.', 1],
        [2, 'Second.', 2],
        [3, 'Nowhere.', undefined],
      ],
    );
  });

  it('maps every character of the words to the file', () => {
    const text = 'A &amp; *b* \\* “c”\n> d `e` &#233;\n';
    const passage = read(`> ${text}`).passages[0];
    const plain = passage?.words?.plain;
    assert.equal(passage?.words?.normalised, 'A & b * "c" d e é');
    const file = `> ${text}`;
    const origin = [...(plain?.text ?? '')].map((_, index) =>
      file.slice(plain?.starts[index], plain?.ends[index]),
    );
    assert.deepEqual(
      origin.filter((piece) => piece.length > 1),
      ['&amp;', '\\*', '&#233;'],
    );
  });

  it('is the same for every kind of line end', () => {
    const text = 'One\ntwo.\n\n> Three\n> four.\n\n## (1) Five\n\nSix.\n';
    const prints = (source: string) => read(source).passages.map((passage) => passage.fingerprint);
    assert.deepEqual(prints(text.replace(/\n/g, '\r\n')), prints(text));
    assert.deepEqual(prints(text.replace(/\n/g, '\r')), prints(text));
  });

  it('marks pages', () => {
    assert.deepEqual(
      read('<!-- p. 11 -->\n\nOne <!-- page xii --> two.\n').pages.map((page) => page.label),
      ['11', 'xii'],
    );
  });
});

describe('verse', () => {
  it('is one passage, and its bars are no words', () => {
    assert.deepEqual(words('| First line\n| second line\n\nProse.\n'), [
      'verse: First line second line',
      'paragraph: Prose.',
    ]);
  });
});
