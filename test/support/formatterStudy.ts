/**
 * Files that the sample lacks, by path: a source, a glossary entry and a paper with every construct that a formatter
 * may misread, because it is Pandoc's Markdown, or because its blocks are numbered. The key is `lamps`.
 */
export const constructs: Readonly<Record<string, string>> = {
  'sources/lamps.md': `---
id: lamps
title: On Lamps
author: Nobody
lang: en
---

A lamp is lit for the others,
and whoever lights it reads last.

## (1) Lighting

#. Fill the lamp in daylight.
#. Trim the wick, 1) not too short.

* One list has rounds for its marks.
* It has two of them.

- The other list has dashes, and is a list of its own.
- It has two as well.

(@first) A numbered example counts on through the text.

(@) So does the next.

| The lamp goes out,
|    and somebody asks
| who read the last line.

> Who has light shall share it.

> Who has none shall ask.

Wick
:   What burns and is not consumed.

Oil
:   What is consumed.

## (2) Reading

::: {.remark #aside}
A remark stands in a box.

It has two paragraphs.
:::

| lamp  | hours |
|-------|------:|
| small |     3 |
| large |     7 |

: How long they burn.

\`\`\`
tick
\`\`\`

Oil was dear that winter.[^oil] It was 1830\\. Nobody complained.
2) This line begins with a number and is still the paragraph.

Some lines end here,   
and go on there.

<pre>
tick


tock   
</pre>

***

The end is short\\ and_snake_case stays.

[^oil]: It cost two coins.

    It cost three in spring.
`,
  'sources/works.yaml': `references:
  - id: doe
    type: book
    title: Lamps and Wicks
    author: [{ family: Doe, given: Jane }]
    issued: 2020
`,
  'papers/constructs.analysis.md': `---
title: "Constructs: everything that a paper may hold"
author: [Nobody]
date: 2026-11-28
lang: en
---

# Citations

A lamp is lit for the others [@lamps, ¶ 1]. See also [see @lamps, ¶¶ 2-3, 5, with care; @reading, ¶ 3]. As @lamps [¶ 1] says. Without its author [-@lamps, sec. 2]. In braces [@{lamps}, {¶ 9}] and
on two lines [@lamps,
¶ 4]. A note is [@lamps, n. 1]. A page is [@doe, p. 3]. A work *[@doe, p. 3]* and **[see @doe, p. 4-5]**. No locator: @reading. Wrong are [@lamps, ¶ 99], [@nobody, ¶ 1] and [@lamps, par. 2].
An underscore in a key would be [@no_such_key, ¶ 1]. Escaped is \\@lamps, and an address is nobody@example.org.

[@lamps, ¶ 4] begins a line. Right after it^[A note in the line says so [@lamps, ¶ 5].] comes this.[^1] And this[^long].

# Quotations

“Who has light shall share it” [@lamps, ¶ 8]. "Who has none shall ask" [@lamps, ¶ 9]. 'Who has none shall ask' [@lamps, ¶ 9]. «Who has light shall share it» [@lamps, ¶ 8]. “Who has light … share it” [@lamps, ¶ 8]; “[w]ho has light shall share it” [@lamps, ¶ 8]. Altered is “Who has light must share it” [@lamps, ¶ 8]. Elsewhere is “Who has none shall ask” [@lamps, ¶ 8]. *“Oil was dear that winter”* [@lamps, ¶ 17].

> Who has light shall share it.
>
> — [@lamps, ¶ 8]

> A lamp is lit for the others,
> and whoever lights it reads last. [@lamps, ¶ 1]

As @lamps [¶ 9] has it:

> Who has none shall ask.

# Blocks

#. The first point [@lamps, ¶ 1].
#. The second point [@lamps, ¶ 4].

* A list with rounds [@lamps, ¶ 1].

- Another with dashes [@lamps, ¶ 4].
    - Four spaces in [@lamps, ¶ 5].

        A paragraph of it [@lamps, ¶ 6].

(@good) An example [@lamps, ¶ 1].

As (@good) shows.

a) A letter [@lamps, ¶ 1].
b) Another [@lamps, ¶ 4].

[mass line]{.term}
:   A definition [@lamps, ¶ 1].

    Its second paragraph [@lamps, ¶ 4].

Another term
:   Another definition [@lamps, ¶ 5].
:   And a second [@lamps, ¶ 6].

::: {.remark}
In a box: “Who has none shall ask” [@lamps, ¶ 9].
:::

::::: warning
In another box [@lamps, ¶ 1].

::: inner
And one in it [@lamps, ¶ 4].
:::
:::::

| A line of verse [@lamps, ¶ 1],
|     and one set in [@lamps, ¶ 4].

| claim | where |
|:------|------:|
| light | [@lamps, ¶ 1] |
| “Who has none shall ask” | [@lamps, ¶ 9] |

: The caption of a table [@lamps, ¶ 15].

  Claim   Where
  ------- ---------------
  oil     [@lamps, ¶ 17]

<!-- pilcrow-ignore citation/no-such-paragraph: as printed -->
The silenced one [@lamps, ¶ 77].

\`\`\`markdown
[@lamps, ¶ 99] is code.
\`\`\`

Math $a_1 * b_2$ and H~2~O, x^2^, [small caps]{.smallcaps}, a [link](#blocks) and <https://example.org/@lamps>.

<pre>
light


  and oil   
</pre>

## A heading with attributes {#here .unnumbered}

Setext headings
---------------

A [wick](#here) is what a load-bearing paragraph needs. Two spaces end this line,  
and a fair restatement begins the next.

[^1]: The note [@lamps, ¶ 1].

[^long]: A long note [@lamps, ¶ 4].

    Its second paragraph: “Who has none shall ask” [@lamps, ¶ 9].
`,
};

/** Appended to the sample's glossary: every field, with and without a blank line after it. */
export const glossaryEntries = `
## lamplighter

Also: lighter, *kindler*
Not: street lighter
See also: preparer
Defined at: [@lamps, ¶ 1]
Used at: [@lamps, ¶¶ 1, 4]

Who lights the lamp and reads last.

1. At the table: who reads [@lamps, ¶ 1].
2. In the street: who goes round [@lamps, ¶ 4].

## tinder

Also: touchwood

What catches first [@lamps, ¶ 11].
`;
