import type { Pandoc } from './oracle.ts';

/** The locator labels of CSL 1.0.2. */
export const locatorLabels = (
  'act appendix article-locator book canon chapter column elocation equation figure folio issue line note opus page ' +
  'paragraph part rule scene section sub-verbo supplement table timestamp title-locator verse version volume'
).split(' ');

function styleOf(layout: string): string {
  return `<?xml version="1.0" encoding="utf-8"?>
<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0">
<info><title>probe</title><id>probe</id><updated>2020-01-01T00:00:00+00:00</updated></info>
<citation><layout delimiter="@@">${layout}</layout></citation></style>`;
}

const labelChoice = locatorLabels
  .map((label, index) => {
    const condition = index === 0 ? 'if' : 'else-if';
    return `<${condition} locator="${label}"><text value="${label}"/></${condition}>`;
  })
  .join('');

/** A style that prints nothing but the label of a locator and its value, `paragraph=12`, or `none`. */
const locatorStyle = styleOf(
  `<choose><if variable="locator"><group delimiter="="><choose>${labelChoice}<else><text value="other"/></else></choose>` +
    '<text variable="locator"/></group></if><else><text value="none"/></else></choose>',
);

/** A style that prints each term of a language: `{{page/short=p.@@pp.}}`. */
export const printedTermsStyle = styleOf(
  [...locatorLabels, 'number']
    .flatMap((label) =>
      ['long', 'short', 'symbol'].map((form) => {
        const term = (plural: boolean, around: string): string =>
          `<text ${around} term="${label}" form="${form}" plural="${String(plural)}"/>`;
        return `${term(false, `prefix="{{${label}/${form}="`)}${term(true, 'prefix="@@" suffix="}}"')}`;
      }),
    )
    .join(''),
);

/** What citeproc prints of each suffix: `label=value`, or `none` and the suffix. */
export async function probeLocators(
  pandoc: Pandoc,
  suffixes: readonly string[],
  lang: string,
): Promise<string[]> {
  const head = `---\nlang: ${lang}\nsuppress-bibliography: true\nreferences:\n- id: a\n  title: A\n---\n\n`;
  const body = suffixes.map((suffix) => `[@a${suffix}]\n\n`).join('');
  const printed = await pandoc.convert(head + body, { to: 'plain', style: locatorStyle });
  return printed.trim().split(/\n\n+/);
}
