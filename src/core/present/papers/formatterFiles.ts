import type { NewFile } from './newFile.ts';

/**
 * Settings files that keep formatters away from sources, where one merged list would renumber every paragraph after
 * it, and make formatters safe for papers. One tells git how to merge the notes of two people. See
 * docs/formatters.md.
 */
export const formatterFiles: readonly NewFile[] = [
  {
    path: '.prettierignore',
    text: `# Formatters keep away from the texts we cite: a list that is merged renumbers every paragraph after it.
sources/
editions/
notes/
`,
  },
  {
    path: '.prettierrc.yaml',
    text: `# Lines stay as they are: joined, the lists (#.), definitions and boxes (:::) of papers are no longer what they were.
proseWrap: preserve
`,
  },
  {
    path: '.markdownlint-cli2.jsonc',
    text: `{
  // Fixes keep away from the texts we cite: a list that is merged renumbers every paragraph after it.
  "ignores": ["sources/**", "editions/**", "notes/**"],
  // Papers are Pandoc's Markdown. Of the rules only those are on whose fixes change nothing that Pandoc reads:
  // no empty links, and a line end at the end.
  "config": {
    "default": false,
    "MD042": true,
    "MD047": true
  }
}
`,
  },
  {
    path: '.editorconfig',
    text: `root = true

[*]
charset = utf-8
insert_final_newline = true

[*.md]
# Two spaces at the end of a line are a line break.
trim_trailing_whitespace = false
max_line_length = off

[{sources,editions,notes}/**]
# The texts we cite stay as they are.
insert_final_newline = unset
`,
  },
  {
    path: '.gitattributes',
    text: `# Notes of two people come together note by note. Git asks each of us to allow that once, in this folder:
#   git config merge.pilcrow.driver "pilcrow notes merge %O %A %B"
notes/**/*.jsonld merge=pilcrow
`,
  },
];
