import assert from 'node:assert/strict';
import { type AlignmentLine, writeAlignment } from '../../../src/core/alignment.ts';
import { hoverAt } from '../../../src/core/present/hover.ts';
import { definitionAt, lensesOf, referencesAt } from '../../../src/core/present/structure.ts';
import type { Study } from '../../../src/core/study.ts';
import { fingerprint } from '../../../src/core/text.ts';
import { fixtureUri, parseFixture, studyOf } from '../../support/fixture.ts';

const english = ['We read together.', 'Nobody spoke.', 'The lamp was out.', 'So we began.'];
const french = [
  'Nous avons lu ensemble.',
  'Personne ne parla.',
  'La lampe était éteinte.',
  'Ainsi commença le cercle.',
];

function line(
  base: readonly number[],
  text: readonly number[],
  state: AlignmentLine['state'],
): AlignmentLine {
  const marks = (numbers: readonly number[], words: readonly string[]): [number, string][] =>
    numbers.map((number) => [number, fingerprint(words[number - 1] ?? '').slice(0, 16)]);
  return { base: marks(base, english), text: marks(text, french), state };
}

const groups = [
  line([1], [1], 'computed'),
  { ...line([2], [2], 'open'), perhaps: { base: [2], text: [2, 3] } },
  line([3], [], 'confirmed'),
  line([], [3], 'open'),
  line([4], [4], 'confirmed'),
];

function source(key: string, title: string, language: string, paragraphs: readonly string[]): string {
  const more = key === 'soirees' ? '\ntranslation-of: evenings' : '';
  return `=== sources/${key}.md\n---\nid: ${key}\ntitle: ${title}\nlanguage: ${language}${more}\n---\n\n${paragraphs.join('\n\n')}\n\n`;
}

/** A study with a text, its translation, what is known of both, and a paper in a language. */
function study(lang: string, words: string): Study {
  const alignment = writeAlignment({ base: 'evenings', text: 'soirees', groups, notes: [] });
  return studyOf(
    parseFixture(
      `${source('evenings', 'Evenings', 'en', english)}${source('soirees', 'Soirées', 'fr', french)}=== alignments/evenings.soirees.json
${alignment}
=== papers/a.analysis.md
---
lang: ${lang}
---

${words}

=== papers/b.analysis.md
In French [@soirees, ¶ 1].
`,
    ),
  );
}

/** The hover of the citation in a paper. */
function hoverOf(lang: string, words: string): string {
  const made = study(lang, words);
  const paper = made.byUri.get(fixtureUri('papers/a.analysis.md'));
  assert.ok(paper?.role === 'paper');
  return hoverAt(paper, paper.text.indexOf('@') + 2, made)?.markdown ?? '';
}

describe('a cited passage, in the language of the paper first', () => {
  it('shows the translation above where the paper is in its language', () => {
    const markdown = hoverOf('fr', '[@evenings, § 1]');
    assert.ok(markdown.indexOf('Nous avons lu') < markdown.indexOf('We read together'), markdown);
    assert.ok(markdown.includes('Nous avons lu'));
  });

  it('shows it below in a paper of the language of the base', () => {
    const markdown = hoverOf('en', '[@evenings, ¶ 4]');
    assert.ok(markdown.indexOf('So we began') < markdown.indexOf('Ainsi commença'), markdown);
    assert.ok(markdown.includes('So we began'));
  });

  it('shows no words where nobody is certain, and names the candidates', () => {
    const markdown = hoverOf('fr', '[@evenings, § 2]');
    assert.match(markdown, /not certain: ¶ 2 or ¶ 3/);
    assert.doesNotMatch(markdown, /Personne|La lampe/);
  });

  it('says what was left out', () => {
    assert.match(hoverOf('fr', '[@evenings, § 3]'), /left out/);
  });

  it('shows nothing certain of passages of which one is not', () => {
    assert.doesNotMatch(hoverOf('fr', '[@evenings, §§ 1-2]'), /Nous avons lu/);
  });
});

describe('a passage in all its texts', () => {
  it('is defined in each, and has the citations of each', () => {
    const made = study('fr', 'Here [@evenings, § 1].');
    const paper = made.byUri.get(fixtureUri('papers/a.analysis.md'));
    assert.ok(paper?.role === 'paper');
    const at = paper.text.indexOf('§');
    const targets = definitionAt(paper, at, made)?.targets ?? [];
    assert.deepEqual(
      targets.map((target) => 'analysis' in target && target.analysis.file.path),
      ['sources/evenings.md', 'sources/soirees.md'],
    );
    assert.deepEqual(
      referencesAt(paper, at, made, false).map(({ analysis }) => analysis.file.path),
      ['papers/a.analysis.md', 'papers/b.analysis.md'],
    );
  });

  it('counts them above each', () => {
    const made = study('fr', 'Here [@evenings, § 1], [@evenings, § 2].');
    const titles = (path: string): string[] => {
      const file = made.byUri.get(fixtureUri(path));
      return file ? lensesOf(file, made).map(({ title }) => title) : [];
    };
    assert.deepEqual(titles('sources/soirees.md'), ['Cited 2 times in 2 papers']);
    assert.equal(titles('sources/evenings.md').length, 2);
  });

  it('has its own alone where the other is not certain', () => {
    const made = study('fr', 'Here [@evenings, § 2].');
    const paper = made.byUri.get(fixtureUri('papers/a.analysis.md'));
    assert.ok(paper?.role === 'paper');
    assert.equal(definitionAt(paper, paper.text.indexOf('§'), made)?.targets.length, 1);
  });
});
