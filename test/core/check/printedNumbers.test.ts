/** Findings in a source whose author numbered some of its paragraphs. */
import assert from 'node:assert/strict';
import { inWords, speakIn } from '../../../src/core/messages.ts';
import { french } from '../../../src/core/spoken/spokenFrench.ts';
import { checkFixture } from '../../support/fixture.ts';

const source = `
=== sources/lamps.md
---
id: lamps
numbering: printed
---

11\\. A lamp burns whatever oil it is given.

12\\. A mill grinds whatever grain it is given.

## Appendix

The theses were read aloud and nobody contradicted.

Nobody was asked to contradict, either.
`;

describe('paragraphs without a printed number', () => {
  afterEach(() => speakIn());

  it('are said to have none, in English and in French', () => {
    const findings = checkFixture(`${source}
=== papers/a.analysis.md
“The theses were read aloud” [@lamps, ¶ 11].
 ^^^^^^^^^^^^^^^^^^^^^^^^^^ quotation/elsewhere: ¶ 11: “The theses were read aloud” stands in a paragraph without a number of @lamps.

“A mill grinds whatever grain” [@lamps, ¶ 11].
 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ quotation/elsewhere: ¶ 11: “A mill grinds whatever grain” stands at ¶ 12 of @lamps.
`);
    speakIn(french);
    assert.deepEqual(
      findings.map(({ message }) => inWords(message).replaceAll('\u00A0', ' ')),
      [
        '¶ 11 : « The theses were read aloud » se trouve dans un paragraphe sans numéro de @lamps.',
        '¶ 11 : « A mill grinds whatever grain » se trouve au ¶ 12 de @lamps.',
      ],
    );
  });
});
