/** New papers and their templates, the heading of a paper, the Paper view and the preview. */
export { formatterFiles } from './papers/formatterFiles.ts';
export type { NewFile } from './papers/newFile.ts';
export { paperFromNotes } from './papers/paper.ts';
export { linkEndings, paperOffer } from './papers/paperOffer.ts';
export { paperTemplates } from '../languages.ts';
export { type TemplateRow, templateRows } from './papers/paperTemplates.ts';
export { type PaperOrder, paperView } from './papers/paperView.ts';
export { type Preview, previewOf } from './papers/preview.ts';
export { proofRemarks } from './papers/proofRemarks.ts';
export { type NewPaper, scaffoldPaper, scaffoldStudyFolder } from './papers/scaffold.ts';
