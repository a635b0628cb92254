/** What is wrong with a citation style. */
export const citationStyles = {
  'styles.notAStyle': 'This is not a style of the Citation Style Language, or not well-formed XML.',
  'styles.missing': 'There is no style {$path} in the study folder.',
  'styles.dependent': 'This style only points to another one. Use that one: {$parent}',
  'styles.unsupported':
    'This style uses {$what}, which Pilcrow does not know. Pandoc may format citations with it, where it is installed.',
} as const;
