/** Gathers open questions for a meeting. */
export { discussionGuide, guidePath, guideTask, questionsByHome } from './guide/discussionGuide.ts';
export { gatherQuestions, type OpenQuestion, type QuestionPlace } from './guide/gather.ts';
