import type { Analysis, Study } from '../core/study.ts';
import type { StudyFolder } from '../workspace/studyFolder.ts';

/** A document in its study. */
export interface Located {
  readonly folder: StudyFolder;
  readonly study: Study;
  readonly analysis: Analysis;
}

/** A document as an editor holds it. */
export interface OpenDocument {
  readonly languageId: string;
  text: string;
  /** The study folder that it was given to. */
  folder: StudyFolder | undefined;
}
