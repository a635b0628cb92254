/** What is said of papers that go out. */
export const exporting = {
  'export.unknownKey': '{$citation} leads to no source or work: it is exported as written, and marked.',
  'export.unknownPlace': '{$citation} leads to no passage: it is exported without a link.',
  'export.linkLeftOut':
    'A link that is no address of the web, and leads to no file of the study folder, is left out; its words stay.',
  'export.imageLeftOut':
    'An image from outside of the study folder is left out; the words that describe it stay.',
  'export.rawLeftOut': 'HTML and TeX that is no text of the paper is left out.',
} as const;
