/** A short source for fixtures: four paragraphs and a quotation in two sections, and one note. Its key is `tale`. */
export const tale = `=== sources/tale.md
---
id: tale
title: The Lamp
author: Nobody
---

A lamp stood in the window of the mill.

## (1) The Miller

The miller lit it every evening.

> He who has light shall share it.

### (i) Oil

Oil was dear that winter.[^1]

## (2) The Road

Nobody lost the road again.

[^1]: It cost two coins.
`;

/** A fixture with the sample source, followed by the given files or the text of one paper. */
export function withTale(files: string): string {
  return `${tale}\n${files.startsWith('===') ? files : `=== papers/a.analysis.md\n${files}`}`;
}
