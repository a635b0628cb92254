import assert from 'node:assert/strict';
import { defaultConfiguration, readConfiguration } from '../../../src/core/study/configuration.ts';
import { checkFixture } from '../../support/fixture.ts';

describe('settings/invalid', () => {
  it('is silent where everything can be used', () => {
    checkFixture(`
=== pilcrow.json
// Comments and trailing commas are fine.
{
  "$schema": "./pilcrow.schema.json",
  "failOn": "hint",
  "checks": { "citation/no-locator": "off", "settings/invalid": "error", },
  "papers": ["**/*.analysis.md", "essays/**/*.{md,markdown}", "a[ab]/[!]]*.md", "(a|b)/*.md", "x\\\\[1\\\\]/*.md"],
  "sources": [],
  "noteKinds": { "story": { "label": "Story" }, "example": false },
}
`);
  });

  it('reads what the web pages show, and takes the private default for what it cannot use', () => {
    const read = (site: string) => readConfiguration(`{ "site": ${site} }`);
    const safe = { title: undefined, lang: undefined, authors: false, notes: false };
    assert.deepEqual(readConfiguration('{}').configuration.site, safe);
    assert.deepEqual(
      read('{ "title": " Our study ", "lang": "fr-CA", "authors": true, "notes": true }').configuration.site,
      { title: 'Our study', lang: 'fr-CA', authors: true, notes: true },
    );
    for (const site of [
      'true',
      '[]',
      '{ "authors": "yes" }',
      '{ "notes": 1 }',
      '{ "names": true }',
      '{ "lang": "<b>" }',
      '{ "title": "" }',
    ]) {
      const { configuration, problems } = read(site);
      assert.deepEqual([configuration.site, problems.length], [safe, 1], site);
    }
    // A half-written object means nothing yet.
    assert.deepEqual(readConfiguration('{ "site": { "authors": true').configuration.site, safe);
  });

  it('tells of a name that stands twice, at the one that does nothing', () => {
    checkFixture(`
=== pilcrow.json
{
  "failOn": "hint",
  ^^^^^^^^ settings/invalid: “failOn” stands here twice
  "checks": { "term/unused": "off", "term/unused": "hint" },
              ^^^^^^^^^^^^^ settings/invalid: “term/unused” stands here twice
  "failOn": "warning"
}
`);
    const { configuration } = readConfiguration('{ "failOn": "hint", "failOn": "error" }');
    assert.equal(configuration.failOn, 'error');
  });

  const bad: readonly (readonly [string, string])[] = [
    ['', 'An empty pattern'],
    ['/papers/*.md', 'is not within the study folder'],
    ['C:/papers/*.md', 'is not within the study folder'],
    ['~/papers/*.md', 'is not within the study folder'],
    ['../papers/*.md', 'leads out of the study folder'],
    ['papers/../../*.md', 'leads out of the study folder'],
    ['papers\\\\\\\\*.md', 'write “/”'],
    ['papers\\\\\\\\a.md', 'write “/”'],
    ['papers/', 'write “papers/**/*.md”'],
    ['!papers/*.md', 'into “exclude”'],
    ['papers/[*.md', 'opens a “[”'],
    ['papers/{a,b/*.md', 'opens a “{”'],
    ['papers/(a|b/*.md', 'opens a “(”'],
    ['papers/[z-a].md', 'is no file pattern'],
  ];
  for (const [glob, message] of bad)
    it(`a pattern that cannot be used: ${glob}`, () => {
      const written = glob.replaceAll('\\\\\\\\', '\\\\');
      const opening = '{ "papers": [';
      checkFixture(`
=== pilcrow.json
${opening}"${written}", "essays/*.md"] }
${' '.repeat(opening.length)}${'^'.repeat(written.length + 2)} settings/invalid: ${message}

=== essays/a.md
[@nobody]
 ^^^^^^^ citation/unknown-key
`);
    });

  it('stands where the value is, and names what could be meant', () => {
    checkFixture(`
=== pilcrow.json
{
  "failOn": "off",
            ^^^^^ settings/invalid: one of error, warning, information, hint.
  "colour": 1,
  ^^^^^^^^ settings/invalid: Known: checks, failOn, unmarkedWords, noteKinds, csl, site, papers
  "paper": [],
  ^^^^^^^ settings/invalid: Did you mean “papers”?
  "checks": {
    "quotation/alterd": "off",
    ^^^^^^^^^^^^^^^^^^ settings/invalid: Did you mean “quotation/altered”
    "citation/unknown-key": "warn"
                            ^^^^^^ settings/invalid: Did you mean “warning”?
  },
  "sources": "texts/*.md",
             ^^^^^^^^^^^^ settings/invalid: is a list of file patterns
  "noteKinds": { "story": { "symbol": "long" } }
                                      ^^^^^^ settings/invalid: one or two characters
}
`);
  });

  it('can be set to another level like any other', () => {
    checkFixture('=== pilcrow.json\n{ "checks": { "settings/invalid": "off" }, "colour": 1 }\n');
  });

  it('of a file that is no JSON uses what stands there whole', () => {
    const read = (text: string) => readConfiguration(text).configuration;
    const off = { 'citation/no-locator': 'off' };
    assert.deepEqual(read('{ "checks": { "citation/no-locator": "off" } "failOn": "error" }').checks, off);
    assert.deepEqual(
      read('{ "checks": { "citation/no-locator": "off", "citation/unknown-key": "o').checks,
      off,
    );
    assert.deepEqual(read('{ "failOn": "error", "papers": ["a/*.md", ').papers, defaultConfiguration.papers);
    assert.equal(read('{ "failOn": "error", "papers": ["a/*.md", ').failOn, 'error');
    assert.deepEqual(read('{ "papers": ["a/*.md"], }}').papers, ['a/*.md']);
    assert.equal(
      readConfiguration('{ "failOn": "error", "colour": 1 "papers": ["a/*.md"]').problems.length,
      1,
    );
  });
});
