/** HTML (and DocBook) elements that end a paragraph in Pandoc. */
const blockTags = new Set(
  `address article aside blockquote body canvas caption center col colgroup dd details dir div dl dt fieldset
  figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html isindex main menu meta noframes nav ol
  output p pre section summary table tbody textarea thead tfoot ul frameset li td th tr script style calloutlist
  bibliolist glosslist itemizedlist orderedlist segmentedlist simplelist variablelist caution important note tip
  warning literallayout programlisting programlistingco screen screenco screenshot synopsis example informalexample
  informalfigure informaltable para simpara formalpara equation informalequation mediaobject qandaset procedure task
  cmdsynopsis funcsynopsis classsynopsis epigraph msgset sidebar title case switch default`.split(/\s+/),
);
const verbatimTags = new Set(['pre', 'style', 'script', 'textarea']);

/** Whether an element ends a paragraph in Pandoc. */
export function isBlockTag(name: string): boolean {
  return blockTags.has(name);
}

/** Whether the content of an element is not Markdown. */
export function isVerbatimTag(name: string): boolean {
  return verbatimTags.has(name);
}
