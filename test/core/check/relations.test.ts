import { checkFixture } from '../../support/fixture.ts';

describe('source/relation', () => {
  it('says nothing of chains that end at a text', () => {
    checkFixture(`
      === sources/reading.md
      ---
      id: reading
      language: en
      ---
      One.

      === sources/reading-fr.md
      ---
      id: reading-fr
      language: fr
      translation-of: reading
      ---
      Un.

      === sources/reading-fr-2.md
      ---
      id: reading-fr-2
      printing-of: reading-fr
      ---
      Un.

      === sources/essay-2.md
      ---
      id: essay-2
      printing-of: essay
      ---
      Two.

      === sources/works.bib
      @book{essay, title = {Essay}}
            ^^^^^ bibliography/unused-entry
    `);
  });

  it('finds a key that nothing has, also at the end of a chain', () => {
    checkFixture(`
      === sources/reading.md
      ---
      id: reading
      ---
      One.

      === sources/second.md
      ---
      id: second
      printing-of: raeding
                   ^^^^^^^ source/relation: “printing-of” leads to “raeding”: no source or work has this key. Did you mean @reading?
      ---
      One.

      === sources/third.md
      ---
      id: third
      printing-of: second
                   ^^^^^^ source/relation: “printing-of” leads to “raeding”
      ---
      One.
    `);
  });

  it('finds circles, from within and from without', () => {
    checkFixture(`
      === sources/a.md
      ---
      id: a
      printing-of: b
                   ^ source/relation: leads in a circle: @a → @b → @a.
      ---
      One.

      === sources/b.md
      ---
      id: b
      printing-of: a
                   ^ source/relation: leads in a circle: @b → @a → @b.
      ---
      One.

      === sources/c.md
      ---
      id: c
      printing-of: a
                   ^ source/relation: leads in a circle: @c → @a → @b → @a.
      ---
      One.

      === sources/d.md
      ---
      id: d
      printing-of: d
                   ^ source/relation: leads in a circle: @d → @d.
      ---
      One.
    `);
  });

  it('finds a translation without a language, both fields at once, and what is no key', () => {
    checkFixture(`
      === sources/reading.md
      ---
      id: reading
      ---
      One.

      === sources/fr.md
      ---
      id: fr
      translation-of: reading
                      ^^^^^^^ source/relation: A translation needs its language
      ---
      Un.

      === sources/both.md
      ---
      id: both
      language: de
      translation-of: reading
      printing-of: fr
                   ^^ source/relation: exclude each other
      ---
      Eins.

      === sources/list.md
      ---
      id: list
      printing-of: [reading]
                   ^^^^^^^^^ source/relation: “printing-of” takes the key of a source or work.
      ---
      One.
    `);
  });
});
