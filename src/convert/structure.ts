/** Decides which blocks are paragraphs, headings, notes or furniture, and which questions to ask a person. */
export {
  decide,
  type Decision,
  type Doubt,
  doubtId,
  findStructure,
  hasText,
  type Outline,
  type OwnMarkdown,
  ownOutline,
  type PageStructure,
  textOutline,
} from './structure/findStructure.ts';
