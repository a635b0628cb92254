import { checkFixture } from '../../support/fixture.ts';
import { withTale } from '../../support/sample.ts';

const turnedOn = `
=== pilcrow.json
{"checks": {"citation/undefined-reference": "warning"}}
`;

describe('cross-references', () => {
  it('are no citations, whether Quarto or pandoc-crossref numbers them', () => {
    checkFixture(
      withTale(`
As @fig-oil, [@tbl-wicks; @sec-start], @Eq-sum, [-@thm-1], @fig:oil, [@Tbl:x] and @lst-code show, it is so [@tale, ¶ 1].

## Start {#sec-start}
`),
    );
  });

  it('are reported where a paper lacks the label, if a group wants that', () => {
    checkFixture(
      withTale(`
As @fig-oil, [@Fig-oil], [@tbl-wicks; @sec-nowhere], @fig-plot, @eq-sum and @fig:mill show.
                                      ^^^^^^^^^^^^ citation/undefined-reference: @sec-nowhere: this paper defines no such label.
                                                                            ^^^^^^^^^ citation/undefined-reference: Did you mean @fig:mills or @fig-oil?

![Oil](https://example.org/oil.png){#fig-oil}

![Mills](https://example.org/mills.png){#fig:mills}

| a | b |
|---|---|
| 1 | 2 |

: Wicks {#tbl-wicks}

$$ a = b $$ {#eq-sum}

\`\`\`{r}
#| label: fig-plot
plot(x)
\`\`\`
`) + turnedOn,
    );
  });

  it('are slips in citations where a source or work is called nearly so', () => {
    checkFixture(
      withTale(`
See [@sec-2020] and @sol-leave.
     ^^^^^^^^^ citation/unknown-key: Did you mean @sec-2021?
`) +
        `
=== sources/works.bib
@book{sec-2021, title = {Of Oil}}
      ^^^^^^^^ bibliography/unused-entry
`,
    );
  });
});
