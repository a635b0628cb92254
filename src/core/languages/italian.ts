import type { WrittenLanguage } from './writtenLanguage.ts';

export const italian: WrittenLanguage = {
  tag: 'it',
  quotationMarks: { outer: ['«', '»'], inner: ['‘', '’'] },
  listHeadings: { works: 'Opere citate', passages: 'Passi citati' },
};
