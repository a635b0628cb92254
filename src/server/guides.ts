import { type DiscussionGuide, guideOf, type GuideOptions, guideQuestions } from '../core/present/guide.ts';
export { guidePath } from '../core/present/guide.ts';
import type { Study } from '../core/study.ts';
import { saidInTheirs } from '../files/spokenLanguages.ts';
import { TimeSlicer } from './timeSlicer.ts';

/** Makes a guide in the language of the papers whose questions it has. Undefined where it was given up. */
export async function makeGuide(study: Study, options: GuideOptions): Promise<DiscussionGuide | undefined> {
  const gathered = await new TimeSlicer().run(guideQuestions(study, options));
  return gathered && saidInTheirs(gathered.lang, () => guideOf(gathered, study, options));
}
