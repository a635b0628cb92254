/** Every sentence that Pilcrow says: messages as data, and what words them. */
export { allEnglish } from './messages/allEnglish.ts';
export {
  type CheckProse,
  inWords,
  saidIn,
  speakIn,
  spokenCheck,
  type SpokenLanguage,
  spokenTag,
} from './messages/inWords.ts';
export {
  type Catalogue,
  isSameMessage,
  type Message,
  type MessageId,
  messageOf,
  type PlainMessageId,
  type Say,
  speaker,
} from './messages/message.ts';
