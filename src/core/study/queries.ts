import { Queries } from '../memo.ts';
import type { Study, StudyContext } from './studyTypes.ts';

/** Tracked queries of a study. A query by key depends on the value of this key only. */
export const studyQueries = new Queries<Study>(['sources', 'works', 'sourceFiles', 'paths']);

/** Tracked queries of what the findings of a paper depend on. */
export const contextQueries = new Queries<StudyContext>(['sources', 'works', 'sourceFiles']);
