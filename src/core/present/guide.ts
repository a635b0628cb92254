/** Open questions, gathered for a meeting. */
export { discussionGuide, guidePath, guideSteps } from './guide/guide.ts';
