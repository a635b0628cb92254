/** Every sentence that Pilcrow says: messages as data, and what words them. */
export { englishMessages } from './messages/englishMessages.ts';
export { files as fileMessages } from './messages/english/fileMessages.ts';
export { inEnglish } from './messages/inEnglish.ts';
export {
  isSameMessage,
  type Message,
  type MessageId,
  messageOf,
  type PlainMessageId,
  speaker,
} from './messages/message.ts';
