import { checkFixture } from '../../support/fixture.ts';
import { withTale } from '../../support/sample.ts';

describe('what Pandoc 2.17 prints otherwise', () => {
  it('is hinted at, with what both read alike', () => {
    checkFixture(
      withTale(`
As -@tale says, and -@tale [¶ 1], too.
   ^^^^^^ citation/older-pandoc: prints a hyphen and the author
    ^^^^^ citation/no-locator: which passage?
                    ^^^^^^^^^^^^ citation/older-pandoc: in brackets 2.17 and 3.10 both

Look![@tale, ¶ 1] It is so [@tale, ¶ 1][^n], and so [@tale, ¶ 1](as they say,
    ^^^^^^^^^^^^^ citation/older-pandoc: drops the “!”
                           ^^^^^^^^^^^^ citation/older-pandoc: with “[” right behind it
                                                    ^^^^^^^^^^^^ citation/older-pandoc: with “(” right behind it

[^n]: A note.
`),
    );
  });

  it('is hinted at for terms that it does not know', () => {
    checkFixture(
      withTale(`
---
lang: en-GB
---

So [@tale, sect. 1], [@tale, section 1] and [@tale, ¶ 1].
           ^^^^^^^ citation/older-pandoc: “sect.”
`),
    );
  });

  it('is nothing where both read alike', () => {
    checkFixture(
      withTale(`
As [-@tale, ¶ 1] says! [@tale, ¶ 1] and \\![@tale, ¶ 1]. (So [@tale, ¶ 1]) [@tale, ¶ 1] [see below](https://x.org).
`),
    );
  });
});
