/** Gathers open questions for a meeting. */
export { discussionGuide, guidePath, guideTask } from './guide/discussionGuide.ts';
