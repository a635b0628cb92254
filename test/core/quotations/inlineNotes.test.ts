/** Inline notes of a source, `^[…]`: they have no number, and are quoted by that of their paragraph. */
import { checkFixture } from '../../support/fixture.ts';

const source = `
      === sources/s.md
      ---
      id: s
      ---

      The lamp^[A *lamp* here is any light that burns oil, or 10^3^ of them.] stood in the window all night.

      The miller^[Of the upper mill.] lit it^[With a spill.] when the snow fell.[^1]

      - One item^[On items.] of it.

      [^1]: It fell for nine days.`;

describe('inline notes of a source', () => {
  it('are quoted by the number of their paragraph', () => {
    checkFixture(`${source}
      === papers/a.analysis.md
      A note has it that “a lamp here is any light that burns oil, or 10³ of them” [@s, ¶ 1], “Of the upper mill” and
      “With a spill” [@s, ¶ 2]; “On items” [@s, ¶ 3]; “It fell for nine days” [@s, n. 1].

      Not so: “A lamp here is any light that burns gas” [@s, ¶ 1], and “any light that burns oil” [@s, ¶ 2].
                                                   ^^^ quotation/altered: “oil”
                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^ quotation/elsewhere: stands at ¶ 1
    `);
  });

  it('are no words of their paragraph', () => {
    checkFixture(`${source}
      === papers/a.analysis.md
      It says that “The lamp stood in the window all night” [@s, ¶ 1].

      It says that “The lamp A lamp here is any light” [@s, ¶ 1].
                    ^^^^^^^^ quotation/altered: has no “The lamp”
    `);
  });
});
