/** Gathers open questions for a meeting. */
export {
  type DiscussionGuide,
  guideOf,
  type GuideOptions,
  guidePath,
  guideQuestions,
  questionsByHome,
} from './guide/discussionGuide.ts';
export { gatherQuestions, type OpenQuestion, type QuestionPlace } from './guide/gather.ts';
