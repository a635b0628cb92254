import { runToEnd } from '../../src/core/memo.ts';
import {
  type DiscussionGuide,
  guideOf,
  type GuideOptions,
  guideQuestions,
} from '../../src/core/present/guide.ts';
import type { Study } from '../../src/core/study.ts';

/** Gathers questions and makes a guide of them, in the language that everything is said in. */
export function discussionGuide(study: Study, options: GuideOptions): DiscussionGuide {
  return guideOf(runToEnd(guideQuestions(study, options)), study, options);
}
