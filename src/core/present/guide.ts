/** Gathers open questions for a meeting. */
export { discussionGuide, guidePath, guideSteps } from './guide/guide.ts';
