/** New papers and their templates, the heading of a paper, the Paper view and the preview. */
export { formatterFiles } from './papers/formatterFiles.ts';
export { paperFromNotes } from './papers/paper.ts';
export { linkEndings, paperOffer } from './papers/paperOffer.ts';
export { paperTemplates, templateRows } from './papers/paperTemplates.ts';
export { paperView } from './papers/paperView.ts';
export { previewOf } from './papers/preview.ts';
export { type NewFile, newPaper, type NewPaper, newStudyFolder } from './papers/scaffold.ts';
