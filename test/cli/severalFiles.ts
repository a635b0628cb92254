import { tale } from '../support/sample.ts';

/** Settings under which a term that nobody uses is a finding. */
const settings = `=== pilcrow.json
{ "checks": { "term/unused": "warning" } }
`;

/** A study folder with a file of every kind, each with something to find. */
export const several = `${tale}
${settings}
=== glossary.md
# Glossary

## lamp

What stands in the window [@tale, ¶ 1].

## oil

Dear [@tale, ¶ 5].

=== sources/works.bib
@book{one, title = {One}}
@book{two, title = {Two}}

=== papers/a.analysis.md
---
bibliography: refs.bib
---

The lamp [@tale, ¶ 9] and “A lamp stood in the window of the mall” [@tale, ¶ 1]. @three is elsewhere.

=== papers/b.analysis.md
---
references:
- id: three
  title: Three
---

A lamp [@one] and [@four].

=== refs.bib
@book{four, title = {Four}}
@book{five, title = {Five}}
`;
