import type { CheckEntry } from './entry.ts';

/** Checks of a file as a document, independent of its subject. */
export const documentChecks = {
  'document/conflict': {
    level: 'error',
    summary: 'Git could not merge two versions of a file, and left both in it.',
    explanation:
      'Between the marks <<<<<<<, ======= and >>>>>>> stand the lines of one side and of the other. Keep what is right and delete the marks. Until then nothing between them is checked, and no fix touches it.',
    wrong: '<<<<<<< HEAD … ======= … >>>>>>> branch',
    right: 'the lines that the group agreed on, without the marks',
  },
  'footnote/undefined': {
    level: 'error',
    summary: 'A note is referred to that is not defined.',
    explanation:
      'Pandoc prints [^label] as it stands where nothing begins with [^label]: and where it stands within another note. Labels are compared letter by letter, and a definition needs a blank line before it.',
    wrong: 'As they say.[^2]',
    right: 'As they say.[^2] … [^2]: In a letter.',
  },
  'footnote/unused': {
    level: 'hint',
    summary: 'A note is defined that nothing refers to.',
    explanation:
      'Pandoc leaves such a note out. Of two definitions with one label the last counts. Refer to the note, or remove it.',
    wrong: '[^2]: In a letter.   (and no [^2])',
    right: 'As they say.[^2] … [^2]: In a letter.',
  },
  'link/broken': {
    level: 'warning',
    summary: 'A link or an image leads to nothing in the study folder.',
    explanation:
      'Files are looked for beside the file that the link stands in, and capitals count. Headings go by the identifiers that Pandoc gives them, which are not always those of GitHub and VS Code’s preview: everything before the first letter is left out. Of papers, sources and glossaries headings and ids are looked for, of other files only that they are there; nothing is said of addresses of the web, absolute paths and what lies outside the study folder.',
    wrong: '[the third part](#3-the-mass-line)   (with the heading # 3. The mass line)',
    right: '[the third part](#the-mass-line)',
  },
} as const satisfies Record<string, CheckEntry>;
